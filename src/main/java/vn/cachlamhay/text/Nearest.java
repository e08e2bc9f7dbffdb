package vn.cachlamhay.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** Finds what an editor probably meant. Stateless. */
public final class Nearest {

  private Nearest() {}

  /**
   * The choice that is nearest to what was written: by letters without diacritics first, since a
   * missing tone is the commonest slip, then with them, then in the order of the text itself.
   *
   * @return empty only when there is no choice
   */
  public static Optional<String> to(String written, Collection<String> choices) {
    return nearest(written, choices, choice -> choice);
  }

  /** The nearest choice, where no more letters differ than some; diacritics do not count. */
  public static Optional<String> within(int most, String written, Collection<String> choices) {
    String folded = VietnameseText.fold(written);
    var distance = new LevenshteinDistance(Math.max(most, 0));
    return to(
        written,
        choices.stream()
            .filter(choice -> distance.apply(folded, VietnameseText.fold(choice)) >= 0)
            .toList());
  }

  /** The choice whose beginning is nearest to what was written, for long choices cut short. */
  public static Optional<String> byBeginning(String written, Collection<String> choices) {
    return nearest(
        written,
        choices,
        choice -> choice.substring(0, Math.min(choice.length(), written.length() + 1)));
  }

  private static Optional<String> nearest(
      String written, Collection<String> choices, UnaryOperator<String> part) {
    var distance = LevenshteinDistance.getDefaultInstance();
    String folded = VietnameseText.fold(written);
    String key = VietnameseText.nameKey(written);
    return choices.stream()
        .min(
            Comparator.<String>comparingInt(
                    choice -> distance.apply(folded, VietnameseText.fold(part.apply(choice))))
                .thenComparingInt(
                    choice -> distance.apply(key, VietnameseText.nameKey(part.apply(choice))))
                .thenComparing(Comparator.naturalOrder()));
  }
}
