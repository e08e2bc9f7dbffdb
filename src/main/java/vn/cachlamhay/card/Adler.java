package vn.cachlamhay.card;

import java.util.zip.Adler32;

/** The checksum of bytes that come in parts (RFC 1950, 9). For one thread. */
final class Adler {

  private static final long BASE = 65521;

  private long low = 1;
  private long high;

  /** Some zeros, of which only the number counts. */
  void addZeros(long count) {
    high = (high + count * low) % BASE;
  }

  /** Some bytes of an array. */
  void add(byte[] bytes, int from, int length) {
    var sum = new Adler32();
    sum.update(bytes, from, length);
    add(sum.getValue(), length);
  }

  /** Bytes of which the checksum is known. */
  void add(long sum, long length) {
    high = Math.floorMod(high + length * (low - 1) + (sum >> 16), BASE);
    low = Math.floorMod(low - 1 + (sum & 0xFFFF), BASE);
  }

  long value() {
    return high << 16 | low;
  }
}
