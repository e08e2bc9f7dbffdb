package vn.cachlamhay.page;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.model.SiteConfig;

/** Plans the pages that list articles by tag, author, year and kind, and the directories. */
final class ListPages {

  private static final Link TOPICS = new Link("Chủ đề", Uris.TOPICS);
  private static final Link TAGS = new Link("Thẻ", Uris.TAGS);
  private static final Link AUTHORS = new Link("Tác giả", Uris.AUTHORS);
  private static final Link YEARS = new Link("Lưu trữ", Uris.YEARS);

  private final SiteConfig config;
  private final Shelves shelves;
  private final ArticleLists lists;
  private final Directory directory;

  ListPages(SiteConfig config, Shelves shelves, ArticleLists lists, Directory directory) {
    this.config = config;
    this.shelves = shelves;
    this.lists = lists;
    this.directory = directory;
  }

  void plan(Pages pages) {
    lists.feed(config.title(), Uris.HOME, shelves.listed(), true);
    add("list", "Chuyên mục", "post", new Link("Tin tức", Uris.NEWS));
    for (var tag : shelves.tags().all()) {
      var link = new Link(tag.name(), Uris.tag(tag.slug()));
      lists.add(new ArticleLists.Series("tag", "Thẻ", shelves.tags().of(tag), TAGS, link));
    }
    for (var author : shelves.authors().all()) {
      var link = new Link(author.name(), Uris.author(author.slug()));
      lists.add(
          new ArticleLists.Series(
              "author", "Tác giả", shelves.authors().of(author), AUTHORS, link));
    }
    shelves
        .years()
        .forEach(
            (year, articles) -> {
              var link = new Link("Năm " + year, Uris.year(year));
              lists.add(new ArticleLists.Series("year", "Lưu trữ", articles, YEARS, link));
            });
    groups(pages, "topics", TOPICS, "", () -> plain(directory.topics()));
    groups(pages, "tags", TAGS, "", () -> plain(directory.tags()));
    groups(pages, "authors", AUTHORS, "", () -> plain(directory.authors()));
    groups(pages, "years", YEARS, "", () -> plain(directory.years()));
  }

  private void add(String kind, String kindLabel, String type, Link link) {
    lists.add(new ArticleLists.Series(kind, kindLabel, shelves.ofType(type), link));
  }

  private void groups(
      Pages pages, String kind, Link link, String lead, Supplier<List<Groups.Group>> groups) {
    pages.add(
        kind,
        "groups",
        link.uri(),
        Pages.crumbs(link),
        lists.description(config.title(), link.title(), lead),
        Optional.empty(),
        () -> new Pages.Content("listing", new Groups(link.title(), lead, groups.get())));
  }

  private static List<Groups.Group> plain(List<Entry> entries) {
    return List.of(new Groups.Group("", entries));
  }
}
