package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;

/**
 * Takes many nodes out of a page at once: one at a time, a hundred thousand beside each other would
 * take minutes. Stateless.
 */
final class Removal {

  private static final int FEW = 30;

  private Removal() {}

  static void of(Collection<? extends Node> nodes) {
    Map<Element, List<Node>> byParent = new IdentityHashMap<>();
    for (Node node : nodes) {
      Element parent = node.parentElement();
      if (parent != null) {
        byParent.computeIfAbsent(parent, unused -> new ArrayList<>()).add(node);
      }
    }
    byParent.forEach(Removal::from);
  }

  private static void from(Element parent, List<Node> gone) {
    if (gone.size() <= FEW) {
      gone.forEach(Node::remove);
      return;
    }
    Set<Node> set = Collections.newSetFromMap(new IdentityHashMap<>());
    set.addAll(gone);
    List<Node> kept = parent.childNodes().stream().filter(node -> !set.contains(node)).toList();
    parent.empty();
    kept.forEach(parent::appendChild);
  }

  /** Takes elements out that hold nothing to see, and those around them that hold nothing else. */
  static void ofEmpty(Collection<Element> elements) {
    Collection<Element> left = elements;
    while (!left.isEmpty()) {
      Set<Element> outer = Collections.newSetFromMap(new IdentityHashMap<>());
      List<Element> empty =
          left.stream()
              .filter(
                  each ->
                      each.parent() != null
                          && !each.normalName().equals("body")
                          && !each.hasText()
                          && each.selectFirst("img, hr") == null)
              .toList();
      empty.forEach(each -> outer.add(each.parent()));
      of(empty);
      left = outer;
    }
  }
}
