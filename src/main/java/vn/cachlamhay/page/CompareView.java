package vn.cachlamhay.page;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import vn.cachlamhay.model.PartKind;

/**
 * Practices side by side, ready to print; without columns the page where readers choose.
 *
 * @param up the way from the page to the folder from which the addresses of the columns are
 * @param figures what several of the practices state
 * @param others the first of what only one of them states, a list for each
 * @param parts the parts that at least one of them has
 * @param ready comparisons that are made already
 * @param recent practices to choose from, each with its key as address
 */
public record CompareView(
    String heading,
    String up,
    List<CompareColumn> columns,
    List<FigureRow> figures,
    List<List<KeyFigure>> others,
    List<PartRow> parts,
    List<Link> ready,
    List<Choice> recent) {

  /** Of an indicator that one practice states several times, the first are shown. */
  private static final int EACH = 3;

  private static final int OTHERS = 6;

  /** What each practice states of an indicator; nothing for some. */
  public record FigureRow(String indicator, List<List<KeyFigure>> cells) {}

  /** HTML of a part of each practice; empty where it has none. */
  public record PartRow(String key, String heading, List<String> cells) {}

  /** A practice to choose. */
  public record Choice(String key, String title, String place) {}

  static CompareView of(
      String heading,
      String up,
      List<CompareColumn> columns,
      List<Link> ready,
      List<Choice> recent) {
    Set<String> shared = shared(columns);
    return new CompareView(
        heading,
        up,
        columns,
        figures(columns, shared),
        others(columns, shared),
        parts(columns),
        ready,
        recent);
  }

  /** Keys of the indicators that several practices state, in the order of the first of them. */
  private static Set<String> shared(List<CompareColumn> columns) {
    var practices = new LinkedHashMap<String, Integer>();
    for (CompareColumn column : columns) {
      column.figures().stream()
          .map(KeyFigure::key)
          .distinct()
          .forEach(key -> practices.merge(key, 1, Integer::sum));
    }
    var shared = new LinkedHashSet<>(practices.keySet());
    shared.removeIf(key -> practices.get(key) < 2);
    return shared;
  }

  private static List<FigureRow> figures(List<CompareColumn> columns, Set<String> shared) {
    return shared.stream()
        .map(
            key -> {
              List<List<KeyFigure>> cells =
                  columns.stream().map(column -> first(column, EACH, key::equals)).toList();
              String indicator =
                  cells.stream().flatMap(List::stream).findFirst().orElseThrow().indicator();
              return new FigureRow(indicator, cells);
            })
        .toList();
  }

  private static List<List<KeyFigure>> others(List<CompareColumn> columns, Set<String> shared) {
    List<List<KeyFigure>> others =
        columns.stream()
            .map(column -> first(column, OTHERS, key -> !shared.contains(key)))
            .toList();
    return others.stream().allMatch(List::isEmpty) ? List.of() : others;
  }

  private static List<KeyFigure> first(
      CompareColumn column, int most, Predicate<String> indicators) {
    return column.figures().stream()
        .filter(figure -> indicators.test(figure.key()))
        .limit(most)
        .toList();
  }

  private static List<PartRow> parts(List<CompareColumn> columns) {
    return PartKind.standard().stream()
        .map(
            kind ->
                new PartRow(
                    kind.key(),
                    kind.heading(),
                    columns.stream()
                        .map(column -> column.parts().getOrDefault(kind.key(), ""))
                        .toList()))
        .filter(row -> row.cells().stream().anyMatch(cell -> !cell.isEmpty()))
        .toList();
  }
}
