package vn.cachlamhay.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.text.VietnameseDates;

/** Plans lists of articles, each in pages whose addresses stay as they are ({@link Slices}). */
final class ArticleLists {

  private static final int SITE_FEED = 15;

  /** Parts of the site get fewer articles, and each article is in the feeds of several. */
  private static final int PART_FEED = 8;

  private final SiteConfig config;
  private final ArticleViews views;
  private final Pages pages;
  private final List<FeedPlan> feeds;

  /**
   * @param pages takes the pages
   * @param feeds takes the feeds
   */
  ArticleLists(SiteConfig config, ArticleViews views, Pages pages, List<FeedPlan> feeds) {
    this.config = config;
    this.views = views;
    this.pages = pages;
    this.feeds = feeds;
  }

  /**
   * A list.
   *
   * @param kind of its pages
   * @param kindLabel the line above the heading
   * @param lead below the heading of the first page
   * @param children what the first page links to, made when it is rendered
   * @param articles newest first
   * @param way to it; the title of the last link is the heading
   */
  record Series(
      String kind,
      String kindLabel,
      String uri,
      String lead,
      Supplier<List<Entry>> children,
      List<Article> articles,
      List<Link> way) {

    /** Without a lead and links. */
    Series(String kind, String kindLabel, List<Article> articles, Link... way) {
      this(kind, kindLabel, way[way.length - 1].uri(), "", List::of, articles, List.of(way));
    }

    String heading() {
      return way.get(way.size() - 1).title();
    }
  }

  /**
   * The first page of a list, as far as it differs from the others.
   *
   * @param template that renders it
   * @param description for search engines
   * @param updated when it last changed
   * @param content made of the articles that are on no older page, and the link to these, or null
   */
  record First(
      String template,
      String description,
      Optional<Moment> updated,
      Function<Slices.Slice<Article>, Function<Link, Pages.Content>> content) {}

  /** Plans all pages of a list. */
  void add(Series series) {
    add(series, first(series, "list", listing -> new Pages.Content("listing", listing)));
  }

  /**
   * The first page of a list as a template of its own shows it.
   *
   * @param content made from the list
   */
  First first(Series series, String template, Function<Listing, Pages.Content> content) {
    return new First(
        template,
        description(series.kindLabel(), series.heading(), series.lead()),
        changed(series.articles()),
        slice ->
            older ->
                content.apply(
                    listing(series, slice, series.lead(), series.children().get(), null, older)));
  }

  /** Plans all pages of a list of which the first is of its own kind. */
  void add(Series series, First first) {
    String uri = series.uri();
    List<Slices.Slice<Article>> slices = Slices.of(series.articles(), config.pageSize());
    Link next = slices.size() == 1 ? null : sliceLink(uri, slices.get(1));
    pages.add(
        series.kind(),
        first.template(),
        uri,
        Pages.crumbs(series.way().toArray(Link[]::new)),
        first.description(),
        first.updated(),
        () -> first.content().apply(slices.get(0)).apply(next));
    for (int i = 1; i < slices.size(); i++) {
      int number = i;
      Slices.Slice<Article> slice = slices.get(i);
      pages.add(
          series.kind(),
          "list",
          sliceUri(uri, slice),
          changed(slice.items()),
          () -> older(series, slices, number));
    }
  }

  /** A page of older articles. */
  private Pages.Shown older(Series series, List<Slices.Slice<Article>> slices, int number) {
    Slices.Slice<Article> slice = slices.get(number);
    String title = "%s (%s)".formatted(series.heading(), range(slice.items()));
    Link[] crumbs = series.way().toArray(Link[]::new);
    crumbs[crumbs.length - 1] = new Link(title, sliceUri(series.uri(), slice));
    Link newer = sliceLink(series.uri(), slices.get(number - 1));
    Link older =
        number + 1 == slices.size() ? null : sliceLink(series.uri(), slices.get(number + 1));
    return new Pages.Shown(
        Pages.crumbs(crumbs),
        description(series.kindLabel(), title, series.lead()),
        new Pages.Content("listing", listing(series, slice, "", List.of(), newer, older)));
  }

  /**
   * Plans the feed beside the first page of a list, which has the newest articles.
   *
   * @param withJson whether as JSON Feed too
   */
  void feed(String title, String pageUri, List<Article> articles, boolean withJson) {
    int length = pageUri.equals(Uris.HOME) ? SITE_FEED : PART_FEED;
    feeds.add(
        new FeedPlan(
            Uris.beside(pageUri, Uris.FEED),
            title,
            pageUri,
            articles.subList(0, Math.min(length, articles.size())),
            withJson));
  }

  /** What search engines are told of a page; the site's tagline where there is no lead. */
  String description(String kindLabel, String title, String lead) {
    return "%s: %s. %s".formatted(kindLabel, title, lead.isEmpty() ? config.tagline() : lead);
  }

  /** When the newest of some articles last changed. */
  static Optional<Moment> changed(List<Article> articles) {
    return articles.stream().findFirst().flatMap(a -> a.updated().or(a::date));
  }

  private Listing listing(
      Series series,
      Slices.Slice<Article> slice,
      String lead,
      List<Entry> children,
      Link newer,
      Link older) {
    boolean first = slice.number() == 0;
    return new Listing(
        series.heading(),
        lead,
        series.kindLabel(),
        first ? series.articles().size() : 0,
        views.cards(slice.items()),
        children,
        newer,
        older,
        first ? "" : range(slice.items()));
  }

  /** Older pages go by their months, which never change; those of the first page would. */
  private static Link sliceLink(String uri, Slices.Slice<Article> slice) {
    String title = slice.number() == 0 ? "Mới nhất" : range(slice.items());
    return new Link(title, sliceUri(uri, slice));
  }

  private static String sliceUri(String uri, Slices.Slice<Article> slice) {
    return slice.number() == 0 ? uri : Uris.olderPage(uri, slice.number());
  }

  private static String range(List<Article> articles) {
    if (articles.isEmpty()) {
      return "";
    }
    String from = month(articles.get(articles.size() - 1));
    String to = month(articles.get(0));
    return from.equals(to) ? from : from + " – " + to;
  }

  private static String month(Article article) {
    return article.date().map(date -> VietnameseDates.month(date.day())).orElse("");
  }
}
