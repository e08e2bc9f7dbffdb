package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseText;

/**
 * Reads numbers as Vietnamese texts write them: dots between thousands, a comma before decimals.
 * What follows neither or may mean two things, such as {@code 11,000} or {@code 1.23}, is not
 * guessed; dates and years are no quantities. Takes time in proportion to the text. Stateless.
 */
public final class QuantityReader {

  /** Longer cells are sentences. */
  private static final int LONGEST = 120;

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Words that hold a number as well as their sentence does: the number alone counts. */
  private static final String LEAD = "(?:(?:đạt|được|có|bằng|chiếm|là|kết nạp) )?";

  private static final String UNIT_WORD =
      "(?!trở (?:lên|xuống)|(?:trăm|mươi|chục)(?!\\p{L}))\\p{L}[\\p{L}²³/%.–-]{0,24}[23]?(?![\\p{L}\\d])";
  private static final String UNIT_WORDS = UNIT_WORD + "(?:,? (?:" + UNIT_WORD + "|% ?)){0,7}";
  private static final String PERCENT =
      "%(?:/\\p{L}{1,9})?|‰|phần trăm(?!\\p{L})|điểm (?:%|phần trăm)";
  private static final String UNIT =
      "(?: {0,3}(?:(?<percent>"
          + PERCENT
          + ")(?: "
          + UNIT_WORDS
          + ")?|(?<unit>"
          + UNIT_WORDS
          + ")))?";

  /** In sentences nobody knows where the words of a unit end, but for measures. */
  private static final String MEASURE =
      "(?: {0,3}(?<percent>"
          + PERCENT
          + ")|"
          + " {0,3}(?<unit>(?:đồng|đ|ha|héc-ta|hecta|km2|km²|km|m2|m²|m3|m³|mét vuông|mét|tấn|tạ|kg|lít|USD)(?:/\\p{L}{1,12}){0,2}+)(?![\\p{L}\\d]))?";

  private static final Pattern CELL =
      Pattern.compile(
          LEAD + QuantityMatch.pattern(Numerals.WORDS) + UNIT + QuantityMatch.MORE_BEHIND, FLAGS);
  private static final Pattern IN_SENTENCE =
      Pattern.compile(
          "(?<![\\p{L}\\p{M}\\d.,/:–−-])"
              + QuantityMatch.pattern(Numerals.TENS)
              + MEASURE
              + QuantityMatch.MORE_BEHIND
              + "(?! ?/ ?\\d|[-–−/]?[\\p{L}\\d]|[.,:]\\d)",
          FLAGS);

  /** What makes a number a name: the fifth, number 47, the year 2018, 4 September. */
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:(?<!tổng )(?<!trong )số|thứ|ngày|mùng|tháng|năm|quý|điều|khoản|điểm|mục|chương|khóa|khoá|kỳ|lần"
              + "|quyết định|chỉ thị|nghị quyết|kết luận|hướng dẫn|kế hoạch|công văn|thông tư|nghị định"
              + "|lúc|hồi|sáng|trưa|chiều|tối|đêm|hôm|dịp|tập|phần|vành đai|lớp|cấp|hạng|trang|hình|bảng|bài|tờ|tổ|quận|phường|thôn|xóm|ấp|đội|khu|khu phố|tiểu khu|đường|quốc lộ|tỉnh lộ|giai đoạn|nhiệm kỳ)"
              + " {1,3}$",
          FLAGS);

  private static final int BEFORE = 24;

  private static final Pattern SPACES =
      Pattern.compile("[\\s\\u2000-\\u200a\\u202f\\u205f\\u3000]+");
  private static final Pattern THOUSANDS = Pattern.compile("(?<=\\d) (?=\\d{3}(?!\\d))");
  private static final Pattern END = Pattern.compile("(?:[.,;]| ?[*†]{1,3})$");
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");

  private QuantityReader() {}

  /**
   * A number in a sentence.
   *
   * @param start where it begins, with its qualifier, in the composed form (NFC) of the text
   * @param end behind it; words of what was counted follow there
   */
  public record Found(int start, int end, Quantity quantity) {}

  /**
   * The number that a cell or phrase holds.
   *
   * @return empty where it holds none, or more than a number with its qualifier and unit
   */
  public static Optional<Quantity> read(String written) {
    if (written.length() > LONGEST * 4) {
      return Optional.empty();
    }
    String text = VietnameseText.tidy(SPACES.matcher(written).replaceAll(" "));
    String bare = END.matcher(text).replaceFirst("");
    Matcher matcher =
        CELL.matcher(THOUSANDS.matcher(bare).replaceAll(String.valueOf(Numerals.HARD_SPACE)));
    return text.length() > LONGEST || !matcher.matches()
        ? Optional.empty()
        : new QuantityMatch(matcher).quantity(text);
  }

  /**
   * All numbers of a sentence or paragraph, in their order; numbers that name something are none.
   */
  public static List<Found> find(String text) {
    String composed = VietnameseText.nfc(text);
    Matcher matcher = IN_SENTENCE.matcher(plainSpaces(composed));
    var found = new ArrayList<Found>();
    while (matcher.find()) {
      int start = matcher.start();
      if (!NAMED.matcher(composed.substring(Math.max(0, start - BEFORE), start)).find()) {
        String written = VietnameseText.tidy(matcher.group());
        new QuantityMatch(matcher)
            .quantity(written)
            .ifPresent(quantity -> found.add(new Found(start, matcher.end(), quantity)));
      }
    }
    return found;
  }

  /**
   * How a number would be written in Vietnamese that is not, if its digits are grouped as in
   * English: {@code 11.000} for {@code 11,000}, {@code 1,23} for {@code 1.23}.
   *
   * @return empty where that gives no number either
   */
  public static Optional<String> suggestion(String written) {
    String text = VietnameseText.tidy(SPACES.matcher(written).replaceAll(" "));
    if (YEAR.matcher(text).matches()) {
      return Optional.of(QuantityText.of(new BigDecimal(text)));
    }
    String swapped = text.replace('.', '\n').replace(',', '.').replace('\n', ',');
    return swapped.equals(text) || read(text).isPresent()
        ? Optional.empty()
        : read(swapped).map(Quantity::written);
  }

  /** The same length, so that places stay; hard spaces between digits may part thousands. */
  private static String plainSpaces(String text) {
    var plain = new StringBuilder(text);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\t' || Character.getType(c) == Character.SPACE_SEPARATOR) {
        boolean hard = c != ' ' && c != '\t' && i > 0 && Character.isDigit(text.charAt(i - 1));
        boolean thousands = hard && i + 1 < text.length() && Character.isDigit(text.charAt(i + 1));
        plain.setCharAt(i, thousands ? Numerals.HARD_SPACE : ' ');
      }
    }
    return plain.toString();
  }
}
