package vn.cachlamhay.page;

import java.util.List;
import vn.cachlamhay.reference.HistoryLine;

/**
 * The page of a place, ready to print.
 *
 * @param history what it was made from and what became of it
 * @param former pages of former units of which it has a part, where there is more to read
 * @param count of articles
 * @param practices the newest
 * @param morePractices the list of all practices, or null where all are shown
 * @param news the newest
 * @param older the page of older news, or null
 * @param units what lies below it, those of today and former ones apart
 * @param topics with articles from this place
 * @param elsewhere where there are articles, if there are none here
 */
public record PlaceView(
    String heading,
    String kindLabel,
    List<Line> history,
    List<Link> former,
    int count,
    List<Card> practices,
    Link morePractices,
    List<Card> news,
    Link older,
    List<Groups.Group> units,
    List<Entry> topics,
    List<Entry> elsewhere) {

  /** A sentence of links; those to nowhere are words only. */
  public record Line(List<Link> parts) {

    static Line of(HistoryLine line, Shelves shelves) {
      return new Line(
          line.parts().stream()
              .map(
                  part ->
                      new Link(
                          part.text(),
                          part.unit().filter(shelves::hasPage).map(Uris::of).orElse("")))
              .toList());
    }
  }
}
