package vn.cachlamhay.html;

import java.util.function.UnaryOperator;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.parser.Tag;

/**
 * Gives pictures other addresses as JBake does where {@code img.path.update} is set: the whole text
 * is parsed and printed anew, in the form of the jsoup release that JBake 2.7 uses. Stateless.
 */
public final class JBakeImages {

  private JBakeImages() {}

  /** One that lets elements unknown to it, such as those of SVG, end in their start tag. */
  private static Parser parser() {
    Parser parser = Parser.htmlParser();
    parser
        .tagSet()
        .onNewTag(
            tag -> {
              if (!tag.isKnownTag()) {
                tag.set(Tag.SelfClose);
              }
            });
    return parser;
  }

  /**
   * The HTML with the address of every picture replaced.
   *
   * @param address the new address of a picture; may be the old one
   */
  public static String update(String html, UnaryOperator<String> address) {
    Element body = Document.createShell("").body();
    body.appendChildren(parser().parseFragmentInput(html, body, ""));
    for (Element image : body.getElementsByTag("img")) {
      image.attr("src", address.apply(image.attr("src")));
    }
    return new OldJsoupPrinter().print(body);
  }
}
