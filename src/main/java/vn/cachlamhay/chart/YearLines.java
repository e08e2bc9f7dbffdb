package vn.cachlamhay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cachlamhay.text.VietnameseNumbers;

/**
 * Draws how numbers of places went from year to year. Lines differ in their dashes and bear the
 * names of their places, so that no colour is needed. Stateless.
 */
public final class YearLines {

  private static final int MOST = 5;
  private static final int WIDTH = 340;
  private static final int LEFT = 12;
  private static final int RIGHT = 300;
  private static final int TOP = 22;
  private static final int HEIGHT = 120;
  private static final int NAME = 18;
  private static final BigDecimal ABOVE = BigDecimal.valueOf(7);
  private static final List<String> DASHES = List.of("none", "6 3", "2 3", "9 3 2 3", "1 4");

  private YearLines() {}

  /**
   * A line.
   *
   * @param values by year
   */
  public record Series(String name, Map<Integer, BigDecimal> values) {}

  /** The drawing; empty where no place has two years. */
  public static Optional<String> of(String title, List<Series> series) {
    List<Series> shown =
        series.stream().filter(each -> each.values().size() > 1).limit(MOST).toList();
    if (shown.isEmpty()) {
      return Optional.empty();
    }
    var years = new TreeSet<Integer>();
    var numbers = new ArrayList<BigDecimal>();
    shown.forEach(
        each -> {
          years.addAll(each.values().keySet());
          numbers.addAll(each.values().values());
        });
    Scale height = Scale.of(numbers, "", HEIGHT);
    var svg = new Svg();
    int bottom = TOP + HEIGHT;
    svg.add(
        "<path class=\"axis\" d=\"M%d %dH%d\" fill=\"none\" stroke=\"currentColor\"/>",
        LEFT, bottom, RIGHT);
    for (int year : years) {
      svg.text("chart-year", x(year, years) - 12, bottom + 16, String.valueOf(year));
    }
    for (int i = 0; i < shown.size(); i++) {
      draw(shown.get(i), DASHES.get(i), years, height, svg);
      int y = bottom + 38 + i * NAME;
      svg.add(
          "<path d=\"M%d %dh28\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
              + " stroke-dasharray=\"%s\"/>",
          LEFT, y - 4, DASHES.get(i));
      svg.text("chart-name", LEFT + 34, y, Svg.shortened(shown.get(i).name(), 44));
    }
    return Optional.of(
        svg.picture("Biểu đồ theo năm: " + title, WIDTH, bottom + 38 + shown.size() * NAME));
  }

  private static void draw(
      Series series, String dash, TreeSet<Integer> years, Scale height, Svg svg) {
    var path = new StringBuilder();
    for (Map.Entry<Integer, BigDecimal> point : new TreeMap<>(series.values()).entrySet()) {
      int x = x(point.getKey(), years);
      BigDecimal y = BigDecimal.valueOf(TOP + HEIGHT).subtract(height.of(point.getValue()));
      path.append(path.isEmpty() ? "M" : "L").append(x).append(' ').append(y.toPlainString());
      svg.add("<circle cx=\"%d\" cy=\"%s\" r=\"3\"/>", x, y.toPlainString());
      svg.text("chart-number", x - 8, y.subtract(ABOVE), VietnameseNumbers.text(point.getValue()));
    }
    svg.add(
        "<path d=\"%s\" fill=\"none\" stroke=\"currentColor\" stroke-width=\"2\""
            + " stroke-dasharray=\"%s\"/>",
        path, dash);
  }

  private static int x(int year, TreeSet<Integer> years) {
    int span = Math.max(1, years.last() - years.first());
    return LEFT + 14 + (RIGHT - LEFT - 28) * (year - years.first()) / span;
  }
}
