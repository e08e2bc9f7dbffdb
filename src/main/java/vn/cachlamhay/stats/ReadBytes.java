package vn.cachlamhay.stats;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Tells how much of a file has been read. For one thread. */
final class ReadBytes extends FilterInputStream {

  private final Listener listener;
  private long read;

  /** Hears of the bytes that are read. */
  interface Listener {
    /**
     * Some were read.
     *
     * @param bytes how many by now
     */
    void read(long bytes);
  }

  ReadBytes(InputStream in, Listener listener) {
    super(in);
    this.listener = listener;
  }

  @Override
  public int read() throws IOException {
    int value = in.read();
    tell(value < 0 ? 0 : 1);
    return value;
  }

  @Override
  public int read(byte[] bytes, int from, int length) throws IOException {
    int count = in.read(bytes, from, length);
    tell(Math.max(0, count));
    return count;
  }

  private void tell(int count) {
    read += count;
    listener.read(read);
  }

  /** What is marked is not read twice: buffers stand before this. */
  @Override
  public boolean markSupported() {
    return false;
  }
}
