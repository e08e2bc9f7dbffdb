package vn.cachlamhay.page;

import java.util.Optional;
import java.util.function.Function;
import vn.cachlamhay.model.PlaceKind;

/**
 * A best practice in the list of all of them, ready to print; the page and the script that filters
 * it show the same. Texts may be empty.
 *
 * @param place as it was called then: {@code Huyện Bắc Sơn, Lạng Sơn}
 * @param now what became of it: {@code nay chia thành 6 xã của Lạng Sơn}
 * @param kind of the place: {@code Miền núi}
 * @param figure its first result, or null
 */
public record PracticeRow(
    String uri,
    String title,
    String date,
    String place,
    String now,
    String topic,
    String kind,
    KeyFigure figure) {

  /** The row of a practice. */
  public static PracticeRow of(PracticeItem item) {
    Card card = Cards.of(item.article());
    return new PracticeRow(
        card.uri(),
        card.title(),
        card.dateShort(),
        text(item.place(), line -> line.then().title()),
        text(item.place(), PracticeRow::now),
        text(Optional.ofNullable(card.topic()), Link::title),
        text(item.kind(), PlaceKind::name),
        item.figure().orElse(null));
  }

  private static String now(PlaceLine line) {
    return line.now() == null ? line.became() : line.became() + " " + line.now().title();
  }

  private static <T> String text(Optional<T> value, Function<T, String> words) {
    return value.map(words).orElse("");
  }
}
