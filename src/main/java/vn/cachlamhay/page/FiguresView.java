package vn.cachlamhay.page;

import java.util.List;

/**
 * All indicators, ready to print.
 *
 * @param years of articles for which there are files
 */
public record FiguresView(List<Line> lines, List<Integer> years, int figures) {

  /**
   * An indicator.
   *
   * @param years {@code 2018} or {@code 2018–2023}
   * @param newest its newest figure
   */
  public record Line(
      Link link, String unit, int figures, int places, String years, KeyFigure newest) {}
}
