package vn.cachlamhay.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Forms of Vietnamese text that are compared or put into addresses. Stateless. */
public final class VietnameseText {

  /** The language and country of the portal, whatever the machine says. */
  public static final Locale LOCALE = Locale.forLanguageTag("vi-VN");

  private static final Pattern MARKS = Pattern.compile("\\p{Mn}+");
  private static final Pattern NOT_SLUG = Pattern.compile("[^a-z0-9]+");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0\\u200b\\ufeff]+");

  private VietnameseText() {}

  /** Composed Unicode (NFC, Unicode Standard Annex 15): one code point a letter with its marks. */
  public static String nfc(String text) {
    return Normalizer.isNormalized(text, Normalizer.Form.NFC)
        ? text
        : Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  /** Lower case without any diacritic, đ as d: "Đình Lập" becomes "dinh lap". */
  public static String fold(String text) {
    String decomposed =
        Normalizer.normalize(text, Normalizer.Form.NFKD).toLowerCase(LOCALE).replace('đ', 'd');
    return MARKS.matcher(decomposed).replaceAll("");
  }

  /**
   * The text as a part of an address: folded, everything but a–z and 0–9 as single hyphens: "Bắc
   * Bình (2018)" becomes "bac-binh-2018". Empty when the text has no letter or digit that folds to
   * ASCII.
   */
  public static String slug(String text) {
    String slug = NOT_SLUG.matcher(fold(text)).replaceAll("-");
    int start = slug.startsWith("-") ? 1 : 0;
    int end = slug.endsWith("-") && slug.length() > start ? slug.length() - 1 : slug.length();
    return slug.substring(start, end);
  }

  /**
   * The form under which two spellings of one name are equal: NFC, lower case, single spaces, old
   * tone placement ("Khánh Hoà" and "Khánh Hòa" agree; "Bác Sơn" and "Bắc Sơn" do not).
   */
  public static String nameKey(String name) {
    return TonePlacement.old(tidy(name).toLowerCase(LOCALE));
  }

  /** Composed, with single spaces and none at the ends. */
  public static String tidy(String text) {
    String composed = nfc(text);
    return isTidy(composed) ? composed : SPACE.matcher(composed).replaceAll(" ").strip();
  }

  /** Whether no sign stands in a text that may be a space but single blanks between words. */
  private static boolean isTidy(String text) {
    boolean afterBlank = true;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean letter = c > ' ' && c < '\u0080' || c > '\u00a0' && c < '\u1680';
      boolean vietnamese = c >= '\u1e00' && c < '\u1f00';
      if (!letter && !vietnamese && (c != ' ' || afterBlank)) {
        return false;
      }
      afterBlank = c == ' ';
    }
    return !afterBlank;
  }

  /** Whether the text has no letter beyond ASCII, as typed without a Vietnamese keyboard. */
  public static boolean isPlainAscii(String text) {
    return text.chars().allMatch(c -> c < 128);
  }
}
