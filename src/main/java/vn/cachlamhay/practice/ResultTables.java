package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import vn.cachlamhay.chart.ResultBars;
import vn.cachlamhay.model.Figure;

/** Finds the tables of results in a text, and gives their rows anchors. Stateless. */
final class ResultTables {

  private ResultTables() {}

  /**
   * All figures of all tables of results, in their order.
   *
   * @param charts whether each table gets its chart
   */
  static List<Figure> mark(Element body, boolean charts, PracticeReader.Anchors anchors) {
    var figures = new ArrayList<Figure>();
    for (Element table : body.select("table")) {
      List<Figure> ofTable = rows(table, anchors);
      if (charts) {
        ResultBars.of(ofTable).ifPresent(svg -> chart(table, svg));
      }
      figures.addAll(ofTable);
    }
    return figures;
  }

  /** Beside the table, which says the same in words. */
  private static void chart(Element table, String svg) {
    Element scroll = table.closest(".table-scroll");
    (scroll == null ? table : scroll).after("<figure class=\"chart\">" + svg + "</figure>");
  }

  private static List<Figure> rows(Element table, PracticeReader.Anchors anchors) {
    List<Element> rows = table.select("tr");
    if (rows.size() < 2 || table.selectFirst("table table") != null) {
      return List.of();
    }
    List<Element> below = rows.subList(1, rows.size());
    List<List<String>> cells = below.stream().map(Cells::of).toList();
    Columns columns = Columns.of(Cells.of(rows.get(0)), cells);
    String caption = caption(table);
    if (!areResults(columns, caption)) {
      return List.of();
    }
    var reader = new ResultRows(columns, caption);
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < below.size(); i++) {
      List<Figure> ofRow = reader.read(cells.get(i));
      if (!ofRow.isEmpty()) {
        String anchor = anchors.next("so-lieu");
        below.get(i).id(anchor);
        ofRow.forEach(figure -> figures.add(figure.at(anchor)));
      }
    }
    if (!figures.isEmpty()) {
      table.addClass("results");
    }
    return figures;
  }

  /** Whether a table says what was counted: in a column or for all of its rows in its caption. */
  static boolean areResults(Columns columns, String caption) {
    return columns.areResults() && (!caption.isEmpty() || columns.has(Column.Role.INDICATOR));
  }

  private static String caption(Element table) {
    Element caption = table.selectFirst("caption");
    return caption == null ? "" : caption.text().strip();
  }
}
