package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Topics;

/**
 * Plans the page where practices are compared, and, for readers without scripts, a comparison for
 * each topic. A site without the template {@code compare} has none.
 */
final class ComparePages {

  private static final String TEMPLATE = "compare";
  private static final int MOST = 4;
  private static final int RECENT = 12;
  private static final Link SELF = new Link("So sánh", Uris.COMPARE);

  private final SiteConfig config;
  private final Shelves shelves;
  private final PlaceNotes notes;

  ComparePages(SiteConfig config, Shelves shelves, PlaceNotes notes) {
    this.config = config;
    this.shelves = shelves;
    this.notes = notes;
  }

  void plan(Pages pages, Topics topics) {
    var ready = new ArrayList<Link>();
    for (Topic topic : topics.all()) {
      Optional<Link> link = of(topic);
      link.ifPresent(ready::add);
      link.ifPresent(self -> plan(topic, self, pages));
    }
    List<Article> recent = compared().stream().limit(RECENT).toList();
    pages.add(
        TEMPLATE,
        TEMPLATE,
        Uris.COMPARE,
        Pages.crumbs(SELF),
        "Đặt các cách làm hay cạnh nhau: bối cảnh, cách làm, kết quả, bài học.",
        Optional.empty(),
        () ->
            content(
                "So sánh cách làm hay",
                "",
                List.of(),
                ready,
                recent.stream().map(this::choice).toList()));
  }

  private void plan(Topic topic, Link self, Pages pages) {
    List<Article> chosen = chosen(topic);
    pages.add(
        TEMPLATE,
        TEMPLATE,
        self.uri(),
        Pages.crumbs(SELF, self),
        "So sánh cách làm hay về " + topic.name() + ".",
        ArticleLists.changed(chosen),
        () -> content("So sánh: " + topic.name(), "../", chosen, List.of(), List.of()));
  }

  /** The comparison of a topic, where there is one. */
  Optional<Link> of(Topic topic) {
    return config.pageTemplates().containsKey(TEMPLATE) && chosen(topic).size() > 1
        ? Optional.of(new Link(topic.name(), Uris.compare(topic)))
        : Optional.empty();
  }

  /** What the page loads of each practice. */
  List<CompareColumn.Planned> columns() {
    return compared().stream()
        .map(article -> CompareColumn.Planned.of(article, notes.of(article)))
        .toList();
  }

  /** The practices that can be compared, newest first; none where the site has no such page. */
  private List<Article> compared() {
    return config.pageTemplates().containsKey(TEMPLATE)
        ? shelves.ofType("practice").stream()
            .filter(article -> !article.body().practice().parts().isEmpty())
            .toList()
        : List.of();
  }

  /** The newest of a topic, of as many places as there are. */
  private List<Article> chosen(Topic topic) {
    List<Article> all =
        shelves.of(topic).stream()
            .filter(article -> article.type().equals("practice"))
            .filter(article -> !article.body().practice().parts().isEmpty())
            .toList();
    var places = new HashSet<List<Locality>>();
    var first = new ArrayList<Article>();
    var others = new ArrayList<Article>();
    all.forEach(each -> (places.add(each.localities()) ? first : others).add(each));
    first.addAll(others);
    return List.copyOf(first.subList(0, Math.min(MOST, first.size())));
  }

  private Pages.Content content(
      String heading,
      String up,
      List<Article> chosen,
      List<Link> ready,
      List<CompareView.Choice> recent) {
    return new Pages.Content(
        TEMPLATE,
        CompareView.of(
            heading,
            up,
            chosen.stream().map(each -> CompareColumn.of(each, notes.of(each))).toList(),
            ready,
            recent));
  }

  private CompareView.Choice choice(Article article) {
    return new CompareView.Choice(
        CompareColumn.key(article),
        article.title(),
        article.localities().stream()
            .findFirst()
            .map(place -> ArticleViews.placeName(place, article))
            .orElse(""));
  }
}
