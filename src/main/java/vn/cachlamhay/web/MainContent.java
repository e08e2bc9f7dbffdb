package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript.Attachment;

/**
 * The article of a page among navigation, advertising, other articles and discussions: in the
 * element that the page names as such, or else where its long lines stand together. Title, date
 * line, lead and byline that stand outside of that element come before and behind it. Stateless.
 */
final class MainContent {

  private static final int MOST_DROPPED = 1000;
  private static final int LONGEST_DROPPED = 300;

  private MainContent() {}

  /**
   * What was found.
   *
   * @param html the article alone, in a document of its own
   * @param dropped the lines that are not in it
   */
  record Found(Document html, List<Attachment> attachments, List<String> dropped) {}

  /**
   * Takes a page apart.
   *
   * @param page is used up
   * @param hints what it says of itself
   */
  static Found of(Document page, List<Hint> hints) {
    List<Element> styles = new ArrayList<>();
    page.select("style").forEach(style -> styles.add(style.clone()));
    page.select("style").forEach(Element::remove);
    PageMarkup.clean(page);
    Element root = page.body();
    Amounts amounts = Amounts.of(root);
    Element content = Containers.in(root, amounts).orElseGet(() -> Density.best(root, amounts));
    var around = new Surroundings(amounts, content, hints);
    var places = new ArrayList<>(around.before());
    List<Element> behind = around.behind();
    List<Element> documents = new ArrayList<>();
    around.documentsBehind().forEach(place -> documents.add(place.clone()));
    PageLine.remove(around.titleWithin());
    new Pruning(content, amounts).prune();
    documents.add(0, content);

    Document html = Document.createShell(page.baseUri());
    html.outputSettings().prettyPrint(false);
    styles.forEach(html.head()::appendChild);
    List<Attachment> attachments = FileLinks.of(documents);
    Element article = html.body();
    places.forEach(article::appendChild);
    boolean part = content.normalName().matches("body|td|th|tr|tbody|li|p");
    content.tagName(part ? "div" : content.normalName());
    unpackRows(content);
    article.appendChild(content);
    behind.forEach(article::appendChild);
    Captions.mark(article);
    return new Found(html, attachments, dropped(amounts, article));
  }

  /** Rows and cells that have lost their table. */
  private static void unpackRows(Element content) {
    for (Element part : content.select("tr, td, th, tbody")) {
      Element table = part.closest("table");
      if (table == null) {
        part.tagName("div");
      }
    }
  }

  private static List<String> dropped(Amounts before, Element article) {
    Map<String, Integer> kept = new HashMap<>();
    PageLine.of(article).forEach(line -> kept.merge(line.key(), 1, Integer::sum));
    var dropped = new ArrayList<String>();
    for (PageLine line : before.lines()) {
      int times = kept.merge(line.key(), -1, Integer::sum);
      if (times < 0 && dropped.size() < MOST_DROPPED) {
        String text = line.text();
        dropped.add(
            text.length() <= LONGEST_DROPPED ? text : text.substring(0, LONGEST_DROPPED) + "…");
      }
    }
    return dropped;
  }
}
