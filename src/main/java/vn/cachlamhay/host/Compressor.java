package vn.cachlamhay.host;

/** A way to compress files for hosts that send them as they are. Thread-safe. */
public interface Compressor {

  /** What a copy adds to the name of its file, with the dot. */
  String ending();

  /** The bytes of a copy: for equal bytes always the same, on one machine. */
  byte[] compress(byte[] bytes);
}
