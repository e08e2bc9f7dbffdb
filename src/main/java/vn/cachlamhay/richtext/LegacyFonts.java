package vn.cachlamhay.richtext;

import java.util.Set;
import java.util.TreeSet;
import org.jsoup.nodes.Element;
import vn.cachlamhay.encoding.FontEncodings;
import vn.cachlamhay.encoding.FontText;

/**
 * Text that only looks Vietnamese in a font of its own, from before Unicode, made Unicode. For one
 * document and one thread.
 */
final class LegacyFonts {

  private final Set<String> seen = new TreeSet<>();
  private Element block;
  private String around = "";

  /**
   * The words as their font shows them.
   *
   * @param families as a style sheet names them
   * @param parent of the words
   */
  String unicode(String families, String text, Element parent) {
    if (families.isEmpty() || FontEncodings.ofFont(families).isEmpty()) {
      return text;
    }
    String shown = FontText.toUnicode(families, text, around(parent));
    if (!shown.equals(text)) {
      seen.add(families.split(",")[0].replaceAll("[\"']", "").strip());
    }
    return shown;
  }

  /** The text of the paragraph; remembered, since it is asked for each of its words. */
  private String around(Element parent) {
    Element own = parent;
    while (own.parent() != null && !own.isBlock()) {
      own = own.parent();
    }
    if (own != block) {
      block = own;
      around = own.wholeText();
    }
    return around;
  }

  /** The fonts of such text. */
  Set<String> seen() {
    return seen;
  }
}
