package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * How single numbers are written in Vietnamese: in digits, with dots (or hard spaces) between
 * thousands and a comma before decimals, or in words up to ninety-nine. Every pattern here has a
 * greatest length, so that matching takes linear time. Stateless.
 */
final class Numerals {

  /** Stands between thousands where a text has a hard space there. */
  static final char HARD_SPACE = '\u00a0';

  /** What {@link #ofDigits} understands, and some that it refuses. */
  static final String DIGITS =
      "(?:[1-9]\\d{0,2}(?:\\.\\d{3}){1,5}+|[1-9]\\d{0,2}(?:\u00a0\\d{3}){1,5}+|\\d{1,15}+)"
          + "(?:,\\d{1,9}+)?(?!\\d|[.,]\\d)";

  private static final List<String> ONES =
      List.of("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín");

  /** What ones are called behind tens, and spellings beside the usual ones. */
  private static final Map<String, Integer> OTHERS =
      Map.of("mốt", 1, "tư", 4, "lăm", 5, "nhăm", 5, "bẩy", 7);

  private static final String BEHIND = "một|mốt|hai|ba|bốn|tư|năm|lăm|nhăm|sáu|bảy|bẩy|tám|chín";

  /** Ten to ninety-nine in words: no other word sounds like these. */
  static final String TENS =
      "(?:mười|(?:hai|ba|bốn|năm|sáu|bảy|bẩy|tám|chín) mươi)(?: (?:" + BEHIND + "))?(?!\\p{L})";

  /** Also one to nine, but for "năm": a five as well as a year. */
  static final String WORDS =
      "(?:" + TENS + "|(?:một|hai|ba|bốn|sáu|bảy|bẩy|tám|chín)(?! ?(?:mươi|chục|trăm)|\\p{L}))";

  /** Of which thousand, million, milliard: the longer names first. */
  static final String SCALES =
      "(?:(?:nghìn|ngàn|triệu) (?:tỷ|tỉ)|nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\\p{L}| lệ)";

  /**
   * "11,000" and "1,125": a comma before three digits is English for thousands as often as it is
   * Vietnamese for decimals. None of them is guessed.
   */
  private static final Pattern DOUBTFUL = Pattern.compile("[1-9]\\d{0,2},\\d{3}");

  private static final Map<String, Integer> POWERS =
      Map.of("nghìn", 3, "ngàn", 3, "vạn", 4, "triệu", 6, "tỷ", 9, "tỉ", 9);

  private Numerals() {}

  /** The number that {@link #DIGITS} or {@link #WORDS} found. */
  static BigDecimal number(String written) {
    return Character.isDigit(written.charAt(0)) ? ofDigits(written) : ofWords(written);
  }

  /** Whether a number may be either of thousands or of thousandths. */
  static boolean isDoubtful(String written) {
    return DOUBTFUL.matcher(written).matches();
  }

  private static BigDecimal ofDigits(String written) {
    return new BigDecimal(
        written.replace(".", "").replace(String.valueOf(HARD_SPACE), "").replace(',', '.'));
  }

  private static BigDecimal ofWords(String written) {
    int number = 0;
    for (String word : written.toLowerCase(VietnameseText.LOCALE).split(" ")) {
      if (word.equals("mười")) {
        number = 10;
      } else if (word.equals("mươi")) {
        number *= 10;
      } else {
        int one = ONES.indexOf(word);
        number += one < 0 ? OTHERS.get(word) : one;
      }
    }
    return BigDecimal.valueOf(number);
  }

  /** What the word behind a number makes of it: a thousand of "nghìn". */
  static BigDecimal scale(String words) {
    int power = 0;
    for (String word : words.toLowerCase(VietnameseText.LOCALE).split(" ")) {
      power += POWERS.get(word);
    }
    return BigDecimal.TEN.pow(power);
  }
}
