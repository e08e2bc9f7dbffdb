package vn.cachlamhay.page;

import java.util.List;

/**
 * All indicators, ready to print.
 *
 * @param months of articles for which there are files
 */
public record FiguresView(List<Line> lines, List<Month> months, int figures) {

  /**
   * A month.
   *
   * @param title {@code 9/2018}
   * @param name of its files: {@code 2018-09}
   */
  public record Month(String title, String name) {}

  /**
   * An indicator.
   *
   * @param years {@code 2018} or {@code 2018–2023}
   * @param newest its newest figure
   */
  public record Line(
      Link link, String unit, int figures, int places, String years, KeyFigure newest) {}
}
