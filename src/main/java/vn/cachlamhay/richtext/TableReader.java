package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Reads a table into rows of equal length. What was merged stands in the first of its cells; the
 * others are empty. For one table and one thread.
 */
final class TableReader {

  private static final int MOST_COLUMNS = 60;
  private static final int MOST_CELLS = 60_000;

  private final BlockReader.Source source;
  private final Function<Element, List<Block>> content;
  private boolean merged;

  /**
   * @param content what stands in a cell
   */
  TableReader(BlockReader.Source source, Function<Element, List<Block>> content) {
    this.source = source;
    this.content = content;
  }

  /** The table, and before it what is only written across it; no table where it is but a frame. */
  List<Block> read(Element table) {
    var out = new ArrayList<Block>();
    List<Element> rows = rows(table, out);
    List<Map<Integer, List<Block>>> grid = grid(rows);
    grid.removeIf(row -> row.values().stream().allMatch(List::isEmpty));
    List<Integer> columns =
        grid.stream()
            .flatMap(row -> row.entrySet().stream())
            .filter(cell -> !cell.getValue().isEmpty())
            .map(Map.Entry::getKey)
            .distinct()
            .sorted()
            .toList();
    if (isFrame(grid, columns)) {
      grid.forEach(row -> row.values().forEach(out::addAll));
      return out;
    }
    while (grid.size() > 2 && isAcross(grid.get(0))) {
      out.addAll(grid.remove(0).values().iterator().next());
    }
    if (merged) {
      source.notices().add(ProblemCode.DAN_O_GOP);
    }
    var lines = new ArrayList<List<List<Inline>>>();
    for (Map<Integer, List<Block>> row : grid) {
      lines.add(columns.stream().map(at -> CellText.of(row.getOrDefault(at, List.of()))).toList());
    }
    out.add(new Block.Table(lines));
    return out;
  }

  /** Of the table itself, not of tables in it; a caption comes before it. */
  private List<Element> rows(Element table, List<Block> before) {
    var rows = new ArrayList<Element>();
    for (Element child : table.children()) {
      if (child.normalName().equals("tr")) {
        rows.add(child);
      } else if (child.normalName().equals("caption")) {
        before.addAll(content.apply(child));
      } else {
        child.children().stream().filter(row -> row.normalName().equals("tr")).forEach(rows::add);
      }
    }
    return rows;
  }

  private List<Map<Integer, List<Block>>> grid(List<Element> rows) {
    var grid = new ArrayList<Map<Integer, List<Block>>>();
    var taken = new int[MOST_COLUMNS];
    int cells = 0;
    for (Element row : rows) {
      var line = new TreeMap<Integer, List<Block>>();
      int column = 0;
      for (Element cell : row.children()) {
        if (!cell.normalName().equals("td") && !cell.normalName().equals("th")) {
          continue;
        }
        while (column < MOST_COLUMNS - 1 && taken[column] > 0) {
          column++;
        }
        if (cells++ < MOST_CELLS) {
          line.computeIfAbsent(column, unused -> new ArrayList<>()).addAll(content.apply(cell));
        }
        int wide = span(cell, "colspan", MOST_COLUMNS);
        int high = span(cell, "rowspan", 1000);
        merged |= wide > 1 || high > 1;
        for (int i = column; i < Math.min(column + wide, MOST_COLUMNS); i++) {
          taken[i] = Math.max(taken[i], high);
        }
        column = Math.min(column + wide, MOST_COLUMNS - 1);
      }
      for (int i = 0; i < taken.length; i++) {
        taken[i] = Math.max(0, taken[i] - 1);
      }
      grid.add(line);
    }
    return grid;
  }

  private static int span(Element cell, String attribute, int most) {
    String written = cell.attr(attribute).strip();
    int value = written.matches("\\d{1,6}") ? Integer.parseInt(written) : 1;
    return Math.max(1, Math.min(value, most));
  }

  /** One column, or one cell with whole paragraphs in it, only lays out the page. */
  private static boolean isFrame(List<Map<Integer, List<Block>>> grid, List<Integer> columns) {
    boolean large =
        grid.stream()
            .flatMap(row -> row.values().stream())
            .anyMatch(cell -> cell.stream().anyMatch(CellText::needsRoom));
    return columns.size() < 2 || large;
  }

  /** A title that is merged over all columns. */
  private boolean isAcross(Map<Integer, List<Block>> row) {
    return merged && row.size() == 1;
  }
}
