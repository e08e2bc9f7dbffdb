package vn.cachlamhay.jbake;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jbake.model.DocumentModel;
import org.jbake.parser.Engines;
import org.jbake.parser.ErrorEngine;
import org.jbake.parser.ParserEngine;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.html.ArticleHtml;
import vn.cachlamhay.html.ImageSizes;
import vn.cachlamhay.markdown.MarkdownRenderer;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Body;
import vn.cachlamhay.model.Heading;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.page.LinkTargets;

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
  private final StaticFiles files;
  private final LinkTargets targets;
  private final MarkdownRenderer markdown = new MarkdownRenderer();
  private final ArticleHtml html;
  private final ImageSizes imageSizes = new ImageSizes();

  /**
   * @param slug makes an anchor from a heading's text
   */
  public BodyRenderer(
      Site site, StaticFiles files, LinkTargets targets, UnaryOperator<String> slug) {
    this.html = new ArticleHtml(slug);
    this.site = site;
    this.files = files;
    this.targets = targets;
  }

  /**
   * A rendered article.
   *
   * @param links in its Markdown, to be checked once all pages are known
   */
  public record Rendered(Article article, List<LinkRef> links) {}

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

  /** Renders an article; what was cleaned away is told as notices. */
  public Rendered render(Article article, Problems problems) {
    String extension = extension(article.source());
    Optional<Media> image = article.image().map(this::measured);
    if (MARKDOWN.contains(extension)) {
      MarkdownRenderer.Rendered rendered =
          markdown.render(article.markup(), article.source(), article.markupLine());
      ArticleHtml.Result result = html.finish(rendered.html(), surroundings(article));
      for (String removed : result.removed()) {
        problems.add(ProblemCode.HTML_BI_BO, position(article, removed), removed);
      }
      return new Rendered(article.rendered(body(result), image), rendered.links());
    }
    String trusted = HTML.contains(extension) ? article.markup() : fromEngine(article, extension);
    return new Rendered(article.rendered(body(html.read(trusted)), image), List.of());
  }

  private static Body body(ArticleHtml.Result result) {
    List<Heading> headings =
        result.headings().stream().map(h -> new Heading(h.id(), h.text(), h.level())).toList();
    return new Body(result.html(), result.text(), headings, result.anchors());
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

  private ArticleHtml.Surroundings surroundings(Article article) {
    return new ArticleHtml.Surroundings() {
      @Override
      public String href(String written) {
        return targets.href(article, written);
      }

      @Override
      public Optional<ImageSizes.Size> imageSize(String written) {
        return targets.resolve(article, written) instanceof LinkTargets.Target.Internal internal
            ? sizeOf(internal.uri())
            : Optional.empty();
      }
    };
  }

  private Media measured(Media media) {
    return sizeOf(media.uri())
        .map(size -> new Media(media.uri(), size.width(), size.height()))
        .orElse(media);
  }

  private Optional<ImageSizes.Size> sizeOf(String uri) {
    StaticFile file = files.byUri().get(uri);
    return file == null ? Optional.empty() : imageSizes.of(file.source());
  }

  /** Where the removed tag, attribute or address first stands in the text. */
  private static SourcePos position(Article article, String removed) {
    // described as <tag>, attribute, or href="scheme:…"
    String wanted = removed.replaceAll("[>…]|=.*", "");
    Matcher matcher =
        Pattern.compile(Pattern.quote(wanted), Pattern.CASE_INSENSITIVE).matcher(article.markup());
    if (!matcher.find()) {
      return SourcePos.ofFile(article.source());
    }
    String before = article.markup().substring(0, matcher.start());
    int line = article.markupLine() + (int) before.chars().filter(c -> c == '\n').count();
    return new SourcePos(article.source(), line, matcher.start() - before.lastIndexOf('\n'));
  }

  private static String extension(String source) {
    return source.substring(source.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }
}
