package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseDates;

/** Plans the pages that list articles: by place, topic, tag, author, year and kind. */
final class ListPages {

  private static final int FEED_LENGTH = 20;
  private static final Link PLACES = new Link("Địa phương", Uris.PLACES);
  private static final Link TOPICS = new Link("Chủ đề", Uris.TOPICS);
  private static final Link TAGS = new Link("Thẻ", Uris.TAGS);
  private static final Link AUTHORS = new Link("Tác giả", Uris.AUTHORS);
  private static final Link YEARS = new Link("Lưu trữ", Uris.YEARS);

  private final SiteConfig config;
  private final Shelves shelves;
  private final ArticleViews views;
  private final Directory directory;
  private final Gazetteer gazetteer;
  private final Topics topics;

  ListPages(
      SiteConfig config,
      Shelves shelves,
      ArticleViews views,
      Directory directory,
      Gazetteer gazetteer,
      Topics topics) {
    this.config = config;
    this.shelves = shelves;
    this.views = views;
    this.directory = directory;
    this.gazetteer = gazetteer;
    this.topics = topics;
  }

  void plan(Pages pages, List<FeedPlan> feeds) {
    feed(feeds, Uris.FEED, config.title(), Uris.HOME, shelves.listed());
    list(
        pages,
        "list",
        "Chuyên mục",
        Uris.PRACTICES,
        "",
        List.of(),
        shelves.ofType("practice"),
        new Link("Cách làm hay", Uris.PRACTICES));
    list(
        pages,
        "list",
        "Chuyên mục",
        Uris.NEWS,
        "",
        List.of(),
        shelves.ofType("post"),
        new Link("Tin tức", Uris.NEWS));
    for (Locality place : gazetteer.all()) {
      if (!shelves.of(place).isEmpty() || place.parent().isEmpty()) {
        place(place, pages, feeds);
        if (place.parent().isEmpty()) {
          topics(place, pages);
        }
      }
    }
    for (Topic topic : topics.all()) {
      topic(topic, pages, feeds);
    }
    for (var tag : shelves.tags().all()) {
      var link = new Link(tag.name(), Uris.tag(tag.slug()));
      list(pages, "tag", "Thẻ", link.uri(), "", List.of(), shelves.tags().of(tag), TAGS, link);
    }
    for (var author : shelves.authors().all()) {
      var link = new Link(author.name(), Uris.author(author.slug()));
      list(
          pages,
          "author",
          "Tác giả",
          link.uri(),
          "",
          List.of(),
          shelves.authors().of(author),
          AUTHORS,
          link);
    }
    shelves
        .years()
        .forEach(
            (year, articles) -> {
              var link = new Link("Năm " + year, Uris.year(year));
              list(pages, "year", "Lưu trữ", link.uri(), "", List.of(), articles, YEARS, link);
            });
    groups(pages, "topics", TOPICS, "", () -> plain(directory.topics()));
    groups(pages, "tags", TAGS, "", () -> plain(directory.tags()));
    groups(pages, "authors", AUTHORS, "", () -> plain(directory.authors()));
    groups(pages, "years", YEARS, "", () -> plain(directory.years()));
  }

  private void place(Locality place, Pages pages, List<FeedPlan> feeds) {
    List<Article> articles = shelves.of(place);
    var crumbs = new ArrayList<>(List.of(PLACES));
    List<Locality> path = new ArrayList<>(place.selfAndAncestors());
    Collections.reverse(path);
    path.forEach(
        unit ->
            crumbs.add(new Link(unit == place ? unit.headline() : shortName(unit), Uris.of(unit))));
    list(
        pages,
        "locality",
        "Địa phương",
        Uris.of(place),
        directory.fate(place),
        directory.below(place),
        articles,
        crumbs.toArray(Link[]::new));
    feed(
        feeds,
        Uris.beside(Uris.of(place), Uris.FEED),
        place.displayName() + " – " + config.title(),
        Uris.of(place),
        articles);
  }

  /** Stands in until the pages of topics within a place are there. */
  private void topics(Locality place, Pages pages) {
    for (Topic topic : topics.all()) {
      List<Article> articles =
          shelves.of(topic).stream().filter(a -> Shelves.has(shelves.of(place), a)).toList();
      if (!articles.isEmpty()) {
        var link = new Link(topic.name(), Uris.of(place, topic));
        var at = new Link(place.headline(), Uris.of(place));
        list(pages, "list", "Chủ đề", link.uri(), "", List.of(), articles, PLACES, at, link);
      }
    }
  }

  private void topic(Topic topic, Pages pages, List<FeedPlan> feeds) {
    var crumbs = new ArrayList<Link>();
    topic.selfAndAncestors().forEach(above -> crumbs.add(0, ArticleViews.link(above)));
    crumbs.add(0, TOPICS);
    list(
        pages,
        "topic",
        "Chủ đề",
        Uris.of(topic),
        topic.description(),
        directory.below(topic),
        shelves.of(topic),
        crumbs.toArray(Link[]::new));
    feed(
        feeds,
        Uris.beside(Uris.of(topic), Uris.FEED),
        topic.name() + " – " + config.title(),
        Uris.of(topic),
        shelves.of(topic));
  }

  private static String shortName(Locality unit) {
    return unit.parent().isEmpty() ? unit.name() : unit.headline();
  }

  private void list(
      Pages pages,
      String kind,
      String kindLabel,
      String uri,
      String lead,
      List<Entry> children,
      List<Article> articles,
      Link... way) {
    List<Slices.Slice<Article>> slices = Slices.of(articles, config.pageSize());
    String heading = way[way.length - 1].title();
    for (int i = 0; i < slices.size(); i++) {
      Slices.Slice<Article> slice = slices.get(i);
      boolean first = slice.number() == 0;
      String range = range(slice.items());
      Link newer = first ? null : sliceLink(uri, slices.get(i - 1));
      Link older = i + 1 == slices.size() ? null : sliceLink(uri, slices.get(i + 1));
      Link[] crumbs = way.clone();
      String title = first ? heading : "%s (%s)".formatted(heading, range);
      crumbs[crumbs.length - 1] = new Link(title, sliceUri(uri, slice));
      pages.add(
          kind,
          "list",
          sliceUri(uri, slice),
          Pages.crumbs(crumbs),
          description(kindLabel, title, lead),
          slice.items().stream().findFirst().flatMap(a -> a.updated().or(a::date)),
          () ->
              new Pages.Content(
                  "listing",
                  new Listing(
                      heading,
                      first ? lead : "",
                      kindLabel,
                      first ? articles.size() : 0,
                      views.cards(slice.items()),
                      first ? children : List.of(),
                      newer,
                      older,
                      first ? "" : range)));
    }
  }

  private String description(String kindLabel, String title, String lead) {
    return "%s: %s. %s".formatted(kindLabel, title, lead.isEmpty() ? config.tagline() : lead);
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

  private void groups(
      Pages pages, String kind, Link link, String lead, Supplier<List<Groups.Group>> groups) {
    pages.add(
        kind,
        "groups",
        link.uri(),
        Pages.crumbs(link),
        description(config.title(), link.title(), lead),
        Optional.empty(),
        () -> new Pages.Content("listing", new Groups(link.title(), lead, groups.get())));
  }

  private static List<Groups.Group> plain(List<Entry> entries) {
    return List.of(new Groups.Group("", entries));
  }

  private static void feed(
      List<FeedPlan> feeds, String uri, String title, String pageUri, List<Article> articles) {
    feeds.add(
        new FeedPlan(
            uri, title, pageUri, articles.subList(0, Math.min(FEED_LENGTH, articles.size()))));
  }
}
