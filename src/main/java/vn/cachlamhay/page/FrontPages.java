package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;

/**
 * Plans the pages of which there is one: home, search, site map, open data, saved articles, the
 * pages for missing addresses and for a missing network.
 */
final class FrontPages {

  private static final int SECOND = 3;
  private static final int PRACTICES = 6;
  private static final int NEWEST = 10;
  private static final int FIGURES = 3;

  private final Shelves shelves;
  private final ArticleViews views;
  private final Directory directory;
  private final Library library;
  private final SiteConfig config;
  private final FreshArticles fresh;

  FrontPages(
      Shelves shelves,
      ArticleViews views,
      Directory directory,
      Library library,
      SiteConfig config,
      FreshArticles fresh) {
    this.config = config;
    this.fresh = fresh;
    this.shelves = shelves;
    this.views = views;
    this.directory = directory;
    this.library = library;
  }

  void plan(Pages pages) {
    pages.add(
        "home",
        "home",
        Uris.HOME,
        Pages.crumbs(),
        config.tagline(),
        shelves.listed().stream().findFirst().flatMap(Article::date),
        () -> new Pages.Content("home", home()));
    pages.add(
        "search",
        "search",
        Uris.SEARCH,
        Pages.crumbs(new Link("Tìm kiếm", Uris.SEARCH)),
        "Tìm bài viết theo từ ngữ, địa phương, chủ đề.",
        Optional.empty(),
        () ->
            new Pages.Content(
                "search",
                Map.of(
                    "topics", uncounted(directory.topics()),
                    "provinces", uncounted(withoutChildren(withArticles(directory.provinces()))),
                    "years", uncounted(directory.years()))));
    var siteMap = new Link("Sơ đồ trang", Uris.SITE_MAP);
    pages.add(
        "sitemap",
        "groups",
        siteMap.uri(),
        Pages.crumbs(siteMap),
        "Mọi chuyên mục, chủ đề, địa phương và các trang thông tin.",
        Optional.empty(),
        () -> new Pages.Content("listing", new Groups(siteMap.title(), "", siteMapGroups())));
    if (config.api().on()) {
      var api = new Link("Dữ liệu mở", Uris.API_PAGE);
      plain(pages, "api", api, "Danh sách bài, cách làm hay, địa phương, chủ đề cho máy đọc.");
    }
    plain(pages, "saved", new Link("Bài đã lưu", Uris.SAVED), "Các bài bạn đã lưu để đọc lại.");
    plain(pages, "offline", new Link("Không có mạng", Uris.OFFLINE), "Các bài đọc được lúc này.");
    var notFound = new Link("Không tìm thấy trang", Uris.NOT_FOUND);
    plain(pages, "notfound", notFound, "Địa chỉ này không có trang nào.");
  }

  /** A page whose template, or whose script, has all that it shows. */
  private static void plain(Pages pages, String kind, Link self, String description) {
    pages.add(
        kind,
        kind,
        self.uri(),
        Pages.crumbs(self),
        description,
        Optional.empty(),
        () -> new Pages.Content("listing", new Groups(self.title(), "", List.of())));
  }

  private Map<String, Object> home() {
    var practices = shelves.ofType("practice");
    Optional<Article> lead =
        shelves.listed().stream()
            .filter(Article::featured)
            .findFirst()
            .or(() -> practices.stream().findFirst())
            .or(() -> shelves.listed().stream().findFirst());
    List<Article> rest = without(shelves.listed(), lead.stream().toList());
    List<Article> second =
        Stream.concat(
                rest.stream().filter(Article::featured),
                rest.stream().filter(a -> !a.featured() && a.type().equals("post")))
            .limit(SECOND)
            .toList();
    List<Article> newest = without(rest, second);
    var home = new HashMap<String, Object>();
    lead.ifPresent(article -> home.put("featured", views.card(article)));
    home.put("second", views.cards(second));
    home.put(
        "practices",
        views.cards(without(practices, lead.stream().toList()).stream().limit(PRACTICES).toList()));
    home.put("figures", figures(practices));
    home.put("newest", views.cards(newest.stream().limit(NEWEST).toList()));
    home.put("read", fresh.read());
    home.put("provinces", withoutChildren(directory.provinces()));
    home.put("map", directory.map());
    home.put("topics", directory.topics());
    return home;
  }

  /** The first result of each of the newest practices that have one. */
  private static List<KeyFigure> figures(List<Article> practices) {
    return practices.stream()
        .flatMap(practice -> KeyFigure.of(practice).stream().limit(1))
        .limit(FIGURES)
        .toList();
  }

  private static List<Article> without(List<Article> articles, List<Article> gone) {
    return articles.stream().filter(article -> !Shelves.has(gone, article)).toList();
  }

  private static List<Entry> withoutChildren(List<Entry> entries) {
    return entries.stream()
        .map(entry -> Entry.of(entry.title(), entry.uri(), entry.count()))
        .toList();
  }

  private static List<Entry> withArticles(List<Entry> entries) {
    return entries.stream().filter(entry -> entry.count() > 0).toList();
  }

  /** Counts stand in the directories themselves; here they would change with every article. */
  private static List<Entry> uncounted(List<Entry> entries) {
    return entries.stream().map(Entry::uncounted).toList();
  }

  private List<Groups.Group> siteMapGroups() {
    var main = new ArrayList<Entry>();
    main.add(Entry.of("Trang chủ", Uris.HOME, 0));
    main.add(Entry.of("Cách làm hay", Uris.PRACTICES, 0));
    if (config.pageTemplates().containsKey("compare")) {
      main.add(Entry.of("So sánh cách làm hay", Uris.COMPARE, 0));
    }
    if (config.pageTemplates().containsKey("figures")) {
      main.add(Entry.of("Số liệu", Uris.FIGURES, 0));
    }
    main.add(Entry.of("Tin tức", Uris.NEWS, 0));
    main.add(Entry.of("Địa phương", Uris.PLACES, 0));
    PlaceIndexPages.matrix(config).ifPresent(it -> main.add(Entry.of(it.title(), it.uri(), 0)));
    main.add(Entry.of("Chủ đề", Uris.TOPICS, 0));
    main.add(Entry.of("Thẻ", Uris.TAGS, 0));
    main.add(Entry.of("Tác giả", Uris.AUTHORS, 0));
    main.add(Entry.of("Lưu trữ", Uris.YEARS, 0));
    main.add(Entry.of("Tìm kiếm", Uris.SEARCH, 0));
    library.articles().stream()
        .filter(article -> !article.isListed() && Shelves.isPublished(article))
        .sorted(Comparator.comparing(Article::uri))
        .forEach(article -> main.add(Entry.of(article.title(), article.uri(), 0)));
    return List.of(
        new Groups.Group("Các trang chính", main),
        new Groups.Group("Chủ đề", uncounted(directory.topics())),
        new Groups.Group("Địa phương", uncounted(directory.provinces())),
        new Groups.Group("Theo năm", uncounted(directory.years())));
  }
}
