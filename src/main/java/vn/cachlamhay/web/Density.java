package vn.cachlamhay.web;

import java.util.IdentityHashMap;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Finds an article by where the long lines without links are. The scores are those of Readability
 * (Arc90, 2009; Mozilla's readability.js): a line gives points for its length and its commas to the
 * element around it, and fewer to those further out; links take them away again, as in
 * Kohlschütter, Fankhauser and Nejdl, "Boilerplate Detection using Shallow Text Features" (WSDM
 * 2010). Stateless.
 */
final class Density {

  private static final int LEVELS = 6;

  private Density() {}

  /** The element with the article; the root where there is hardly any text. */
  static Element best(Element root, Amounts amounts) {
    Map<Element, Double> scores = new IdentityHashMap<>();
    for (PageLine line : amounts.proseLines()) {
      long commas = line.text().chars().filter(c -> c == ',').count();
      double points = 1 + commas + Math.min(3, line.plain() / 100.0);
      Element at = holder(line.block());
      for (int level = 1; level <= LEVELS && at != null; level++) {
        scores.merge(at, points / (level <= 2 ? level : (level - 1) * 3), Double::sum);
        at = at.parent();
      }
    }
    Element best = root;
    double most = 0;
    for (Map.Entry<Element, Double> each : scores.entrySet()) {
      double score = each.getValue() * (1 - amounts.linkShare(each.getKey()));
      if (score > most) {
        most = score;
        best = each.getKey();
      }
    }
    return widened(best, amounts);
  }

  /** Paragraphs, items and rows are parts of an article, not the article. */
  private static Element holder(Element block) {
    boolean part = block.normalName().matches("p|li|h[1-6]|blockquote|ul|ol|tr|tbody");
    return part && block.parent() != null ? holder(block.parent()) : block;
  }

  /** Rows of an old layout hold a paragraph each: what is around holds much more. */
  private static Element widened(Element best, Amounts amounts) {
    Element wide = best;
    for (Element at = best.parent();
        at != null && !at.normalName().equals("html");
        at = at.parent()) {
      boolean more = amounts.prose(at) * 10L > amounts.prose(wide) * 13L;
      if (more && amounts.linkShare(at) < 0.4) {
        wide = at;
      }
    }
    return wide;
  }
}
