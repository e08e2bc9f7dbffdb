package vn.cachlamhay.richtext;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeTraversor;
import vn.cachlamhay.markdown.MarkdownRenderer;

/** What words there are before and after: told by other means than those of the converter. */
final class Proof {

  private static final Pattern NOT_TEXT = Pattern.compile("<!-- not text: (.*?) -->");
  private static final MarkdownRenderer RENDERER = new MarkdownRenderer();

  private Proof() {}

  /** What the portal makes of Markdown. */
  static Document rendered(String markdown) {
    Document page = Jsoup.parse(RENDERER.render(markdown, "dan.md", 1).html());
    page.outputSettings().prettyPrint(false);
    return page;
  }

  /**
   * The words of a source in a browser's eyes; a comment in the source names by a selector what of
   * it is no text of the article, and an attribute {@code data-hien} says what a font from before
   * Unicode shows.
   */
  static String source(String html) {
    Document page = Jsoup.parse(html);
    NOT_TEXT.matcher(html).results().forEach(found -> page.select(found.group(1)).remove());
    for (Element mark : page.select("[style*=mso-list:Ignore]")) {
      if (!mark.text().matches("\\s*(\\d+|[ivx]+|[a-zA-Z])[.)]?\\s*") || isListNumber(mark)) {
        mark.remove();
      }
    }
    page.select("[data-hien]").forEach(old -> old.text(old.attr("data-hien")));
    page.select("script, style, head, del, template").remove();
    for (Element image : page.select("img[alt]")) {
      if (!image.attr("alt").matches("Picture \\d")) {
        image.after(new TextNode(" " + image.attr("alt") + " "));
      }
    }
    return words(page);
  }

  /** Headings keep their numbers; those of lists are drawn by the browser. */
  private static boolean isListNumber(Element mark) {
    boolean heading = mark.closest("h1, h2, h3, h4, h5, h6, [style*=outline-level]") != null;
    return !heading && mark.text().matches("\\s*\\d+[.)]\\s*|\\s*o\\s*");
  }

  /** The words of the page that the portal makes, with the captions of pictures. */
  static String page(String markdown) {
    Document page = rendered(markdown);
    for (Element image : page.select("img")) {
      image.after(new TextNode(" " + image.attr("alt") + " " + image.attr("title") + " "));
    }
    // a picture that is not there is told by its description
    for (Element link : page.select("a:matches(^Ảnh: ), em:matches(^Ảnh: )")) {
      link.text(link.text().substring("Ảnh: ".length()));
    }
    page.select("sup[id^=fnref], .footnote-backref").remove();
    return words(page);
  }

  private static String words(Document page) {
    var text = new StringBuilder();
    NodeTraversor.traverse(
        (Node node, int depth) -> {
          if (node instanceof TextNode words) {
            text.append(words.getWholeText());
          } else if (node instanceof Element element
              && (element.isBlock()
                  || List.of("br", "td", "th", "img").contains(element.normalName()))) {
            text.append(' ');
          }
        },
        page);
    return tidy(text.toString());
  }

  /** Composed, with one form of each kind of quotation mark and dash, one space between words. */
  static String tidy(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC)
        .replaceAll("[\u200b\ufeff\u00ad\u2060]", "")
        .replaceAll("[\u201c\u201d\u201e\u00ab\u00bb]", "\"")
        .replaceAll("[\u2018\u2019\u201a]", "'")
        .replace("...", "\u2026")
        .replace('\u2011', '-')
        .replaceAll("[\\s\u00a0\u2002\u2003\u2009\u202f]+", " ")
        .strip();
  }

  /** Letters and digits alone: what must never differ. */
  static List<String> wordList(String text) {
    return Pattern.compile("[\\p{L}\\p{N}]+")
        .matcher(text)
        .results()
        .map(found -> found.group())
        .collect(Collectors.toList());
  }
}
