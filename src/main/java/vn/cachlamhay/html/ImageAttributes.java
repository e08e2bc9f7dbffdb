package vn.cachlamhay.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Attributes right behind a picture, {@code ![…](x.png){width=300 .left}}: a width or height in
 * pixels, and a class. Braces anywhere else, and braces that hold anything else, are what the
 * editor wrote. Stateless.
 */
final class ImageAttributes {

  private static final Pattern BRACES = Pattern.compile("^\\{\\s*([^{}]*?)\\s*\\}");

  /** The quotes may have been made typographic on the way. */
  private static final Pattern SIZE =
      Pattern.compile("(width|height)=[\"'“”‘’]?([1-9]\\d{0,4})(?:px)?[\"'“”‘’]?");

  private static final Pattern CLASS = Pattern.compile("\\.[A-Za-z][A-Za-z0-9_-]*");

  private ImageAttributes() {}

  static void apply(Element body) {
    for (Element image : body.select("img")) {
      Node next = image.nextSibling();
      if (next instanceof TextNode text) {
        Matcher braces = BRACES.matcher(text.getWholeText());
        if (braces.find() && applyAll(image, braces.group(1).split("\\s+"))) {
          text.text(text.getWholeText().substring(braces.end()));
        }
      }
    }
  }

  private static boolean applyAll(Element image, String[] words) {
    for (String word : words) {
      if (!CLASS.matcher(word).matches() && !SIZE.matcher(word).matches()) {
        return false;
      }
    }
    for (String word : words) {
      Matcher size = SIZE.matcher(word);
      if (size.matches()) {
        image.attr(size.group(1), size.group(2));
      } else {
        image.addClass(word.substring(1));
      }
    }
    return true;
  }
}
