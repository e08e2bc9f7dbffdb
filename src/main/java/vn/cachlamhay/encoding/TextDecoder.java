package vn.cachlamhay.encoding;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Reads bytes that do not say what encoding they are in, or say it wrongly: Unicode by its form,
 * the old encodings of Vietnamese by what they say, a line at a time, since people put together
 * what came from many hands. Stateless and thread-safe; needs a few times the memory of the bytes.
 */
public final class TextDecoder {

  private TextDecoder() {}

  /** Reads the bytes of a plain text or a page in HTML, which may name its encoding. */
  public static Decoded decode(byte[] bytes) {
    return decode(bytes, Optional.empty());
  }

  /**
   * The same with what a server said.
   *
   * @param charset as it stands in the head of the answer
   */
  public static Decoded decode(byte[] bytes, Optional<String> charset) {
    Optional<Unicode> mark = Unicode.ofMark(bytes).or(() -> Unicode.ofForm(bytes));
    if (mark.isPresent()) {
      String text = mark.get().text(bytes);
      Decoded repaired = repair(text);
      return repaired.isPlainUtf8()
          ? new Decoded(text, mark.get().label(), Certainty.SURE)
          : repaired;
    }
    Optional<Decoded> page = PageCharset.decoded(bytes, charset);
    return page.orElseGet(() -> lines(bytes));
  }

  /**
   * Makes Unicode of lines in old codes within a text that some program took for windows-1252 when
   * it read it: the paragraphs of a page or a document whose fonts say nothing. Lines that are
   * Unicode stay.
   */
  public static Decoded repair(String text) {
    var lines = new LineChoice();
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) == '\n' || i + 1 == text.length()) {
        lines.add(LineReadings.ofText(text.substring(start, i + 1)));
        start = i + 1;
      }
    }
    return lines.decoded();
  }

  private static Decoded lines(byte[] bytes) {
    var lines = new LineChoice();
    int start = 0;
    for (int i = 0; i < bytes.length; i++) {
      boolean ends =
          bytes[i] == '\n' || bytes[i] == '\r' && !(i + 1 < bytes.length && bytes[i + 1] == '\n');
      if (ends || i + 1 == bytes.length) {
        lines.add(LineReadings.ofBytes(bytes, start, i + 1));
        start = i + 1;
      }
    }
    return lines.decoded();
  }

  /**
   * A form of Unicode.
   *
   * @param mark how many bytes of the beginning are no text
   */
  private record Unicode(Charset charset, int mark) {

    static Optional<Unicode> ofMark(byte[] bytes) {
      if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
        return Optional.of(new Unicode(StandardCharsets.UTF_8, 3));
      }
      if (startsWith(bytes, 0xFF, 0xFE)) {
        return Optional.of(new Unicode(StandardCharsets.UTF_16LE, 2));
      }
      return startsWith(bytes, 0xFE, 0xFF)
          ? Optional.of(new Unicode(StandardCharsets.UTF_16BE, 2))
          : Optional.empty();
    }

    /** UTF-16 without a mark: most letters have a zero as one of their two bytes. */
    static Optional<Unicode> ofForm(byte[] bytes) {
      int[] zeros = new int[2];
      for (int i = 0; i < bytes.length; i++) {
        zeros[i & 1] += bytes[i] == 0 ? 1 : 0;
      }
      int pairs = bytes.length / 2;
      if (bytes.length % 2 == 0 && zeros[1] * 3 > pairs && zeros[0] * 50 < zeros[1]) {
        return Optional.of(new Unicode(StandardCharsets.UTF_16LE, 0));
      }
      return bytes.length % 2 == 0 && zeros[0] * 3 > pairs && zeros[1] * 50 < zeros[0]
          ? Optional.of(new Unicode(StandardCharsets.UTF_16BE, 0))
          : Optional.empty();
    }

    private static boolean startsWith(byte[] bytes, int... codes) {
      if (bytes.length < codes.length) {
        return false;
      }
      for (int i = 0; i < codes.length; i++) {
        if ((bytes[i] & 0xFF) != codes[i]) {
          return false;
        }
      }
      return true;
    }

    String text(byte[] bytes) {
      return new String(bytes, mark, bytes.length - mark, charset);
    }

    String label() {
      return charset.name();
    }
  }
}
