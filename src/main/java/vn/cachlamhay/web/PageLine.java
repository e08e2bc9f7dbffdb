package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import vn.cachlamhay.text.VietnameseText;

/**
 * A line of a page as a reader sees it: what stands between two breaks. Immutable but for the
 * element, which belongs to its page.
 *
 * @param block the element that the line stands in directly, looking through what only changes its
 *     look
 * @param text its letters, white space tidied, not empty
 * @param linked how many of them are links
 * @param nodes where they stand
 */
record PageLine(Element block, String text, int linked, List<TextNode> nodes) {

  private static final Pattern NO_LETTER = Pattern.compile("[^\\p{L}\\p{N}]+");

  private static final Set<String> BLOCKS =
      Set.of(
          "address article aside blockquote body button caption center dd details dialog div dl dt"
              .split(" "));

  private static final Set<String> MORE_BLOCKS =
      Set.of(
          ("fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr legend li main"
                  + " nav ol option p pre section select summary table tbody td tfoot th thead tr"
                  + " ul")
              .split(" "));

  /** Whether an element begins a line of its own. */
  static boolean isBlock(Element element) {
    String name = element.normalName();
    return BLOCKS.contains(name) || MORE_BLOCKS.contains(name);
  }

  /** How many letters are no links. */
  int plain() {
    return Math.max(0, text.length() - linked);
  }

  /** The letters that are no links. */
  String unlinked() {
    var own = new StringBuilder();
    for (TextNode node : nodes) {
      if (node.parent() != null && node.parent().closest("a[href]") == null) {
        own.append(node.getWholeText()).append(' ');
      }
    }
    return VietnameseText.tidy(own.toString().replace('\u00a0', ' '));
  }

  /** Whether it says something of its own rather than leading elsewhere: a line of an article. */
  boolean isProse() {
    return plain() >= 60 && linked * 3 < text.length();
  }

  /** Without case, tones and what is no letter or number: to compare. */
  String key() {
    return key(text);
  }

  static String key(String text) {
    return NO_LETTER.matcher(VietnameseText.fold(text)).replaceAll(" ").strip();
  }

  /** Takes lines out of their page, and the elements that held nothing else. */
  static void remove(List<PageLine> lines) {
    Set<Element> holders = Collections.newSetFromMap(new IdentityHashMap<>());
    for (PageLine line : lines) {
      for (TextNode node : line.nodes) {
        if (node.parentElement() != null) {
          holders.add(node.parentElement());
          node.text("");
        }
      }
    }
    Removal.ofEmpty(holders);
  }

  /** Whether the line stands in an element. */
  boolean isIn(Element element) {
    for (Element at = block; at != null; at = at.parent()) {
      if (at == element) {
        return true;
      }
    }
    return false;
  }

  /** The lines in an element, in the order of the page. */
  static List<PageLine> of(Element root) {
    var reader = new Reader(root);
    root.traverse(reader);
    reader.end();
    return reader.lines;
  }

  private static final class Reader implements NodeVisitor {

    private final List<PageLine> lines = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private final List<TextNode> nodes = new ArrayList<>();
    private Element block;
    private int links;
    private int linked;

    Reader(Element root) {
      this.block = root;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode words) {
        String add = words.getWholeText();
        text.append(add);
        nodes.add(words);
        if (links > 0) {
          linked += add.strip().length();
        }
      } else if (node instanceof Element element) {
        if (isBlock(element)) {
          end();
          block = element;
        } else if (element.normalName().equals("br")) {
          end();
        } else if (element.normalName().equals("a") && element.hasAttr("href")) {
          links++;
        }
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (isBlock(element)) {
          end();
          block = element.parent() == null ? element : holder(element.parent());
        } else if (element.normalName().equals("a") && element.hasAttr("href")) {
          links--;
        }
      }
    }

    private static Element holder(Element element) {
      Element at = element;
      while (!isBlock(at) && at.parent() != null) {
        at = at.parent();
      }
      return at;
    }

    private void end() {
      if (text.toString().isBlank()) {
        text.setLength(0);
        nodes.clear();
        linked = 0;
        return;
      }
      String line = VietnameseText.tidy(text.toString().replace('\u00a0', ' '));
      if (!line.isEmpty()) {
        lines.add(new PageLine(block, line, Math.min(linked, line.length()), List.copyOf(nodes)));
      }
      text.setLength(0);
      nodes.clear();
      linked = 0;
    }
  }
}
