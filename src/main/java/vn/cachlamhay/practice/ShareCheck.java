package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;

/**
 * Whether the share of a row follows from what was reached and what was to be reached. A last digit
 * may be rounded or cut off; where the row says that the share is of something else, or where the
 * parts are rounded to millions, nothing is said. Stateless.
 */
final class ShareCheck {

  /** Of what the share is, is said beside it. */
  private static final Pattern OTHER_WHOLE =
      Pattern.compile(
          "tỷ lệ|tỉ lệ|so với|trên tổng|trong tổng|trong số|cùng kỳ|%",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern SCALED =
      Pattern.compile(
          "(?:\\d|\\p{L}) ?(?:nghìn|ngàn|vạn|triệu|tỷ|tỉ)(?!\\p{L})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private ShareCheck() {}

  /**
   * A share that does not follow.
   *
   * @param parts of which it should be, as written: {@code 182/205}
   * @param expected what follows from them
   */
  record Wrong(String written, String parts, String expected) {}

  /** What is wrong with the share of a row. */
  static Optional<Wrong> of(Figure figure) {
    if (figure.share().isEmpty()
        || figure.value().isEmpty()
        || OTHER_WHOLE.matcher(figure.note()).find()) {
      return Optional.empty();
    }
    Quantity share = figure.share().get();
    Quantity value = figure.value().get();
    Optional<Quantity> own = value.whole().map(whole -> exact(value, whole));
    boolean known = own.or(figure::target).isPresent();
    boolean follows =
        own.filter(whole -> follows(share, value, whole)).isPresent()
            || figure.target().filter(whole -> follows(share, value, whole)).isPresent();
    return !known || follows
        ? Optional.empty()
        : own.or(figure::target).map(whole -> wrong(share, value, whole));
  }

  private static boolean follows(Quantity share, Quantity value, Quantity whole) {
    boolean percent = share.unit().equals("%") && share.whole().isEmpty();
    boolean alike = value.unit().startsWith("%") == whole.unit().startsWith("%");
    boolean counted = value.value().signum() >= 0 && whole.value().signum() > 0;
    boolean rounded =
        SCALED.matcher(value.written()).find() || SCALED.matcher(whole.written()).find();
    if (!percent || !alike || !counted || rounded || whole.whole().isPresent()) {
      return true;
    }
    double step = share.isExact() ? Math.pow(10, -share.value().scale()) : 0;
    return Span.of(value).shareOf(Span.of(whole)).meets(Span.of(share).beforeRounding(step));
  }

  private static Wrong wrong(Quantity share, Quantity value, Quantity whole) {
    BigDecimal expected =
        value
            .value()
            .multiply(HUNDRED)
            .divide(whole.value(), Math.max(1, share.value().scale()), RoundingMode.HALF_UP);
    boolean exact = value.isExact() && whole.isExact();
    String number = QuantityText.of(expected, "%");
    return new Wrong(
        share.written(),
        QuantityText.of(value.value()) + "/" + QuantityText.of(whole.value()),
        exact ? number : "khoảng " + number);
  }

  private static Quantity exact(Quantity value, BigDecimal whole) {
    return new Quantity(
        Quantity.Qualifier.EXACT,
        whole,
        Optional.empty(),
        Optional.empty(),
        value.unit(),
        QuantityText.of(whole));
  }
}
