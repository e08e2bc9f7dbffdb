package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.Quantity.Qualifier;
import vn.cachlamhay.text.VietnameseText;

/**
 * What {@link #pattern} found: the groups of one match. The groups {@code percent} and {@code unit}
 * are of whoever uses the pattern.
 *
 * @param matcher that has matched
 */
record QuantityMatch(Matcher matcher) {

  /** Behind the unit. */
  static final String MORE_BEHIND = "(?: (?<moreBehind>trở lên|trở xuống))?";

  private static final String MORE = "(?: (?<more>trở lên|trở xuống))?";
  private static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d");
  private static final Pattern MONTH = Pattern.compile("0?[1-9]|1[0-2]");
  private static final BigDecimal DAYS = BigDecimal.valueOf(31);
  private static final BigDecimal MONTHS = BigDecimal.valueOf(12);
  private static final BigDecimal HALF = new BigDecimal("0.5");

  /**
   * A number with its qualifier, without its unit.
   *
   * @param words of numbers in words
   */
  static String pattern(String words) {
    String number = Numerals.DIGITS + "|" + words;
    String scale = Numerals.SCALES;
    return "(?:"
        + Qualifiers.PATTERN
        + ")?(?<sign>[-−–+](?=\\d))?(?<value>"
        + number
        + ")"
        + "(?: {0,3}(?<ownScale>"
        + scale
        + ")(?= {0,3}[-–—]| (?:đến|tới) | \\d))?(?: ?%(?= ?[-–—] ?\\d| (?:đến|tới) \\d))?"
        + "(?:(?: ?[-–—] ?| (?:đến|tới) )(?<upper>"
        + number
        + ")"
        + "| ?/ ?(?<whole>"
        + Numerals.DIGITS
        + ")"
        + "| (?:trên|trong)(?: (?:tổng số|tổng|số))? (?<total>"
        + Numerals.DIGITS
        + ")"
        + "| (?<rest>"
        + Numerals.DIGITS
        + ")(?= (?:nghìn|ngàn|triệu)))?"
        + "(?: {0,3}(?<scale>"
        + scale
        + "))?(?<half> rưỡi)?"
        + MORE;
  }

  /** The quantity, unless the numbers are in doubt, or years or dates. */
  Optional<Quantity> quantity(String written) {
    Qualifier qualifier = qualifier();
    boolean bareFrom = qualifier == Qualifier.RANGE && group("upper").isEmpty();
    if (bareFrom || isDoubtful() || isTime(qualifier)) {
      return Optional.empty();
    }
    BigDecimal scale = scaleOf("scale");
    boolean own = group("ownScale").isPresent();
    BigDecimal first = number("value", own ? scaleOf("ownScale") : scale).orElseThrow();
    BigDecimal half = group("half").map(any -> HALF.multiply(scale)).orElse(BigDecimal.ZERO);
    BigDecimal value = first.add(number("rest", scale).orElse(BigDecimal.ZERO)).add(half);
    Optional<BigDecimal> upper = number("upper", scale);
    boolean sound =
        upper.filter(end -> end.compareTo(value) < 0).isEmpty()
            && (group("half").isEmpty() || scale.compareTo(BigDecimal.ONE) > 0)
            && (group("rest").isEmpty() || own && scaleOf("ownScale").compareTo(scale) > 0);
    boolean minus = group("sign").filter(sign -> !sign.equals("+")).isPresent();
    return !sound
        ? Optional.empty()
        : Optional.of(
            new Quantity(
                qualifier,
                minus ? value.negate() : value,
                upper,
                number("whole", scale).or(() -> number("total", scale)),
                unit(),
                written));
  }

  private Qualifier qualifier() {
    if (group("upper").isPresent()) {
      return Qualifier.RANGE;
    }
    Optional<String> behind = group("more").or(() -> group("moreBehind"));
    if (behind.isPresent()) {
      return behind.get().endsWith("lên") ? Qualifier.AT_LEAST : Qualifier.AT_MOST;
    }
    return group("word").or(() -> group("mark")).map(Qualifiers::of).orElse(Qualifier.EXACT);
  }

  private boolean isDoubtful() {
    boolean share = unit().startsWith("%");
    return !share
        && (isDoubtful("value")
            || isDoubtful("upper")
            || isDoubtful("whole")
            || isDoubtful("total")
            || isDoubtful("rest"));
  }

  private boolean isDoubtful(String group) {
    return group(group).filter(Numerals::isDoubtful).isPresent();
  }

  /** A year by itself, years from and to, a month of a year, a day of a month. */
  private boolean isTime(Qualifier qualifier) {
    String value = group("value").orElseThrow();
    Optional<String> whole = group("whole");
    if (whole.isPresent()) {
      boolean month = MONTH.matcher(value).matches() && YEAR.matcher(whole.get()).matches();
      BigDecimal first = Numerals.number(value);
      BigDecimal second = Numerals.number(whole.get());
      boolean day = first.compareTo(DAYS) <= 0 && second.compareTo(MONTHS) <= 0;
      return month || day && first.compareTo(second) > 0 && unit().isEmpty();
    }
    boolean bare = group("scale").isEmpty() && unit().isEmpty() && group("total").isEmpty();
    boolean exact = qualifier == Qualifier.EXACT || qualifier == Qualifier.RANGE;
    boolean signed = group("sign").isPresent();
    return bare && exact && !signed && YEAR.matcher(value).matches();
  }

  private String unit() {
    String percent = group("percent").orElse("").toLowerCase(VietnameseText.LOCALE);
    return percent.isEmpty() ? group("unit").orElse("").strip() : percent.replace("phần trăm", "%");
  }

  private Optional<BigDecimal> number(String group, BigDecimal scale) {
    return group(group)
        .map(Numerals::number)
        .map(number -> scale.equals(BigDecimal.ONE) ? number : whole(number.multiply(scale)));
  }

  /** 1200000 of "1,2 triệu", not 1200000.0: what was scaled has no decimals to go by. */
  private static BigDecimal whole(BigDecimal number) {
    BigDecimal stripped = number.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private BigDecimal scaleOf(String group) {
    return group(group).map(Numerals::scale).orElse(BigDecimal.ONE);
  }

  private Optional<String> group(String name) {
    return Optional.ofNullable(matcher.group(name));
  }
}
