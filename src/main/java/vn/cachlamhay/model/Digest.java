package vn.cachlamhay.model;

import java.nio.charset.StandardCharsets;
import org.apache.commons.codec.digest.MurmurHash3;

/**
 * 128 bits that stand for bytes: MurmurHash3 x64. Good for telling whether something changed, not
 * against an adversary. Immutable.
 */
public record Digest(long high, long low) {

  /** Of nothing. */
  public static final Digest NONE = of(new byte[0]);

  /** Of some bytes. */
  public static Digest of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Of some bytes of an array. */
  public static Digest of(byte[] bytes, int offset, int length) {
    long[] hash = MurmurHash3.hash128x64(bytes, offset, length, 0);
    return new Digest(hash[0], hash[1]);
  }

  /** Of a text, by its UTF-8. */
  public static Digest of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** Of several digests in their order. */
  public static Digest of(Iterable<Digest> parts) {
    long high = 0x9E3779B97F4A7C15L;
    long low = 0xC2B2AE3D27D4EB4FL;
    for (Digest part : parts) {
      high = mix(high ^ part.high) + low;
      low = mix(low ^ part.low) + high;
    }
    return new Digest(high, low);
  }

  /** The finalizer of MurmurHash3: every bit of the input moves every bit of the output. */
  private static long mix(long value) {
    long mixed = (value ^ (value >>> 33)) * 0xFF51AFD7ED558CCDL;
    mixed = (mixed ^ (mixed >>> 33)) * 0xC4CEB9FE1A85EC53L;
    return mixed ^ (mixed >>> 33);
  }
}
