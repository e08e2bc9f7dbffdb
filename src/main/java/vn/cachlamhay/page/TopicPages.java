package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Topics;

/**
 * Plans the pages of topics: what a topic is, its best practices, what can be learned from them,
 * and all that was written about it. A site without the template {@code topic} has plain lists.
 */
final class TopicPages {

  private static final String TEMPLATE = "topic";
  private static final String PRACTICE = "practice";
  private static final int PRACTICES = 4;
  private static final int TAUGHT_BY = 6;
  private static final int LESSONS = 3;
  private static final Link TOPICS = new Link("Chủ đề", Uris.TOPICS);

  private final SiteConfig config;
  private final Shelves shelves;
  private final ArticleViews views;
  private final ArticleLists lists;
  private final Directory directory;
  private final TopicGuides guides;
  private final ComparePages comparisons;

  TopicPages(
      SiteConfig config,
      Shelves shelves,
      ArticleViews views,
      ArticleLists lists,
      Directory directory,
      TopicGuides guides,
      ComparePages comparisons) {
    this.config = config;
    this.shelves = shelves;
    this.views = views;
    this.lists = lists;
    this.directory = directory;
    this.guides = guides;
    this.comparisons = comparisons;
  }

  void plan(Topics topics) {
    topics.all().forEach(this::plan);
  }

  private void plan(Topic topic) {
    var way = new ArrayList<Link>();
    topic.selfAndAncestors().forEach(above -> way.add(0, ArticleViews.link(above)));
    way.add(0, TOPICS);
    var series =
        new ArticleLists.Series(
            "topic",
            "Chủ đề",
            Uris.of(topic),
            topic.description(),
            () -> directory.below(topic),
            shelves.of(topic),
            way);
    if (config.pageTemplates().containsKey(TEMPLATE)) {
      lists.add(series, lists.first(series, TEMPLATE, listing -> content(topic, listing)));
    } else {
      lists.add(series);
    }
    lists.feed(topic.name() + " – " + config.title(), series.uri(), series.articles(), true);
  }

  private Pages.Content content(Topic topic, Listing listing) {
    List<Article> practices =
        shelves.of(topic).stream().filter(article -> article.type().equals(PRACTICE)).toList();
    return new Pages.Content(
        TEMPLATE,
        new TopicView(
            listing,
            guides.of(topic).map(guide -> guide.body().html().read()).orElse(""),
            views.cards(practices.stream().limit(PRACTICES).toList()),
            practices.stream()
                .filter(article -> !article.body().practice().lessons().isEmpty())
                .limit(TAUGHT_BY)
                .map(TopicPages::lessons)
                .toList(),
            comparisons.of(topic).orElse(null)));
  }

  private static TopicView.Lessons lessons(Article practice) {
    return new TopicView.Lessons(
        new Link(practice.title(), practice.uri()),
        practice.localities().stream()
            .findFirst()
            .map(place -> ArticleViews.placeName(place, practice))
            .orElse(""),
        practice.body().practice().lessons().stream()
            .limit(LESSONS)
            .map(lesson -> new TopicView.Lesson(lesson.text(), lesson.anchor()))
            .toList());
  }
}
