package vn.cachlamhay.html;

import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;

/**
 * Counts what is drawn when parts of a drawing draw other parts ({@code use}, patterns), which can
 * double with every step. For one drawing and one thread.
 */
final class SvgRepeats {

  private static final long MOST = 1_000_000;

  private final Element root;
  private final Map<String, Element> byId = new HashMap<>();
  private final Map<Element, Long> known = new IdentityHashMap<>();
  private final Set<Element> open = new HashSet<>();
  private boolean circular;

  SvgRepeats(Element root) {
    this.root = root;
    for (Element element : root.getAllElements()) {
      if (!element.id().isEmpty()) {
        byId.putIfAbsent(element.id(), element);
      }
    }
  }

  boolean areTooMany() {
    return count(root, 0) > MOST || circular;
  }

  private long count(Element element, int depth) {
    Long before = known.get(element);
    if (before != null) {
      return before;
    }
    boolean again = open.contains(element);
    if (again || depth > 1000) {
      circular = true;
      return MOST;
    }
    open.add(element);
    long count = 1;
    for (Element child : element.children()) {
      count = Math.min(MOST + 1, count + count(child, depth + 1));
    }
    String address = element.hasAttr("href") ? element.attr("href") : element.attr("xlink:href");
    Element target = address.startsWith("#") ? byId.get(address.substring(1)) : null;
    if (target != null) {
      count = Math.min(MOST + 1, count + count(target, depth + 1));
    }
    open.remove(element);
    known.put(element, count);
    return count;
  }
}
