package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import vn.cachlamhay.text.VietnameseText;

/** Texts of the cells of tables. Stateless. */
final class Cells {

  private Cells() {}

  /** The cells of a row, each as many times as it is wide, without the marks of footnotes. */
  static List<String> of(Element row) {
    var cells = new ArrayList<String>();
    for (Element cell : row.children()) {
      Element copy = cell.clone();
      copy.select("sup").remove();
      String text = VietnameseText.tidy(copy.text());
      int width = width(cell.attr("colspan"));
      for (int i = 0; i < width; i++) {
        cells.add(text);
      }
    }
    return List.copyOf(cells);
  }

  /** Whether a cell says that nothing is known. */
  static boolean isEmpty(String cell) {
    return cell.matches("[\\s\\-–—…._/x]*|(?i:không rõ|chưa có|không có|n/a)");
  }

  private static int width(String colspan) {
    return colspan.matches("[1-9]\\d?") ? Integer.parseInt(colspan) : 1;
  }
}
