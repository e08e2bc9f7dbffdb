package vn.cachlamhay.chart;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseNumbers;

/**
 * Draws the results of a table as bars: what was reached filled, what was to be reached in outline.
 * Only what can be compared stands on one scale: numbers of one unit that are of the same indicator
 * at several places or times, or several indicators of the same place and time. Stateless.
 */
public final class ResultBars {

  static final int WIDTH = 340;
  static final int LENGTH = 230;

  private static final int MOST_ROWS = 16;
  private static final int LETTERS = 48;
  private static final int HEAD = 24;
  private static final int ROW = 19;
  private static final int AFTER = 4;
  private static final int BESIDE = 124;
  private static final int LETTERS_BESIDE = 19;
  private static final int LABEL = 15;
  private static final int TARGET = 15;

  private ResultBars() {}

  /**
   * A bar with its number.
   *
   * @param target outlined below it
   */
  private record Bar(Figure figure, Quantity value, Optional<BigDecimal> target) {}

  /** The drawing of a table; empty where nothing in it can be compared. */
  public static Optional<String> of(List<Figure> figures) {
    List<List<Bar>> groups = groups(figures);
    if (groups.isEmpty()) {
      return Optional.empty();
    }
    var svg = new Svg();
    int y = 0;
    for (List<Bar> group : groups) {
      y = draw(group, y, svg);
    }
    String what =
        groups.stream().map(ResultBars::heading).distinct().collect(Collectors.joining("; "));
    return Optional.of(svg.picture("Biểu đồ: " + what, WIDTH, y));
  }

  private static List<List<Bar>> groups(List<Figure> figures) {
    List<Bar> bars = figures.stream().flatMap(ResultBars::bar).limit(MOST_ROWS).toList();
    var groups = new ArrayList<List<Bar>>();
    var rest = new ArrayList<>(bars);
    for (var key : List.<Function<Figure, Object>>of(ResultBars::what, ResultBars::whereAndWhen)) {
      var found = new LinkedHashMap<Object, List<Bar>>();
      rest.forEach(
          bar -> found.computeIfAbsent(key.apply(bar.figure()), k -> new ArrayList<>()).add(bar));
      found.values().stream().filter(group -> group.size() > 1).forEach(groups::add);
      groups.forEach(rest::removeAll);
    }
    rest.stream().filter(bar -> bar.target().isPresent()).map(List::of).forEach(groups::add);
    groups.sort((one, two) -> bars.indexOf(one.get(0)) - bars.indexOf(two.get(0)));
    return groups;
  }

  private static Object what(Figure figure) {
    return List.of(figure.unit(), figure.indicator());
  }

  private static Object whereAndWhen(Figure figure) {
    return List.of(figure.unit(), figure.place(), figure.period(), figure.year());
  }

  private static Stream<Bar> bar(Figure figure) {
    return figure.value().or(figure::share).stream()
        .filter(value -> value.value().signum() >= 0)
        .map(
            value ->
                new Bar(
                    figure,
                    value,
                    figure
                        .value()
                        .flatMap(reached -> figure.target().map(Quantity::value))
                        .or(value::whole)
                        .filter(target -> target.signum() > 0)));
  }

  /** Short labels stand beside their bars, others above. */
  private static int draw(List<Bar> group, int top, Svg svg) {
    List<String> labels = group.stream().map(bar -> label(bar, group)).toList();
    boolean beside =
        labels.stream().anyMatch(label -> !label.isEmpty())
            && labels.stream().allMatch(label -> label.length() <= LETTERS_BESIDE);
    int left = beside ? BESIDE : 0;
    Scale scale =
        Scale.of(
            group.stream()
                .flatMap(
                    bar -> Stream.concat(Stream.of(bar.value().value()), bar.target().stream()))
                .toList(),
            unit(group.get(0)),
            LENGTH - left);
    svg.text("head", 0, top + 14, Svg.shortened(heading(group), LETTERS));
    int y = top + HEAD;
    for (int i = 0; i < group.size(); i++) {
      String label = labels.get(i);
      if (!label.isEmpty()) {
        svg.text("label", 0, y + 10, Svg.shortened(label, LETTERS));
      }
      y = bars(group.get(i), scale, left, beside || label.isEmpty() ? y : y + LABEL, svg);
    }
    return y + AFTER;
  }

  private static int bars(Bar bar, Scale scale, int left, int y, Svg svg) {
    BigDecimal length = scale.of(bar.value().value());
    svg.bar("value", left, y, length, 12);
    svg.text("number", end(left, length), y + 10, Svg.label(bar.value()));
    if (bar.target().isEmpty()) {
      return y + ROW;
    }
    BigDecimal aim = scale.of(bar.target().get());
    String words =
        bar.figure()
            .target()
            .map(target -> "giao " + Svg.label(target))
            .orElseGet(() -> "trong số " + VietnameseNumbers.text(bar.target().get()));
    svg.outline("target", left + 0.5, y + 14.5, aim, 9);
    svg.text("number", end(left, aim), y + 23, words);
    return y + ROW + TARGET;
  }

  private static BigDecimal end(int left, BigDecimal length) {
    return length.add(BigDecimal.valueOf(left + 5L));
  }

  private static String heading(List<Bar> group) {
    Bar first = group.get(0);
    boolean one = isOne(group, Figure::indicator);
    String where = isOne(group, Figure::place) ? first.figure().place() : "";
    String when = group.size() > 1 && isOne(group, ResultBars::when) ? when(first.figure()) : "";
    String unit = unit(first);
    String what = one ? first.figure().indicator() : unit.isEmpty() ? "Kết quả" : "Số " + unit;
    return Stream.of(what, where, when)
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** What its group does not have in common. */
  private static String label(Bar bar, List<Bar> group) {
    Figure figure = bar.figure();
    return Stream.<Function<Figure, String>>of(Figure::indicator, Figure::place, ResultBars::when)
        .filter(part -> !isOne(group, part))
        .map(part -> part.apply(figure))
        .filter(text -> !text.isEmpty())
        .collect(Collectors.joining(", "));
  }

  private static boolean isOne(List<Bar> group, Function<Figure, String> part) {
    return group.stream().map(bar -> part.apply(bar.figure())).distinct().count() == 1;
  }

  private static String when(Figure figure) {
    return figure.period().isEmpty()
        ? figure.year().map(year -> "năm " + year).orElse("")
        : figure.period();
  }

  private static String unit(Bar bar) {
    return bar.figure().value().isPresent() ? bar.figure().unit() : "%";
  }
}
