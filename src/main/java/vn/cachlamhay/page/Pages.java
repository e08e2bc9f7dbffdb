package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.MenuItem;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;

/** Makes planned pages with the frame that all have in common. Collects them; for one thread. */
final class Pages {

  /** What a page shows beyond its frame, by the name of the template's variable. */
  record Content(String name, Object value) {}

  /** Kinds of pages that search engines need not know. */
  private static final Set<String> UNKNOWN =
      Set.of("notfound", "locality-empty", "saved", "offline", "sheet");

  private static final Link HOME = new Link("Trang chủ", Uris.HOME);

  private final SiteConfig config;
  private final StructuredData structured;
  private final List<PlannedPage> pages = new ArrayList<>();

  Pages(SiteConfig config) {
    this.config = config;
    this.structured = new StructuredData(config);
  }

  List<PlannedPage> all() {
    return List.copyOf(pages);
  }

  /** The way to a page: home, then these. */
  static List<Link> crumbs(Link... links) {
    var crumbs = new ArrayList<>(List.of(HOME));
    crumbs.addAll(List.of(links));
    return List.copyOf(crumbs);
  }

  /**
   * What a page of the portal's own says.
   *
   * @param crumbs the way to it
   * @param description for search engines
   */
  record Shown(List<Link> crumbs, String description, Content content) {}

  /** A page that the portal makes itself; nothing where the site has no template of that name. */
  void add(
      String kind,
      String templateName,
      String uri,
      List<Link> crumbs,
      String description,
      Optional<Moment> updated,
      Supplier<Content> content) {
    add(kind, templateName, uri, updated, () -> new Shown(crumbs, description, content.get()));
  }

  /** The same of which nothing is there before it is rendered, as of one of thousands. */
  void add(
      String kind,
      String templateName,
      String uri,
      Optional<Moment> updated,
      Supplier<Shown> shown) {
    String template = config.pageTemplates().get(templateName);
    if (template != null) {
      boolean known = !UNKNOWN.contains(kind);
      pages.add(
          new PlannedPage(
              uri,
              template,
              Optional.empty(),
              updated,
              known,
              () -> listed(kind, uri, shown.get())));
    }
  }

  void add(PlannedPage page) {
    pages.add(page);
  }

  /** An article's own page. */
  PlannedPage articlePage(Article article, String template, ArticleViews views) {
    return new PlannedPage(
        article.uri(),
        template,
        Optional.of(article),
        article.updated().or(article::date),
        Shelves.isPublished(article),
        () -> shown(views.page(article)));
  }

  private PageModel shown(ArticlePage page) {
    return new PageModel(
        page,
        () -> model(articleHead(page.article()), new Content("article", ArticleViews.view(page))));
  }

  private PageModel listed(String kind, String uri, Shown shown) {
    return new PageModel(
        List.of(kind, uri, shown.crumbs(), shown.description(), shown.content()),
        () -> model(head(kind, uri, shown), shown.content()));
  }

  private Map<String, Object> model(PageHead head, Content content) {
    var model = new LinkedHashMap<String, Object>();
    model.put("page", head);
    model.put("nav", nav(head.uri()));
    model.put(content.name(), content.value());
    return model;
  }

  private PageHead head(String kind, String uri, Shown shown) {
    List<Link> crumbs = shown.crumbs();
    String description = shown.description();
    boolean notFound = kind.equals("notfound");
    String feed =
        switch (kind) {
          case "locality", "topic" -> Uris.beside(uri, Uris.FEED);
          default -> "";
        };
    String title = crumbs.get(crumbs.size() - 1).title();
    return new PageHead(
        kind,
        uri,
        notFound && !config.host().isEmpty() ? config.host() + "/" : Uris.root(uri),
        title,
        description,
        notFound ? "" : Uris.absolute(config.host(), uri),
        shown.content().value() instanceof IndicatorView indicator
            ? List.of(
                structured.breadcrumbs(uri, crumbs),
                structured.dataset(uri, indicator, description))
            : List.of(structured.breadcrumbs(uri, crumbs)),
        crumbs,
        feed,
        feed.isEmpty() ? "" : title,
        notFound ? "" : ShareCards.address(Uris.HOME, config),
        !config.host().isEmpty(),
        "website");
  }

  private PageHead articleHead(Article article) {
    List<Link> crumbs = articleCrumbs(article);
    var jsonLd = new ArrayList<>(List.of(structured.breadcrumbs(article.uri(), crumbs)));
    if (article.isListed()) {
      jsonLd.add(structured.article(article));
    }
    return new PageHead(
        article.isListed() ? "article" : "page",
        article.uri(),
        Uris.root(article.uri()),
        article.title(),
        ArticleViews.summary(article),
        Uris.absolute(config.host(), article.uri()),
        jsonLd,
        crumbs,
        "",
        "",
        config.host().isEmpty() ? previewImage(article) : ShareCards.address(article.uri(), config),
        !config.host().isEmpty(),
        article.isListed() ? "article" : "website");
  }

  private static List<Link> articleCrumbs(Article article) {
    var self = new Link(article.title(), article.uri());
    if (!article.isListed()) {
      return crumbs(self);
    }
    Link section = ArticleViews.section(article);
    Link type =
        new Link(
            ArticleViews.typeLabel(article),
            article.type().equals("practice") ? Uris.PRACTICES : Uris.NEWS);
    return crumbs(section == null ? type : section, self);
  }

  /** Without a host only a picture that lies elsewhere has an address that previews could load. */
  private static String previewImage(Article article) {
    return article
        .image()
        .map(image -> image.uri())
        .filter(uri -> uri.contains("://") && !uri.endsWith(".svg"))
        .orElse("");
  }

  private List<Map<String, Object>> nav(String uri) {
    var nav = new ArrayList<Map<String, Object>>();
    for (MenuItem item : config.menu()) {
      boolean current =
          item.uri().equals(uri)
              || (!Uris.folder(item.uri()).isEmpty() && uri.startsWith(Uris.folder(item.uri())));
      nav.add(Map.of("title", item.title(), "uri", item.uri(), "current", current));
    }
    return nav;
  }
}
