package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;

/**
 * Plans the pages of places: of every unit that has articles, and of every province of today and of
 * before. The newest practices come first, then the news, whose older pages stay as they are; more
 * practices than fit have a list of their own.
 */
final class PlacePages {

  /** A site without it shows places as lists. */
  private static final String TEMPLATE = "place";

  private static final int PRACTICES = 6;

  /** Shorter than that of the whole site: a new article changes those of several places. */
  private final SiteConfig config;

  private final Shelves shelves;
  private final ArticleViews views;
  private final ArticleLists lists;
  private final Directory directory;
  private final Gazetteer gazetteer;
  private final LocalDate today;

  PlacePages(
      SiteConfig config,
      Shelves shelves,
      ArticleViews views,
      ArticleLists lists,
      Directory directory,
      Gazetteer gazetteer,
      LocalDate today) {
    this.config = config;
    this.shelves = shelves;
    this.views = views;
    this.lists = lists;
    this.directory = directory;
    this.gazetteer = gazetteer;
    this.today = today;
  }

  void plan() {
    gazetteer.all().stream().filter(shelves::hasPage).forEach(this::place);
  }

  /** What leads from addresses under which readers may look for a place to its page. */
  List<Plan.Redirect> redirects() {
    return gazetteer.aliasKeys().entrySet().stream()
        .filter(alias -> shelves.hasPage(alias.getValue()))
        .map(alias -> new Plan.Redirect(Uris.place(alias.getKey()), Uris.of(alias.getValue())))
        .toList();
  }

  private void place(Locality place) {
    List<Article> articles = shelves.of(place);
    if (config.pageTemplates().containsKey(TEMPLATE)) {
      ofItsOwn(place, articles);
    } else {
      lists.add(
          new ArticleLists.Series(
              kind(articles),
              "Địa phương",
              Uris.of(place),
              description(place),
              () -> directory.below(place),
              articles,
              way(place)));
    }
    if (!articles.isEmpty()) {
      lists.feed(name(place) + " – " + config.title(), Uris.of(place), articles, false);
    }
    shelves.topicsOf(place).forEach((topic, about) -> topic(place, topic, about));
  }

  private static String kind(List<Article> articles) {
    return articles.isEmpty() ? "locality-empty" : "locality";
  }

  private void ofItsOwn(Locality place, List<Article> articles) {
    List<Article> practices = new ArrayList<>();
    List<Article> news = new ArrayList<>();
    articles.forEach(a -> (a.type().equals("practice") ? practices : news).add(a));
    List<Link> way = way(place);
    var all = new Link("Cách làm hay", Uris.beside(Uris.of(place), Uris.PRACTICES));
    boolean more = practices.size() > PRACTICES;
    lists.add(
        new ArticleLists.Series(kind(articles), "Tin tức", Uris.of(place), "", List::of, news, way),
        new ArticleLists.First(
            TEMPLATE,
            description(place),
            ArticleLists.changed(articles),
            slice ->
                older ->
                    new Pages.Content(
                        "place", view(place, practices, more ? all : null, slice.items(), older))));
    if (more) {
      practices(place, practices, all.uri());
    }
  }

  private void practices(Locality place, List<Article> practices, String uri) {
    List<Link> way = new ArrayList<>(way(place));
    way.add(new Link("Cách làm hay ở " + name(place), uri));
    lists.add(
        new ArticleLists.Series(
            "locality-practices", "Cách làm hay", uri, "", List::of, practices, way));
  }

  private void topic(Locality place, Topic topic, List<Article> articles) {
    List<Link> way = new ArrayList<>(way(place));
    way.add(new Link("%s ở %s".formatted(topic.name(), name(place)), Uris.of(place, topic)));
    lists.add(
        new ArticleLists.Series(
            "locality-topic",
            "Chủ đề",
            Uris.of(place, topic),
            "",
            () -> fromTopic(place, topic),
            articles,
            way));
  }

  private List<Entry> fromTopic(Locality place, Topic topic) {
    List<Entry> entries = new ArrayList<>(directory.below(place, topic));
    entries.add(Entry.of("Chủ đề này ở mọi nơi", Uris.of(topic), 0));
    return entries;
  }

  private PlaceView view(
      Locality place, List<Article> practices, Link more, List<Article> news, Link older) {
    return new PlaceView(
        place.headlineOn(today),
        place.existedOn(today) ? "Địa phương" : "Địa phương trước đây",
        gazetteer.history(place).stream().map(line -> PlaceView.Line.of(line, shelves)).toList(),
        former(place),
        shelves.of(place).size(),
        views.cards(practices.subList(0, Math.min(PRACTICES, practices.size()))),
        more,
        views.cards(news),
        older,
        directory.units(place),
        directory.topics(place),
        shelves.of(place).isEmpty() ? directory.near(place) : List.of());
  }

  /** The parts of a unit that was split do not claim its articles; they name its page. */
  private List<Link> former(Locality place) {
    return gazetteer.predecessors(place).stream()
        .filter(before -> before.isSplit() && !shelves.of(before).isEmpty())
        .map(before -> new Link("Bài về " + before.displayName(), Uris.of(before)))
        .toList();
  }

  private String description(Locality place) {
    return gazetteer.fates(place).stream()
        .map(line -> line + ".")
        .collect(Collectors.joining(" ", "Cách làm hay và tin tức ở " + name(place) + ". ", ""))
        .strip();
  }

  private List<Link> way(Locality place) {
    List<Locality> path = new ArrayList<>(place.selfAndAncestors());
    Collections.reverse(path);
    var way = new ArrayList<>(List.of(PlaceIndexPages.PLACES));
    for (Locality unit : path) {
      boolean brief = unit.parent().isEmpty() && !unit.equals(place);
      way.add(new Link(brief ? name(unit) : unit.headlineOn(today), Uris.of(unit)));
    }
    return way;
  }

  private String name(Locality place) {
    return place.displayNameOn(today);
  }
}
