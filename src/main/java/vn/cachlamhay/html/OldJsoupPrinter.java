package vn.cachlamhay.html;

import java.util.Set;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.DataNode;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Tag;

/**
 * Prints HTML with the line ends and blanks of jsoup 1.14, which JBake 2.7 comes with; later
 * releases of jsoup set them elsewhere. Needed only where a page must be the same bytes. For one
 * print.
 */
final class OldJsoupPrinter {

  /**
   * Elements that stand in the line in which they begin. All others that jsoup knows are blocks.
   */
  private static final Set<String> INLINE =
      Set.of(
          ("object base font tt i b u big small em strong dfn code samp kbd var cite abbr time"
                  + " acronym mark ruby rt rp a img br wbr map q sub sup bdo iframe embed span"
                  + " input select textarea label button optgroup option legend datalist keygen"
                  + " output progress meter area param source track summary command device"
                  + " basefont bgsound menuitem data bdi s strike nobr")
              .split(" "));

  /** Blocks whose content goes on in the same line. */
  private static final Set<String> IN_ONE_LINE =
      Set.of("title a p h1 h2 h3 h4 h5 h6 pre address li th td script style ins del s".split(" "));

  private static final Set<String> BLOCK =
      Set.of(
          ("html head body frameset script noscript style meta link title frame noframes section"
                  + " nav aside hgroup header footer p h1 h2 h3 h4 h5 h6 ul ol pre div blockquote"
                  + " hr address figure figcaption form fieldset ins del dl dt dd li table caption"
                  + " thead tfoot tbody colgroup col tr th td video audio canvas details menu"
                  + " plaintext template article main svg math center dir applet marquee listing")
              .split(" "));

  private static final Set<String> EMPTY =
      Set.of(
          ("meta link base frame img br wbr embed hr input keygen col command device area"
                  + " basefont bgsound menuitem param source track")
              .split(" "));

  private static final Set<String> KEEPS_BLANKS = Set.of("pre", "plaintext", "title", "textarea");

  private static final Set<String> AS_IT_IS = Set.of("script", "style");

  private final StringBuilder out = new StringBuilder();

  /** The content of an element. */
  String print(Element element) {
    element.childNodes().forEach(child -> print(child, 0));
    return out.toString().trim();
  }

  private void print(Node node, int depth) {
    if (node instanceof TextNode text) {
      print(text, depth);
    } else if (node instanceof DataNode data) {
      print(data);
    } else if (node instanceof Comment comment) {
      if (isFirstInBlock(node)) {
        newLine(depth);
      }
      out.append("<!--").append(comment.getData()).append("-->");
    } else if (node instanceof Element element) {
      print(element, depth);
    } else {
      out.append(node.outerHtml());
    }
  }

  /** The content of scripts and styles as it is; that of frames was text then. */
  private void print(DataNode data) {
    if (data.parent() != null && AS_IT_IS.contains(data.parent().normalName())) {
      out.append(data.getWholeData());
    } else {
      escape(oneBlank(data.getWholeData()), false);
    }
  }

  private void print(Element element, int depth) {
    boolean inBlock = spreads(element) || (element.parent() != null && spreads(element.parent()));
    if (inBlock && !staysInLine(element) && !out.isEmpty()) {
      newLine(depth);
    }
    out.append('<').append(element.tagName());
    element.attributes().forEach(this::print);
    String name = element.normalName();
    boolean closed =
        element.childNodeSize() == 0 && (EMPTY.contains(name) || closesItself(element));
    if (closed) {
      out.append(EMPTY.contains(name) ? ">" : " />");
      return;
    }
    out.append('>');
    element.childNodes().forEach(child -> print(child, depth + 1));
    if (element.childNodeSize() > 0 && spreads(element)) {
      newLine(depth);
    }
    out.append("</").append(element.tagName()).append('>');
  }

  private void print(Attribute attribute) {
    out.append(' ').append(attribute.getKey());
    String value = attribute.getValue();
    boolean bare =
        !attribute.hasDeclaredValue()
            || ((value.isEmpty() || value.equalsIgnoreCase(attribute.getKey()))
                && Attribute.isBooleanAttribute(attribute.getKey()));
    if (!bare) {
      out.append("=\"");
      escape(value, true);
      out.append('"');
    }
  }

  private void print(TextNode text, int depth) {
    if (isFirstInBlock(text) && !text.isBlank()) {
      newLine(depth);
    }
    String whole = text.getWholeText();
    escape(keepsBlanks(text.parent()) ? whole : oneBlank(whole), false);
  }

  private static String oneBlank(String text) {
    return text.replaceAll("[ \\t\\n\\f\\r]+", " ");
  }

  private void escape(String text, boolean inAttribute) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '&' -> out.append("&amp;");
        case '\u00a0' -> out.append("&nbsp;");
        case '<' -> out.append(inAttribute ? "<" : "&lt;");
        case '>' -> out.append(inAttribute ? ">" : "&gt;");
        case '"' -> out.append(inAttribute ? "&quot;" : "\"");
        default -> out.append(c);
      }
    }
  }

  private void newLine(int depth) {
    out.append('\n').append(" ".repeat(depth));
  }

  private static boolean isFirstInBlock(Node node) {
    return node.siblingIndex() == 0
        && node.parentNode() instanceof Element parent
        && spreads(parent);
  }

  /** Whether the content of an element stands in lines of its own. */
  private static boolean spreads(Element element) {
    String name = element.normalName();
    return !INLINE.contains(name) && !IN_ONE_LINE.contains(name);
  }

  private static boolean staysInLine(Element element) {
    return !BLOCK.contains(element.normalName())
        && !EMPTY.contains(element.normalName())
        && (element.parent() == null || BLOCK.contains(element.parent().normalName()))
        && element.previousSibling() != null;
  }

  private static boolean keepsBlanks(Node node) {
    Node at = node;
    for (int i = 0; i < 6 && at instanceof Element element; i++) {
      if (KEEPS_BLANKS.contains(element.normalName())) {
        return true;
      }
      at = element.parent();
    }
    return false;
  }

  private static boolean closesItself(Element element) {
    String name = element.normalName();
    return !BLOCK.contains(name) && !INLINE.contains(name) && element.tag().is(Tag.SeenSelfClose);
  }
}
