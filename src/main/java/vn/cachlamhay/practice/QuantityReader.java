package vn.cachlamhay.practice;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.model.Quantity;

/** Reads numbers as Vietnamese texts write them. Stateless. */
public final class QuantityReader {

  private static final Pattern PLAIN = Pattern.compile("(\\d+)(?:,(\\d+))?\\s*(%?)");

  private QuantityReader() {}

  /**
   * The number that a cell or phrase holds.
   *
   * @return empty where it holds none, or more than a number with its qualifier and unit
   */
  public static Optional<Quantity> read(String written) {
    Matcher matcher = PLAIN.matcher(written.strip());
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String digits = matcher.group(1) + (matcher.group(2) == null ? "" : "." + matcher.group(2));
    return Optional.of(
        new Quantity(
            Quantity.Qualifier.EXACT,
            new BigDecimal(digits),
            Optional.empty(),
            Optional.empty(),
            matcher.group(3),
            written.strip()));
  }
}
