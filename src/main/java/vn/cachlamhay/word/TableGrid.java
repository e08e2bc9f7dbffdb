package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The cells of a table of Word, as HTML counts them. Stateless. */
final class TableGrid {

  private static final int WIDEST = 100;

  private TableGrid() {}

  /**
   * A cell.
   *
   * @param content an element with its blocks
   * @param wide how many columns it takes
   * @param high how many rows
   * @param heading whether its row is repeated on each page
   */
  record Cell(XmlNode content, int wide, int high, boolean heading) {}

  static List<List<Cell>> of(XmlNode table) {
    var rows = new ArrayList<XmlNode>();
    collect(table, "w:tr", rows);
    rows.removeIf(row -> row.child("w:trPr").has("w:del"));
    var grid = new ArrayList<TreeMap<Integer, XmlNode>>();
    for (XmlNode row : rows) {
      var cells = new ArrayList<XmlNode>();
      collect(row, "w:tc", cells);
      var line = new TreeMap<Integer, XmlNode>();
      int column = XmlNode.number(row.child("w:trPr").value("w:gridBefore"), 0);
      for (XmlNode cell : cells) {
        line.put(column, cell);
        column += wide(cell);
      }
      grid.add(line);
    }
    return cells(rows, grid);
  }

  private static List<List<Cell>> cells(List<XmlNode> rows, List<TreeMap<Integer, XmlNode>> grid) {
    var out = new ArrayList<List<Cell>>();
    var high = heights(grid);
    for (int i = 0; i < grid.size(); i++) {
      var line = new ArrayList<Cell>();
      int column = 0;
      boolean heading = rows.get(i).child("w:trPr").has("w:tblHeader");
      for (var entry : grid.get(i).entrySet()) {
        if (entry.getKey() > column && column == 0) {
          line.add(new Cell(XmlNode.empty("w:tc"), Math.min(WIDEST, entry.getKey()), 1, false));
        }
        column = entry.getKey() + wide(entry.getValue());
        if (!continues(entry.getValue())) {
          int tall = high.get(i).getOrDefault(entry.getKey(), 1);
          line.add(new Cell(entry.getValue(), wide(entry.getValue()), tall, heading));
        }
      }
      out.add(line);
    }
    return out;
  }

  /** How many rows each cell takes, from the last row upwards. */
  private static List<TreeMap<Integer, Integer>> heights(List<TreeMap<Integer, XmlNode>> grid) {
    var heights = new ArrayList<TreeMap<Integer, Integer>>();
    grid.forEach(row -> heights.add(new TreeMap<>()));
    for (int i = grid.size() - 1; i >= 0; i--) {
      for (int column : grid.get(i).keySet()) {
        XmlNode below = i + 1 < grid.size() ? grid.get(i + 1).get(column) : null;
        boolean more = below != null && continues(below) && isMerged(grid.get(i).get(column));
        heights.get(i).put(column, more ? 1 + heights.get(i + 1).get(column) : 1);
      }
    }
    return heights;
  }

  private static boolean isMerged(XmlNode cell) {
    return cell.child("w:tcPr").has("w:vMerge");
  }

  private static boolean continues(XmlNode cell) {
    return isMerged(cell) && !cell.child("w:tcPr").value("w:vMerge").equals("restart");
  }

  private static int wide(XmlNode cell) {
    int told = XmlNode.number(cell.child("w:tcPr").value("w:gridSpan"), 1);
    return Math.max(1, Math.min(WIDEST, told));
  }

  /** Rows and cells may stand in controls and in tracked changes. */
  private static void collect(XmlNode parent, String name, List<XmlNode> found) {
    for (XmlNode child : parent.children()) {
      if (child.is(name)) {
        found.add(child);
      } else if (child.name().matches("w:(?:sdt|sdtContent|customXml|ins|moveTo)")) {
        collect(child, name, found);
      }
    }
  }
}
