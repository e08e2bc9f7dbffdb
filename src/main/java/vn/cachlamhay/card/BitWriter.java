package vn.cachlamhay.card;

import java.util.Arrays;

/** Bits in bytes, the first lowest, as Deflate has them. For one thread. */
final class BitWriter {

  private byte[] bytes;
  private int size;
  private long held;
  private int heldBits;

  /**
   * @param expected bytes
   */
  BitWriter(int expected) {
    bytes = new byte[expected];
  }

  /**
   * Appends bits.
   *
   * @param value without anything above them
   * @param count at most 32
   */
  void write(long value, int count) {
    held |= value << heldBits;
    heldBits += count;
    if (heldBits >= Integer.SIZE) {
      append((int) held);
      held >>>= Integer.SIZE;
      heldBits -= Integer.SIZE;
    }
  }

  /** Appends all bits of another one. */
  void write(BitWriter other) {
    // appended four at a time
    for (int i = 0; i < other.size; i += Integer.BYTES) {
      int four =
          other.bytes[i] & 0xFF
              | (other.bytes[i + 1] & 0xFF) << 8
              | (other.bytes[i + 2] & 0xFF) << 16
              | other.bytes[i + 3] << 24;
      write(Integer.toUnsignedLong(four), Integer.SIZE);
    }
    write(other.held, other.heldBits);
  }

  /** Fills the last byte with zeros. */
  void fillByte() {
    write(0, -heldBits & 7);
  }

  /** All whole bytes. */
  byte[] bytes() {
    append((int) held);
    size -= Integer.BYTES;
    return Arrays.copyOf(bytes, size + heldBits / Byte.SIZE);
  }

  private void append(int four) {
    if (size + Integer.BYTES > bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * bytes.length);
    }
    bytes[size++] = (byte) four;
    bytes[size++] = (byte) (four >> 8);
    bytes[size++] = (byte) (four >> 16);
    bytes[size++] = (byte) (four >> 24);
  }
}
