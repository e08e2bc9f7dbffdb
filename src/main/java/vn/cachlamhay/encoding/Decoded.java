package vn.cachlamhay.encoding;

/**
 * Text that was read of bytes. Immutable.
 *
 * @param text without a mark at its beginning, letters composed
 * @param encoding what it was written in, for people: {@code UTF-8}, {@code TCVN3}; several with
 *     commas between them, the commonest first, where the lines differ. {@code NFD} and {@code
 *     windows-1252} in parentheses stand behind {@code UTF-8} whose marks stood alone, or that some
 *     program had misread
 * @param certainty how sure that is
 */
public record Decoded(String text, String encoding, Certainty certainty) {

  /** Whether it was plain UTF-8 all through, so that there is nothing to tell. */
  public boolean isPlainUtf8() {
    return encoding.equals(Reading.UTF_8);
  }
}
