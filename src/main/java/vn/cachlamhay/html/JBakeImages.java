package vn.cachlamhay.html;

import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * Gives pictures other addresses as JBake does where {@code img.path.update} is set: the whole text
 * is parsed and printed anew, in the form of the jsoup release that JBake 2.7 uses. Stateless.
 */
public final class JBakeImages {

  private JBakeImages() {}

  /**
   * The HTML with the address of every picture replaced.
   *
   * @param address the new address of a picture; may be the old one
   */
  public static String update(String html, UnaryOperator<String> address) {
    Document document = Jsoup.parseBodyFragment(html);
    for (Element image : document.getElementsByTag("img")) {
      image.attr("src", address.apply(image.attr("src")));
    }
    return new OldJsoupPrinter().print(document.body());
  }
}
