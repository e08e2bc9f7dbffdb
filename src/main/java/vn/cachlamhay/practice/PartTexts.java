package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/**
 * The texts of the parts of a best practice, to be shown beside those of others: without pictures,
 * tables of results, anchors and notes, which stay with the article. Stateless.
 */
public final class PartTexts {

  /** What has no place in a column: it stays with the article. */
  private static final String LEFT_OUT =
      "figure, img, svg, audio, video, sup, table.results, .footnotes, script, style";

  private PartTexts() {}

  /**
   * A part.
   *
   * @param heading as written
   * @param html of what stands below the heading
   */
  public record Text(PartKind kind, String heading, String html) {}

  /**
   * Takes a text apart.
   *
   * @param html in which the parts are marked
   * @param href the address to print for a link of the article
   */
  public static List<Text> of(String html, Practice practice, UnaryOperator<String> href) {
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    var texts = new ArrayList<Text>();
    for (Practice.Part part : practice.parts()) {
      Element section = document.getElementById(part.section());
      if (section != null) {
        section.child(0).remove();
        section.select(LEFT_OUT).remove();
        section.select("div.table-scroll").unwrap();
        // below the headings of the table of comparison there are no others
        section.select("h1, h2, h3, h4, h5, h6").tagName("p").addClass("part-head");
        section.select("[id]").removeAttr("id");
        section.select("[href]").forEach(link -> link.attr("href", href.apply(link.attr("href"))));
        texts.add(new Text(part.kind(), part.heading(), section.html().strip()));
      }
    }
    return texts;
  }
}
