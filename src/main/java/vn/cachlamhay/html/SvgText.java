package vn.cachlamhay.html;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes elements as XML, letter for letter what a parser of XML reads back. Stateless. */
final class SvgText {

  private SvgText() {}

  static String of(Element element) {
    var out = new StringBuilder();
    write(element, out);
    return out.toString();
  }

  private static void write(Node node, StringBuilder out) {
    if (node instanceof TextNode words) {
      escape(words.getWholeText(), out);
      return;
    }
    var element = (Element) node;
    out.append('<').append(element.tagName());
    for (Attribute attribute : element.attributes()) {
      out.append(' ').append(attribute.getKey()).append("=\"");
      escape(attribute.getValue(), out);
      out.append('"');
    }
    if (element.childNodeSize() == 0) {
      out.append("/>");
      return;
    }
    out.append('>');
    element.childNodes().forEach(child -> write(child, out));
    out.append("</").append(element.tagName()).append('>');
  }

  private static void escape(String text, StringBuilder out) {
    text.codePoints()
        .forEach(
            c -> {
              if (c == '<') {
                out.append("&lt;");
              } else if (c == '>') {
                out.append("&gt;");
              } else if (c == '&') {
                out.append("&amp;");
              } else if (c == '"') {
                out.append("&quot;");
              } else if (c >= ' ' && !(c >= 0xD800 && c < 0xE000) && c < 0xFFFE
                  || c > 0xFFFF
                  || c == '\n'
                  || c == '\t') {
                out.appendCodePoint(c);
              }
            });
  }
}
