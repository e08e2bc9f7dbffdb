package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * The footnotes and endnotes that a text refers to, in the form that web pages have: the reference
 * leads to its note, and the note leads back. For one document and one thread.
 */
final class Notes {

  private final Map<String, Integer> numbers = new LinkedHashMap<>();

  /**
   * The mark of a reference.
   *
   * @param kind {@code footnote} or {@code endnote}
   */
  Element reference(String kind, String id) {
    String name = kind + "-" + id;
    boolean first = !numbers.containsKey(name);
    int number = numbers.computeIfAbsent(name, unused -> numbers.size() + 1);
    var sup = new Element("sup");
    Element link = sup.appendElement("a").attr("href", "#note-" + number);
    if (first) {
      link.attr("id", "ref-" + number);
    }
    link.text(Integer.toString(number));
    return sup;
  }

  /** Those referred to, {@code footnote-2}, in the order of their numbers. */
  List<String> names() {
    return new ArrayList<>(numbers.keySet());
  }

  /** Puts the way back at the end of a note. */
  static void lead(Element note, int number) {
    note.attr("id", "note-" + number);
    Element last = note.childrenSize() > 0 ? note.child(note.childrenSize() - 1) : note;
    Element end = last.normalName().equals("p") ? last : note;
    end.appendText(" ").appendElement("a").attr("href", "#ref-" + number).text("↑");
  }
}
