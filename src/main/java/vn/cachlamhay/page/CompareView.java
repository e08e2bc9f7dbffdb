package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.text.VietnameseText;

/**
 * Practices side by side, ready to print; without columns the page where readers choose.
 *
 * @param up the way from the page to the folder from which the addresses of the columns are
 * @param figures what the practices state, those that several of them state first
 * @param parts the parts that at least one of them has
 * @param ready comparisons that are made already
 * @param recent practices to choose from, each with its key as address
 */
public record CompareView(
    String heading,
    String up,
    List<CompareColumn> columns,
    List<FigureRow> figures,
    List<PartRow> parts,
    List<Link> ready,
    List<Choice> recent) {

  /** Of an indicator that one practice states several times, the first are shown. */
  private static final int EACH = 3;

  private static final List<PartKind> ORDER =
      List.of(
          PartKind.CONTEXT,
          PartKind.GOAL,
          PartKind.STEPS,
          PartKind.RESULTS,
          PartKind.LESSONS,
          PartKind.CONDITIONS,
          PartKind.CONTACT);

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
    return new CompareView(heading, up, columns, figures(columns), parts(columns), ready, recent);
  }

  private static List<FigureRow> figures(List<CompareColumn> columns) {
    var names = new LinkedHashMap<String, String>();
    for (CompareColumn column : columns) {
      for (KeyFigure figure : column.figures()) {
        names.putIfAbsent(VietnameseText.nameKey(figure.indicator()), figure.indicator());
      }
    }
    var several = new ArrayList<FigureRow>();
    var single = new ArrayList<FigureRow>();
    for (Map.Entry<String, String> name : names.entrySet()) {
      List<List<KeyFigure>> cells =
          columns.stream()
              .map(
                  column ->
                      column.figures().stream()
                          .filter(f -> VietnameseText.nameKey(f.indicator()).equals(name.getKey()))
                          .limit(EACH)
                          .toList())
              .toList();
      boolean shared = cells.stream().filter(cell -> !cell.isEmpty()).count() > 1;
      (shared ? several : single).add(new FigureRow(name.getValue(), cells));
    }
    several.addAll(single);
    return List.copyOf(several);
  }

  private static List<PartRow> parts(List<CompareColumn> columns) {
    return ORDER.stream()
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
