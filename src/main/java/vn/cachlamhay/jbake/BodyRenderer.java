package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jbake.model.DocumentModel;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.ParserEngine;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.LongText;
import vn.cachlamhay.model.Lookup;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.page.LinkTargets;
import vn.cachlamhay.practice.PracticeReader;
import vn.cachlamhay.text.ReadingTime;

/**
 * Step 2: renders the text of articles. Markdown goes through our parser and is cleaned; HTML files
 * are trusted as JBake trusts them, being the work of the site's developers; other kinds go to the
 * JBake markup engine that is registered for their extension. Thread-safe.
 */
public final class BodyRenderer {

  private static final Set<String> MARKDOWN = Set.of("md");
  private static final Set<String> HTML = Set.of("html");

  /** Engines of JBake itself that ours replace, or that the portal does not offer. */
  private static final String JBAKE_PARSERS = "org.jbake.parser";

  private final Site site;
  private final Function<String, LongText> store;
  private final MarkdownRenderer markdown = new MarkdownRenderer();
  private final ArticleHtml html;
  private final ImageSizes imageSizes = new ImageSizes();
  private final PracticeReader practices;

  /**
   * @param slug makes an anchor from a heading's text
   * @param practices recognises best practices and results
   * @param store where finished texts are kept
   */
  public BodyRenderer(
      Site site,
      UnaryOperator<String> slug,
      PracticeReader practices,
      Function<String, LongText> store) {
    this(site, new ArticleHtml(slug), practices, store);
  }

  private BodyRenderer(
      Site site, ArticleHtml html, PracticeReader practices, Function<String, LongText> store) {
    this.html = html;
    this.site = site;
    this.practices = practices;
    this.store = store;
  }

  /** The same that keeps its texts elsewhere. */
  public BodyRenderer keepingIn(Function<String, LongText> otherStore) {
    return new BodyRenderer(site, html, practices, otherStore);
  }

  /**
   * An article's text on its way.
   *
   * @param links in its Markdown, to be checked once all pages are known
   * @param raw HTML that waits for the rest of the site to be known; empty where nothing in it does
   * @param body finished, unless it waits
   * @param problems what was cleaned away
   */
  public record Text(List<LinkRef> links, String raw, Optional<Body> body, List<Problem> problems) {

    private static Text done(List<LinkRef> links, Body body, List<Problem> problems) {
      return new Text(links, "", Optional.of(body), problems);
    }
  }

  /**
   * What the rest of the site is to an article.
   *
   * @param files that pictures may be
   * @param targets of its links
   */
  public record Surroundings(StaticFiles files, LinkTargets targets) {}

  /**
   * A rendered article.
   *
   * @param lookups what it asked of its surroundings
   * @param problems what was cleaned away
   */
  public record Rendered(Article article, List<Lookup> lookups, List<Problem> problems) {}

  /** Extensions of the files that are articles: ours, and those of added markup engines. */
  public static Set<String> extensions() {
    var extensions = new TreeSet<String>();
    extensions.addAll(MARKDOWN);
    extensions.addAll(HTML);
    for (String extension : Engines.getRecognizedExtensions()) {
      ParserEngine engine = Engines.get(extension);
      boolean added = !engine.getClass().getName().startsWith(JBAKE_PARSERS);
      if (added && !(engine instanceof ErrorEngine)) {
        extensions.add(extension);
      }
    }
    return extensions;
  }

  /** Whether a site adds markup engines to those of JBake. */
  static boolean areEnginesAdded() {
    return extensions().size() > MARKDOWN.size() + HTML.size();
  }

  /** Whether an article is rendered by us: an engine of the site may look at anything. */
  public static boolean isOurs(String source) {
    String extension = extension(source);
    return MARKDOWN.contains(extension) || HTML.contains(extension);
  }

  /** Renders an article's text as far as that can be done without the rest of the site. */
  public Text begin(Article article) {
    String extension = extension(article.source());
    if (!MARKDOWN.contains(extension)) {
      String trusted = HTML.contains(extension) ? article.markup() : fromEngine(article, extension);
      return done(article, List.of(), html.read(trusted));
    }
    MarkdownRenderer.Rendered rendered =
        markdown.render(article.markup(), article.source(), article.markupLine());
    var alone = new Alone();
    ArticleHtml.Result result = html.finish(rendered.html(), alone);
    return alone.asked()
        ? new Text(rendered.links(), rendered.html(), Optional.empty(), List.of())
        : done(article, rendered.links(), result);
  }

  private Text done(Article article, List<LinkRef> links, ArticleHtml.Result result) {
    PracticeReader.Reading read = practices.read(article, result.html());
    return Text.done(links, body(article, result, read), problems(article, result, read));
  }

  /** Renders the rest. */
  public Rendered finish(Article article, Text begun, Surroundings surroundings) {
    var lookups = new ArrayList<Lookup>();
    Optional<Media> image = article.image().map(cover -> measured(cover, surroundings, lookups));
    if (begun.body().isPresent()) {
      return new Rendered(article.rendered(begun.body().get(), image), lookups, begun.problems());
    }
    var asking = new Asking(article, surroundings, lookups);
    ArticleHtml.Result result = html.finish(begun.raw(), asking);
    PracticeReader.Reading read = practices.read(article, result.html());
    return new Rendered(
        article.rendered(body(article, result, read), image),
        lookups,
        problems(article, result, read));
  }

  /** Whether an article would be told the same as when it was rendered. */
  public boolean holds(Article article, Lookup lookup, Surroundings surroundings) {
    String asked = lookup.asked();
    String answer =
        lookup.kind() == Lookup.Kind.LINK
            ? surroundings.targets().href(article, asked)
            : answer(
                lookup.kind() == Lookup.Kind.COVER
                    ? sizeOf(asked, surroundings)
                    : sizeAt(article, asked, surroundings));
    return answer.equals(lookup.answer());
  }

  private Body body(Article article, ArticleHtml.Result result, PracticeReader.Reading read) {
    List<Heading> headings =
        result.headings().stream().map(h -> new Heading(h.id(), h.text(), h.level())).toList();
    return new Body(
        store.apply(read.html()),
        store.apply(result.text()),
        article.summary().isEmpty() ? Body.excerpt(result.text()) : "",
        ReadingTime.minutes(result.text()),
        headings,
        read.anchors().isEmpty() ? result.anchors() : both(result.anchors(), read.anchors()),
        read.practice());
  }

  private static Set<String> both(Set<String> some, Set<String> others) {
    var all = new TreeSet<>(some);
    all.addAll(others);
    return all;
  }

  private static List<Problem> problems(
      Article article, ArticleHtml.Result result, PracticeReader.Reading read) {
    return Stream.concat(
            RemovedHtml.problems(article, result.removed()).stream(), read.problems().stream())
        .toList();
  }

  private String fromEngine(Article article, String extension) {
    ParserEngine engine = Engines.get(extension);
    DocumentModel document =
        engine.parse(site.jbake(), site.config().site().resolve(article.source()).toFile());
    if (document == null || document.getBody() == null) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CONG_CU_HONG,
              SourcePos.ofFile(article.source()),
              engine.getClass().getName(),
              "JBake header?"));
    }
    return document.getBody();
  }

  private Media measured(Media media, Surroundings surroundings, List<Lookup> lookups) {
    Optional<ImageSizes.Size> size = sizeOf(media.uri(), surroundings);
    lookups.add(new Lookup(Lookup.Kind.COVER, media.uri(), answer(size)));
    return size.map(found -> new Media(media.uri(), found.width(), found.height())).orElse(media);
  }

  private Optional<ImageSizes.Size> sizeAt(
      Article article, String written, Surroundings surroundings) {
    return surroundings.targets().resolve(article, written)
            instanceof LinkTargets.Target.Internal internal
        ? sizeOf(internal.uri(), surroundings)
        : Optional.empty();
  }

  private Optional<ImageSizes.Size> sizeOf(String uri, Surroundings surroundings) {
    StaticFile file = surroundings.files().byUri().get(uri);
    return file == null
        ? Optional.empty()
        : imageSizes
            .of(file.source())
            .map(size -> PictureSizes.areSeveral(uri) ? size.within(PictureSizes.LARGEST) : size);
  }

  private static String answer(Optional<ImageSizes.Size> size) {
    return size.map(found -> found.width() + "x" + found.height()).orElse("");
  }

  /** Asks the rest of the site, and keeps what it answered. */
  private final class Asking implements ArticleHtml.Surroundings {
    private final Article article;
    private final Surroundings surroundings;
    private final List<Lookup> lookups;

    Asking(Article article, Surroundings surroundings, List<Lookup> lookups) {
      this.article = article;
      this.surroundings = surroundings;
      this.lookups = lookups;
    }

    @Override
    public String href(String written) {
      String href = surroundings.targets().href(article, written);
      lookups.add(new Lookup(Lookup.Kind.LINK, written, href));
      return href;
    }

    @Override
    public Optional<ImageSizes.Size> imageSize(String written) {
      Optional<ImageSizes.Size> size = sizeAt(article, written, surroundings);
      lookups.add(new Lookup(Lookup.Kind.SIZE, written, answer(size)));
      return size;
    }

    @Override
    public String sources(String written, ImageSizes.Size size) {
      return surroundings.targets().sources(article, written, size.width());
    }
  }

  private static String extension(String source) {
    return source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
