package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/** How much text each element of a page holds. For one page that does not change meanwhile. */
final class Amounts {

  /** Letters: all, those of links, those of prose, and of prose outside of furniture. */
  private static final class Amount {
    private int all;
    private int words;
    private int linked;
    private int prose;
  }

  private final List<PageLine> lines;
  private final List<PageLine> prose;
  private final Map<Element, Amount> amounts = new IdentityHashMap<>();
  private final Map<Element, Boolean> furniture = new IdentityHashMap<>();
  private final boolean names;

  /**
   * Counts.
   *
   * @param names whether the names of elements tell what is furniture
   */
  private Amounts(Element root, boolean names) {
    this.names = names;
    this.lines = PageLine.of(root);
    this.prose =
        lines.stream().filter(line -> line.isProse() && !isInFurniture(line.block())).toList();
    for (PageLine line : lines) {
      for (Element at = line.block(); at != null; at = at.parent()) {
        Amount amount = amounts.computeIfAbsent(at, unused -> new Amount());
        amount.all += line.text().length();
        amount.linked += line.linked();
        amount.words += line.isProse() ? line.plain() : 0;
      }
    }
    for (PageLine line : prose) {
      for (Element at = line.block(); at != null; at = at.parent()) {
        amounts.get(at).prose += line.plain();
      }
    }
  }

  /** Counts; where names would take nearly everything away they mean something else. */
  static Amounts of(Element root) {
    var amounts = new Amounts(root, true);
    return amounts.prose(root) * 4 < amounts.words(root) ? new Amounts(root, false) : amounts;
  }

  /** Whether an element stands in furniture. */
  boolean isInFurniture(Element element) {
    Boolean known = furniture.get(element);
    if (known != null || !names) {
      return names && known;
    }
    var path = new ArrayList<Element>();
    boolean within = false;
    for (Element at = element; at != null && !within; at = at.parent()) {
      Boolean told = furniture.get(at);
      if (told != null) {
        within = told;
        break;
      }
      path.add(at);
      within = Furniture.is(at);
    }
    for (Element at : path) {
      furniture.put(at, within);
    }
    return within;
  }

  List<PageLine> lines() {
    return lines;
  }

  /** The lines that may be of an article. */
  List<PageLine> proseLines() {
    return prose;
  }

  int prose(Element element) {
    Amount amount = amounts.get(element);
    return amount == null ? 0 : amount.prose;
  }

  /** Letters of prose, be it furniture or not. */
  int words(Element element) {
    Amount amount = amounts.get(element);
    return amount == null ? 0 : amount.words;
  }

  double linkShare(Element element) {
    Amount amount = amounts.get(element);
    return amount == null ? 0 : (double) amount.linked / Math.max(1, amount.all);
  }
}
