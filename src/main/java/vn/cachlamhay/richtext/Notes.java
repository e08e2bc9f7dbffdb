package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * The footnotes and endnotes of a document. Word, LibreOffice, Google Docs and most web pages agree
 * on one thing: a reference leads to its note, and the note leads back. For one document and one
 * thread.
 */
final class Notes {

  private static final int MOST = 2000;

  private final Map<Element, Integer> references = new IdentityHashMap<>();
  private final List<Element> contents = new ArrayList<>();

  /** Finds the notes of a document and takes them out of it. */
  Notes(Document document) {
    Map<String, Element> byName = new HashMap<>();
    Map<Element, Integer> order = new IdentityHashMap<>();
    for (Element element : document.getAllElements()) {
      order.put(element, order.size());
      for (String name : List.of(element.id(), element.attr("name"))) {
        if (!name.isEmpty()) {
          byName.putIfAbsent(name, element);
        }
      }
    }
    Map<Element, Integer> numbers = new IdentityHashMap<>();
    for (Element reference : document.select("a[href^=#]")) {
      Element target = byName.get(reference.attr("href").substring(1));
      if (target != null && order.get(target) > order.get(reference) && numbers.size() < MOST) {
        add(reference, target, numbers);
      }
    }
    contents.forEach(Node::remove);
    for (Element list : document.select("[style*=note-list]")) {
      list.select("hr").remove();
    }
  }

  /** The number of the note that an element refers to; 0 where it refers to none. */
  int number(Element reference) {
    return references.getOrDefault(reference, 0);
  }

  /** The notes in the order of their numbers, without what leads back. */
  List<Element> contents() {
    return contents;
  }

  private void add(Element reference, Element target, Map<Element, Integer> numbers) {
    Element container = container(target);
    if (container == null || contains(container, reference)) {
      return;
    }
    Integer known = numbers.get(container);
    if (known != null) {
      references.put(reference, known);
      return;
    }
    var names = new ArrayList<String>();
    for (Element e = reference; e != null && names.size() < 6; e = e.parent()) {
      names.add(e.id());
      names.add(e.attr("name"));
    }
    var back = new ArrayList<Element>();
    for (Element link : container.select("a[href^=#]")) {
      String name = link.attr("href").substring(1);
      if (!name.isEmpty() && names.contains(name)) {
        back.add(link);
      }
    }
    if (!back.isEmpty()) {
      back.forEach(Node::remove);
      contents.add(container);
      numbers.put(container, contents.size());
      references.put(reference, contents.size());
    }
  }

  /** The whole note that an anchor belongs to. */
  private static Element container(Element anchor) {
    Element nearest = null;
    int steps = 0;
    for (Element e = anchor; e != null && steps < 8; e = e.parent(), steps++) {
      String name = e.normalName();
      boolean note =
          e.id().matches("(?:ftn|edn|sdfootnote|sdendnote)\\d+")
              || e.attr("style").matches("(?s).*mso-element:\\s*(?:foot|end)note\\b(?!-).*");
      if (note) {
        return e;
      }
      if (nearest == null && List.of("li", "p", "dd", "td").contains(name)) {
        nearest = e;
      }
    }
    return nearest;
  }

  private static boolean contains(Element container, Element element) {
    for (Element e = element; e != null; e = e.parent()) {
      if (e == container) {
        return true;
      }
    }
    return false;
  }
}
