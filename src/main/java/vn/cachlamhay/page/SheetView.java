package vn.cachlamhay.page;

import java.util.List;

/**
 * A best practice on one sheet of paper, for a meeting; ready to print.
 *
 * @param source link to the practice
 * @param address where it can be read on the web; empty while the site has no host
 * @param period of its results
 * @param steps their titles
 * @param moreSteps how many there was no room for
 * @param moreRows likewise of results
 * @param moreLessons likewise
 */
public record SheetView(
    Link source,
    String address,
    String dateLine,
    List<PlaceLine> places,
    String topics,
    String period,
    String lead,
    List<String> steps,
    int moreSteps,
    List<Row> rows,
    int moreRows,
    List<String> lessons,
    int moreLessons) {

  /**
   * A result.
   *
   * @param target empty where none is known
   */
  public record Row(
      String indicator,
      String place,
      String unit,
      String target,
      String value,
      String share,
      String when) {}
}
