package vn.cachlamhay.html;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;

/**
 * Makes an article's final HTML from raw HTML: cleaned, headings with anchors and below the page's
 * own heading, pictures as figures with their sizes, tables that scroll inside themselves, links as
 * the caller wants them. Immutable and thread-safe.
 */
public final class ArticleHtml {

  /** How wide the text is, as the style sheet has it. */
  private static final String COLUMN = "(min-width: 50em) 46rem, 100vw";

  // taken apart once: an article asks for a dozen of them
  private static final Evaluator HEADINGS = Selector.evaluatorOf("h1, h2, h3, h4, h5, h6");
  private static final Evaluator TOP_HEADING = Selector.evaluatorOf("h1");
  private static final Evaluator ALIGNED = Selector.evaluatorOf("td[align], th[align]");
  private static final Evaluator TABLES = Selector.evaluatorOf("table");
  private static final Evaluator LONE_PICTURES = Selector.evaluatorOf("p:has(> img:only-child)");
  private static final Evaluator PICTURES = Selector.evaluatorOf("img");
  private static final Evaluator BACK_LINKS = Selector.evaluatorOf("a.footnote-backref");
  private static final Evaluator NAMED = Selector.evaluatorOf("[id]");
  private static final Map<String, Evaluator> ADDRESSES =
      Stream.of("href", "src", "poster")
          .collect(
              Collectors.toMap(
                  name -> name,
                  name -> Selector.evaluatorOf("[" + name + "]"),
                  (one, other) -> one,
                  LinkedHashMap::new));

  private final HtmlCleaner cleaner = new HtmlCleaner();
  private final UnaryOperator<String> slug;

  /**
   * @param slug makes an anchor from a heading's text
   */
  public ArticleHtml(UnaryOperator<String> slug) {
    this.slug = slug;
  }

  /** What the article's surroundings know of its links and pictures. */
  public interface Surroundings {

    /** The address to print for an address as written. */
    String href(String written);

    /** The size of a picture as written; empty where it is not known. */
    Optional<ImageSizes.Size> imageSize(String written);

    /** The files of a picture with their widths as {@code srcset} has them; empty for only one. */
    String sources(String written, ImageSizes.Size size);
  }

  /**
   * A heading.
   *
   * @param id its anchor
   * @param level 1 to 6
   */
  public record Heading(String id, String text, int level) {}

  /**
   * A finished body.
   *
   * @param text plain text, blocks separated by line ends
   * @param anchors every id in the HTML
   * @param removed what was cleaned away, described
   */
  public record Result(
      String html, String text, List<Heading> headings, Set<String> anchors, Set<String> removed) {}

  /** Finishes HTML from Markdown. */
  public Result finish(String html, Surroundings surroundings) {
    HtmlCleaner.Cleaned cleaned = cleaner.clean(html);
    Element body = cleaned.document().body();
    uniqueIds(body);
    lowerHeadings(body);
    List<Heading> headings = anchorHeadings(body);
    if (body.selectFirst(TABLES) != null) {
      alignCells(body);
      wrapTables(body);
    }
    if (body.selectFirst(PICTURES) != null) {
      ImageAttributes.apply(body);
      figures(body);
      images(body, surroundings);
    }
    links(body, surroundings);
    footnotes(body);
    return new Result(body.html(), PlainText.of(body), headings, anchors(body), cleaned.removed());
  }

  /** The headings, text and anchors of HTML that is trusted as it is; nothing is changed. */
  public Result read(String html) {
    Document document = org.jsoup.Jsoup.parseBodyFragment(html);
    var headings = new ArrayList<Heading>();
    for (Element heading : document.body().select(HEADINGS)) {
      if (!heading.id().isEmpty()) {
        headings.add(new Heading(heading.id(), heading.text(), level(heading)));
      }
    }
    Set<String> anchors = anchors(document.body());
    return new Result(html, PlainText.of(document.body()), headings, anchors, Set.of());
  }

  private static void lowerHeadings(Element body) {
    if (body.selectFirst(TOP_HEADING) == null) {
      return;
    }
    for (Element heading : body.select(HEADINGS)) {
      heading.tagName("h" + Math.min(level(heading) + 1, 6));
    }
  }

  private List<Heading> anchorHeadings(Element body) {
    Set<String> taken = anchors(body);
    var headings = new ArrayList<Heading>();
    for (Element heading : body.select(HEADINGS)) {
      if (heading.id().isEmpty()) {
        heading.id(free(slug.apply(heading.text()), taken));
      }
      taken.add(heading.id());
      headings.add(new Heading(heading.id(), heading.text(), level(heading)));
    }
    return headings;
  }

  private static String free(String wanted, Set<String> taken) {
    String base = wanted.isEmpty() ? "muc" : wanted;
    String id = base;
    for (int n = 2; taken.contains(id); n++) {
      id = base + "-" + n;
    }
    return id;
  }

  /** The align attribute left HTML long ago; a class says the same. */
  private static void alignCells(Element body) {
    for (Element cell : body.select(ALIGNED)) {
      if (cell.attr("align").matches("left|center|right")) {
        cell.addClass("align-" + cell.attr("align"));
      }
      cell.removeAttr("align");
    }
  }

  private static void wrapTables(Element body) {
    int number = 0;
    for (Element table : body.select(TABLES)) {
      number++;
      Element caption = table.selectFirst("caption");
      String label = caption == null ? "Bảng " + number : caption.text();
      table.wrap("<div class=\"table-scroll\" role=\"region\" tabindex=\"0\"></div>");
      table.parent().attr("aria-label", label);
    }
  }

  /** A picture alone in a paragraph is a figure; its title is the caption. */
  private static void figures(Element body) {
    for (Element paragraph : body.select(LONE_PICTURES)) {
      if (!paragraph.ownText().isBlank()) {
        continue;
      }
      Element image = paragraph.child(0);
      Element figure = new Element("figure").appendChild(image.clone());
      if (!image.attr("title").isBlank()) {
        figure.child(0).removeAttr("title");
        figure.appendElement("figcaption").text(image.attr("title"));
      }
      paragraph.replaceWith(figure);
    }
  }

  private static void images(Element body, Surroundings surroundings) {
    for (Element image : body.select(PICTURES)) {
      if (!image.hasAttr("alt")) {
        image.attr("alt", "");
      }
      String written = image.attr("src");
      Optional<ImageSizes.Size> known = surroundings.imageSize(written);
      if (known.isPresent()) {
        boolean asked = image.hasAttr("width") || image.hasAttr("height");
        applySize(image, known.get());
        String sources = surroundings.sources(written, known.get());
        if (!sources.isEmpty()) {
          String width = asked ? image.attr("width") + "px" : COLUMN;
          image.attr("srcset", sources).attr("sizes", width);
        }
      }
      image.attr("loading", "lazy");
    }
  }

  /** The file's own shape; a width or height that the editor asked for is kept in proportion. */
  private static void applySize(Element image, ImageSizes.Size size) {
    int width = pixels(image.attr("width"));
    int height = pixels(image.attr("height"));
    if (width > 0 && height == 0) {
      height = Math.max(1, Math.round((float) width * size.height() / size.width()));
    } else if (height > 0 && width == 0) {
      width = Math.max(1, Math.round((float) height * size.width() / size.height()));
    } else if (width == 0) {
      width = size.width();
      height = size.height();
    }
    image.attr("width", Integer.toString(width)).attr("height", Integer.toString(height));
  }

  private static int pixels(String written) {
    return written.matches("[1-9]\\d{0,4}") ? Integer.parseInt(written) : 0;
  }

  private static void links(Element body, Surroundings surroundings) {
    ADDRESSES.forEach(
        (attribute, having) -> {
          for (Element element : body.select(having)) {
            element.attr(attribute, surroundings.href(element.attr(attribute)));
          }
        });
  }

  /** An arrow alone says nothing to a screen reader, and some telephones draw it as a picture. */
  private static void footnotes(Element body) {
    for (Element back : body.select(BACK_LINKS)) {
      back.attr("aria-label", "Về chỗ có chú thích này").text("\u21a9\ufe0e");
    }
  }

  private static Set<String> anchors(Element body) {
    return new LinkedHashSet<>(body.select(NAMED).eachAttr("id"));
  }

  private static void uniqueIds(Element body) {
    var ids = new LinkedHashSet<String>();
    for (Element element : body.select(NAMED)) {
      if (!ids.add(element.id())) {
        element.removeAttr("id");
      }
    }
  }

  private static int level(Element heading) {
    return heading.normalName().charAt(1) - '0';
  }
}
