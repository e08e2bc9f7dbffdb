package vn.cachlamhay.recognition;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.richtext.Passage;
import vn.cachlamhay.richtext.Passage.Kind;

/** Passages from lines of test data. Stateless. */
final class Lines {

  /** Stands for "…": text of which nothing is to be recognised. */
  static final String PARAGRAPH =
      "Việc ấy mất nhiều công, ai cũng thấy khó lúc đầu, nhưng làm dần rồi quen, và nay thì không ai muốn quay lại"
          + " như trước, bởi cách mới vừa nhanh vừa đỡ phải đi lại.";

  private static final String PICTURE = "[ảnh]";

  private Lines() {}

  /** Of a cell of a table, with ¶ between the lines. */
  static List<Passage> ofCell(String cell) {
    return of(List.of(cell.split(" ¶ ")));
  }

  /** Of lines; {@code **} bold, {@code *} italic, {@code #} heading, {@code -} item of a list. */
  static List<Passage> of(List<String> lines) {
    var passages = new ArrayList<Passage>();
    for (String line : lines) {
      String text = Normalizer.normalize(line.replace('\u00a0', ' '), Normalizer.Form.NFC);
      text = text.replaceAll("[ \t]+", " ").strip();
      if (!text.isEmpty()) {
        passages.add(passage(passages.size(), text.equals("…") ? PARAGRAPH : text));
      }
    }
    return passages;
  }

  private static Passage passage(int number, String text) {
    if (text.equals(PICTURE)) {
      return new Passage(number, Kind.PICTURE, 0, "", false, false);
    }
    if (text.matches("#{1,3} .+")) {
      int level = text.indexOf(' ');
      return new Passage(number, Kind.HEADING, level, text.substring(level + 1), false, false);
    }
    if (text.startsWith("- ")) {
      return new Passage(number, Kind.ITEM, 0, text.substring(2), false, false);
    }
    if (text.matches("\\*\\*[^*].*[^*]\\*\\*")) {
      String bold = text.substring(2, text.length() - 2);
      return new Passage(number, Kind.PARAGRAPH, 0, bold, true, false);
    }
    if (text.matches("\\*[^*].*[^*]\\*")) {
      String italic = text.substring(1, text.length() - 1);
      return new Passage(number, Kind.PARAGRAPH, 0, italic, false, true);
    }
    return new Passage(number, Kind.PARAGRAPH, 0, text, false, false);
  }
}
