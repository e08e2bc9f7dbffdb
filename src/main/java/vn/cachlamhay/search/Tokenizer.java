package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import vn.cachlamhay.text.LetterTable;
import vn.cachlamhay.text.TonePlacement;

/**
 * Divides NFC text into tokens: runs of letters, marks and digits (general categories L, M, N of
 * Unicode). Two tokens are joined when they stand side by side in one clause: those are the pairs
 * that the index knows. {@code script/query.js} does the same. Stateless.
 */
public final class Tokenizer {

  /** In UTF-16 code units; what is longer is no word that somebody looks for. */
  private static final int LONGEST = 40;

  private static final String BREAKS = "\n\r\t!?()[]{}\"“”„«»…|•";
  private static final String BREAKS_OUTSIDE_NUMBERS = ",;:";
  private static final String DASHES = "-–—";

  private Tokenizer() {}

  /** Takes tokens in their order. */
  interface Sink {
    /**
     * A token.
     *
     * @param joined whether it makes a pair with the one before
     */
    void token(String text, int start, int end, boolean joined);
  }

  /**
   * A token.
   *
   * @param start of it in the text
   * @param end after its last character
   * @param exact lower case, tone mark in the old place
   * @param folded without diacritics
   * @param joined whether it makes a pair with the one before
   */
  public record Token(int start, int end, String exact, String folded, boolean joined) {}

  /** All tokens of a text. */
  public static List<Token> tokens(String nfc) {
    var tokens = new ArrayList<Token>();
    scan(
        nfc,
        (text, start, end, joined) -> {
          String exact = exact(text.substring(start, end));
          tokens.add(new Token(start, end, exact, LetterTable.fold(exact), joined));
        });
    return tokens;
  }

  /** The form in which two spellings of a token are equal: lower case, old tone placement. */
  static String exact(String token) {
    int end = Math.min(token.length(), LONGEST);
    if (end < token.length() && Character.isHighSurrogate(token.charAt(end - 1))) {
      end--;
    }
    return TonePlacement.old(token.substring(0, end).toLowerCase(Locale.ROOT));
  }

  /** Goes through the tokens of a text. */
  static void scan(String nfc, Sink sink) {
    int at = 0;
    int before = -1;
    while (at < nfc.length()) {
      int start = at;
      while (start < nfc.length() && !isPart(nfc, start)) {
        start = next(nfc, start);
      }
      int end = start;
      while (end < nfc.length() && isPart(nfc, end)) {
        end = next(nfc, end);
      }
      if (end > start) {
        sink.token(nfc, start, end, before >= 0 && !isBreak(nfc, before, start));
        before = end;
      }
      at = end;
    }
  }

  private static boolean isPart(String text, int at) {
    char c = text.charAt(at);
    if (c < 0x80) {
      return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9';
    }
    int point = text.codePointAt(at);
    return switch (Character.getType(point)) {
      case Character.UPPERCASE_LETTER,
          Character.LOWERCASE_LETTER,
          Character.TITLECASE_LETTER,
          Character.MODIFIER_LETTER,
          Character.OTHER_LETTER,
          Character.NON_SPACING_MARK,
          Character.COMBINING_SPACING_MARK,
          Character.ENCLOSING_MARK,
          Character.DECIMAL_DIGIT_NUMBER,
          Character.LETTER_NUMBER,
          Character.OTHER_NUMBER ->
          true;
      default -> false;
    };
  }

  private static int next(String text, int at) {
    return at + (text.charAt(at) < 0x80 ? 1 : Character.charCount(text.codePointAt(at)));
  }

  /** Whether a clause ends between two tokens. */
  private static boolean isBreak(String text, int from, int to) {
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == ' ') {
        continue;
      }
      if (BREAKS.indexOf(c) >= 0
          || (c == '.' && i + 1 < to)
          || (BREAKS_OUTSIDE_NUMBERS.indexOf(c) >= 0 && !isInNumber(text, from, to))
          || (DASHES.indexOf(c) >= 0 && isBlank(text, i - 1) && isBlank(text, i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** 88,78 and 19:30 are one number each. */
  private static boolean isInNumber(String text, int from, int to) {
    return to - from == 1 && isDigit(text.charAt(from - 1)) && isDigit(text.charAt(to));
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isBlank(String text, int at) {
    char c = text.charAt(at);
    return c == ' ' || c == '\u00a0';
  }
}
