package vn.cachlamhay.preview;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A word that only one run of the program and its browsers know. Immutable and thread-safe. */
record Secret(String text) {

  private static final int BYTES = 32;

  static Secret fresh() {
    var bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return new Secret(HexFormat.of().formatHex(bytes));
  }

  /** Whether somebody knows it; takes as long for a near miss as for a far one. */
  boolean is(String guess) {
    return MessageDigest.isEqual(digest(text), digest(guess));
  }

  private static byte[] digest(String text) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      // every Java platform must have it
      throw new IllegalStateException(e);
    }
  }

  /** Secrets are not for logs. */
  @Override
  public String toString() {
    return "Secret";
  }
}
