package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.Quantity.Qualifier;
import vn.cachlamhay.text.VietnameseText;

/**
 * Reads numbers as Vietnamese texts write them: dots between thousands, a comma before decimals.
 * What follows neither, such as {@code 11,000} or {@code 1.23}, is not guessed. Stateless.
 */
public final class QuantityReader {

  /** Longer cells are sentences. */
  private static final int LONGEST = 120;

  private static final Map<String, Qualifier> BEFORE =
      Map.ofEntries(
          Map.entry("khoảng", Qualifier.ABOUT),
          Map.entry("xấp xỉ", Qualifier.ABOUT),
          Map.entry("chừng", Qualifier.ABOUT),
          Map.entry("ước", Qualifier.ABOUT),
          Map.entry("gần", Qualifier.NEARLY),
          Map.entry("ngót", Qualifier.NEARLY),
          Map.entry("trên", Qualifier.OVER),
          Map.entry("hơn", Qualifier.OVER),
          Map.entry(">", Qualifier.OVER),
          Map.entry("ít nhất", Qualifier.AT_LEAST),
          Map.entry("tối thiểu", Qualifier.AT_LEAST),
          Map.entry("từ", Qualifier.RANGE),
          Map.entry("≥", Qualifier.AT_LEAST),
          Map.entry("dưới", Qualifier.UNDER),
          Map.entry("chưa đến", Qualifier.UNDER),
          Map.entry("<", Qualifier.UNDER),
          Map.entry("tối đa", Qualifier.AT_MOST),
          Map.entry("không quá", Qualifier.AT_MOST),
          Map.entry("≤", Qualifier.AT_MOST));

  private static final String NUMBER = "\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,15}(?:,\\d+)?";
  private static final Pattern QUANTITY =
      Pattern.compile(
          "(?:(?<before>"
              + BEFORE.keySet().stream()
                  .sorted()
                  .map(Pattern::quote)
                  .collect(Collectors.joining("|"))
              + ")\\s*)?(?<sign>[-−–+])?(?<value>"
              + NUMBER
              + ")(?:(?:\\s*[-–—]\\s*|\\s+đến\\s+)(?<upper>"
              + NUMBER
              + ")|\\s*/\\s*(?<whole>"
              + NUMBER
              + "))?(?<more>\\s+trở lên)?(?:\\s*(?<scale>nghìn|ngàn|triệu|tỷ|tỉ)(?!\\p{L}))?\\s*(?<unit>%|[\\p{L}][\\p{L}\\s,/]*)?"
              + "(?<moreBehind>\\s+trở lên)?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private QuantityReader() {}

  /**
   * The number that a cell or phrase holds.
   *
   * @return empty where it holds none, or more than a number with its qualifier and unit
   */
  public static Optional<Quantity> read(String written) {
    String text = VietnameseText.tidy(written);
    Matcher matcher = QUANTITY.matcher(text);
    if (text.length() > LONGEST || !matcher.matches()) {
      return Optional.empty();
    }
    Qualifier qualifier = qualifier(matcher);
    boolean bareFrom = qualifier == Qualifier.RANGE && matcher.group("upper") == null;
    String unit = Optional.ofNullable(matcher.group("unit")).orElse("").strip();
    return bareFrom
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                qualifier,
                number(matcher, "value").orElseThrow(),
                number(matcher, "upper"),
                number(matcher, "whole"),
                unit,
                text));
  }

  private static Qualifier qualifier(Matcher matcher) {
    if (matcher.group("upper") != null) {
      return Qualifier.RANGE;
    }
    if (matcher.group("more") != null || matcher.group("moreBehind") != null) {
      return Qualifier.AT_LEAST;
    }
    String before = matcher.group("before");
    return before == null ? Qualifier.EXACT : BEFORE.get(before.toLowerCase(VietnameseText.LOCALE));
  }

  private static Optional<BigDecimal> number(Matcher matcher, String group) {
    return Optional.ofNullable(matcher.group(group))
        .map(text -> new BigDecimal(text.replace(".", "").replace(',', '.')))
        .map(number -> number.multiply(scale(matcher.group("scale"))))
        .map(number -> isNegative(matcher, group) ? number.negate() : number);
  }

  private static boolean isNegative(Matcher matcher, String group) {
    String sign = matcher.group("sign");
    return group.equals("value") && sign != null && !sign.equals("+");
  }

  private static BigDecimal scale(String word) {
    if (word == null) {
      return BigDecimal.ONE;
    }
    String key = word.toLowerCase(VietnameseText.LOCALE);
    return BigDecimal.TEN.pow(key.equals("triệu") ? 6 : key.startsWith("t") ? 9 : 3);
  }
}
