package vn.cachlamhay.html;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.CDataNode;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Makes of an SVG drawing one that does nothing but be looked at: written anew from what {@link
 * SvgSafelist} allows, so there are no scripts, event handlers, foreign content, animations, links,
 * document types or entities in it, and nothing that would be fetched. It does not judge what the
 * drawing shows. Immutable and thread-safe.
 */
public final class SvgCleaner {

  private static final String XLINK = "http://www.w3.org/1999/xlink";

  /** Deeper nesting is no drawing. */
  private static final int DEEPEST = 200;

  private static final int MOST_ELEMENTS = 200_000;

  /**
   * A clean drawing.
   *
   * @param bytes in UTF-8
   * @param removed what is gone, in the order in which it stood: {@code <script>}, {@code onclick}
   */
  public record Cleaned(byte[] bytes, Set<String> removed) {}

  /**
   * The clean drawing; empty where the bytes are no SVG in UTF-8, or one that is made to cost
   * endless time: too deep, too large, or drawing parts that draw parts that draw parts.
   */
  public Optional<Cleaned> clean(byte[] bytes) {
    Optional<String> text = text(bytes);
    if (text.isEmpty() || isTooDeep(text.get())) {
      return Optional.empty();
    }
    Document document = Jsoup.parse(text.get(), "", Parser.xmlParser());
    Element root =
        document.children().stream()
            .filter(element -> SvgSafelist.name(element).equals("svg"))
            .findFirst()
            .orElse(null);
    if (root == null || root.getAllElements().size() > MOST_ELEMENTS) {
      return Optional.empty();
    }
    var removed = new LinkedHashSet<String>();
    if (text.get().contains("<!DOCTYPE") || text.get().contains("<!ENTITY")) {
      removed.add("<!DOCTYPE>");
    }
    Element clean = copy(root, removed);
    clean.attributes().put("xmlns", Parser.NamespaceSvg);
    clean.attributes().put("xmlns:xlink", XLINK);
    if (new SvgRepeats(clean).areTooMany()) {
      return Optional.empty();
    }
    String out = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + SvgText.of(clean) + "\n";
    return Optional.of(new Cleaned(out.getBytes(StandardCharsets.UTF_8), removed));
  }

  private static Optional<String> text(byte[] bytes) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return Optional.of(text.startsWith("\ufeff") ? text.substring(1) : text);
    } catch (CharacterCodingException e) {
      // other encodings are rare, and a way to hide things
      return Optional.empty();
    }
  }

  /** Told before parsing, so that nothing has to walk down such a tree. */
  private static boolean isTooDeep(String text) {
    int depth = 0;
    for (int at = text.indexOf('<'); at >= 0; at = text.indexOf('<', at + 1)) {
      char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
      if (next == '/') {
        depth--;
      } else if (Character.isLetter(next)) {
        int end = text.indexOf('>', at);
        boolean closed = end > 0 && text.charAt(end - 1) == '/';
        depth += closed ? 0 : 1;
        if (depth > DEEPEST) {
          return true;
        }
      }
    }
    return false;
  }

  private static Element copy(Element element, Set<String> removed) {
    String name = SvgSafelist.name(element);
    var copy = new Element(Tag.valueOf(name, Parser.NamespaceSvg, ParseSettings.preserveCase), "");
    for (Attribute attribute : element.attributes()) {
      if (attribute.getKey().equals("xmlns") || attribute.getKey().startsWith("xmlns:")) {
        continue;
      }
      if (SvgSafelist.isSafe(name, attribute)) {
        copy.attributes().put(attribute.getKey(), attribute.getValue());
      } else if (SvgSafelist.isWorthTelling(attribute)) {
        removed.add(attribute.getKey());
      }
    }
    if (name.equals("style")) {
      String rules = rules(element);
      if (SvgSafelist.isSafeStyle(rules)) {
        copy.appendChild(new TextNode(rules));
      } else {
        removed.add("<style>");
      }
      return copy;
    }
    for (Node child : element.childNodes()) {
      if (child instanceof TextNode words && !(child instanceof CDataNode)) {
        copy.appendChild(new TextNode(words.getWholeText()));
      } else if (child instanceof CDataNode data) {
        copy.appendChild(new TextNode(data.text()));
      } else if (child instanceof Element inner) {
        add(inner, copy, removed);
      }
    }
    return copy;
  }

  private static void add(Element inner, Element copy, Set<String> removed) {
    String name = SvgSafelist.name(inner);
    if (SvgSafelist.isSafe(name)) {
      copy.appendChild(copy(inner, removed));
    } else if (name.equals("a") || name.equals("switch")) {
      // what they stand around is drawn
      List<Node> children = new ArrayList<>(copy(inner, removed).childNodes());
      children.forEach(copy::appendChild);
      removed.add("<" + name + ">");
    } else if (SvgSafelist.isWorthTelling(inner)) {
      removed.add("<" + inner.tagName() + ">");
    }
  }

  private static String rules(Element style) {
    var rules = new StringBuilder();
    for (Node child : style.childNodes()) {
      if (child instanceof TextNode words) {
        rules.append(words.getWholeText());
      } else if (child instanceof org.jsoup.nodes.DataNode data) {
        rules.append(data.getWholeData());
      }
    }
    return rules.toString();
  }
}
