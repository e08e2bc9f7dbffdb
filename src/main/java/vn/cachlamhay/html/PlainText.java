package vn.cachlamhay.html;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** The words of HTML, as readers see them. Stateless. */
final class PlainText {

  private PlainText() {}

  /** The text, blocks separated by line ends. */
  static String of(Element body) {
    var text = new StringBuilder();
    NodeTraversor.traverse(
        new NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode words) {
              text.append(words.text());
            } else if (breaksLine(node)) {
              text.append('\n');
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (breaksLine(node)) {
              text.append('\n');
            }
          }
        },
        body);
    return withoutBlankLines(text.toString()).strip();
  }

  /** Line ends without blanks around them, one for several. */
  static String withoutBlankLines(String text) {
    var out = new StringBuilder(text.length());
    int from = 0;
    for (int at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', from)) {
      int end = at;
      while (end > from && (text.charAt(end - 1) == ' ' || text.charAt(end - 1) == '\t')) {
        end--;
      }
      out.append(text, from, end).append('\n');
      from = at + 1;
      while (from < text.length() && isSpace(text.charAt(from))) {
        from++;
      }
    }
    return out.append(text, from, text.length()).toString();
  }

  /** As regular expressions know it. */
  private static boolean isSpace(char letter) {
    return letter == ' ' || letter >= '\t' && letter <= '\r';
  }

  private static boolean breaksLine(Node node) {
    return node instanceof Element element
        && (element.isBlock() || element.normalName().equals("br"));
  }
}
