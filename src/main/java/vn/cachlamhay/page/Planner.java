package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Alias;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.model.WebAddress;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.reference.Topics;

/**
 * Step 3: plans every page of a portal. What a page shows is put together only when it is rendered.
 * Immutable and thread-safe.
 */
public final class Planner {

  private final SiteConfig config;
  private final Gazetteer gazetteer;
  private final Topics topics;
  private final PlaceKinds kinds;
  private final Views counted;
  private final Map<String, String> templates;
  private final LocalDate today;
  private final boolean drafts;

  /**
   * @param counted how often articles were read
   * @param templates template of each document type
   * @param today decides which provinces are those of today
   * @param drafts whether lists show drafts as if they were out
   */
  public Planner(
      SiteConfig config,
      Gazetteer gazetteer,
      Topics topics,
      PlaceKinds kinds,
      Views counted,
      Map<String, String> templates,
      LocalDate today,
      boolean drafts) {
    this.config = config;
    this.gazetteer = gazetteer;
    this.topics = topics;
    this.kinds = kinds;
    this.counted = counted;
    this.templates = Map.copyOf(templates);
    this.today = today;
    this.drafts = drafts;
  }

  /**
   * Plans the site.
   *
   * @param problems takes addresses that two things want
   */
  public Plan plan(Library all, Problems problems) {
    TopicGuides guides = TopicGuides.of(all, topics);
    Library library = guides.others(all);
    Supplier<List<ShareCard>> cards = Parallel.begin(() -> ShareCards.of(library, config));
    var shelves = new Shelves(library.articles(), drafts, gazetteer);
    var notes = new PlaceNotes(shelves, gazetteer, today);
    var directory = new Directory(shelves, gazetteer, topics, today);
    Supplier<PracticePages> practicePages =
        Parallel.begin(
            () -> new PracticePages(config, shelves, notes, directory, gazetteer, kinds, today));
    Supplier<IndicatorPages> indicatorPages =
        Parallel.begin(() -> new IndicatorPages(config, shelves, notes));
    var comparison = new ComparePages(config, shelves, notes);
    Supplier<List<CompareColumn.Planned>> compared = Parallel.begin(comparison::columns);
    Supplier<SearchPlan> search =
        Parallel.begin(() -> SearchPlan.of(shelves, directory, gazetteer, today));
    var views = new ArticleViews(shelves, notes, kinds);
    var pages = new Pages(config);
    var feeds = new ArrayList<FeedPlan>();
    ArticlePages articlePages =
        article -> pages.articlePage(article, templates.get(article.type()), views);
    library.articles().forEach(article -> pages.add(articlePages.of(article)));
    new PracticeSheets(config, notes).plan(library.articles(), pages);
    var lists = new ArticleLists(config, views, pages, feeds);
    PracticePages practices = practicePages.get();
    practices.plan(lists);
    new ListPages(config, shelves, lists, directory).plan(pages);
    new TopicPages(config, shelves, views, lists, directory, guides, comparison).plan(topics);
    var places = new PlacePages(config, shelves, views, lists, directory, gazetteer, today);
    Supplier<List<Plan.Redirect>> otherNames = Parallel.begin(places::redirects);
    places.plan();
    new PlaceIndexPages(config, shelves, directory, topics).plan(pages);
    var fresh = FreshArticles.of(shelves, views, counted);
    new FrontPages(shelves, views, directory, library, config, fresh).plan(pages);
    IndicatorPages figures = indicatorPages.get();
    figures.plan(pages);
    comparison.plan(pages, topics);
    Supplier<OpenData> data =
        Parallel.begin(
            () ->
                OpenData.of(
                    config, shelves, figures.indicators(), gazetteer, topics, today, pages.all()));
    return claimAddresses(
        library,
        pages.all(),
        feeds,
        otherNames,
        cards,
        search,
        data,
        practices.data(),
        fresh,
        compared.get(),
        figures.indicators(),
        articlePages,
        problems);
  }

  /**
   * Gives every address to one owner: a file of the site's own first, as in JBake, then the
   * portal's pages, then articles, then former addresses, then other names of places.
   */
  private Plan claimAddresses(
      Library library,
      List<PlannedPage> pages,
      List<FeedPlan> feeds,
      Supplier<List<Plan.Redirect>> otherNames,
      Supplier<List<ShareCard>> drawn,
      Supplier<SearchPlan> search,
      Supplier<OpenData> begun,
      PracticePlan practices,
      FreshArticles fresh,
      List<CompareColumn.Planned> compared,
      Indicators indicators,
      ArticlePages articlePages,
      Problems problems) {
    // several for each article; to make room for them again and again takes long
    var owners = new HashMap<String, String>(8 * pages.size());
    library
        .files()
        .byUri()
        .forEach((uri, file) -> owners.put(WebAddress.key(uri), config.relative(file.source())));
    var kept = new ArrayList<PlannedPage>();
    for (PlannedPage page : pages) {
      if (page.article().isEmpty()
          && owners.putIfAbsent(WebAddress.key(page.uri()), page.template()) == null) {
        kept.add(page);
      }
    }
    pages.stream().filter(page -> page.article().isPresent()).forEach(kept::add);
    kept.sort(Comparator.comparing(PlannedPage::uri));
    Supplier<List<SiteMapSegment>> parts = Parallel.begin(() -> SiteMapSegment.of(kept));
    List<ShareCard> cards = drawn.get();
    OpenData data = begun.get();
    data.uris().forEach(uri -> owners.putIfAbsent(WebAddress.key(uri), "portal"));
    indicators.uris().forEach(uri -> owners.putIfAbsent(WebAddress.key(uri), "portal"));
    compared.forEach(each -> owners.putIfAbsent(WebAddress.key(each.uri()), "portal"));
    practices.uris().forEach(uri -> owners.putIfAbsent(WebAddress.key(uri), "portal"));
    feeds.stream()
        .flatMap(feed -> feed.uris().stream())
        .forEach(uri -> owners.putIfAbsent(WebAddress.key(uri), "portal"));
    cards.forEach(card -> owners.putIfAbsent(WebAddress.key(card.uri()), "portal"));
    List<SiteMapSegment> siteMap = parts.get();
    Plan.otherFiles(siteMap).forEach(uri -> owners.putIfAbsent(WebAddress.key(uri), "portal"));
    var refused = new HashSet<String>();
    for (Article article : library.articles()) {
      String owner = owners.putIfAbsent(WebAddress.key(article.uri()), article.source());
      if (owner != null) {
        var pos = SourcePos.ofFile(article.source());
        problems.add(ProblemCode.TRUNG_DIA_CHI, pos, article.uri(), owner);
        refused.add(article.source());
      }
    }
    var redirects = new ArrayList<Plan.Redirect>();
    for (Article article : library.articles()) {
      for (Alias alias : article.aliases()) {
        Optional<String> owner = ownerOf(alias.uri(), owners);
        if (owner.isEmpty()) {
          owners.put(WebAddress.key(alias.uri()), article.source());
          redirects.add(new Plan.Redirect(alias.uri(), article.uri()));
        } else {
          problems.add(ProblemCode.TRUNG_DIA_CHI_CU, alias.pos(), alias.uri(), owner.get());
          refused.add(article.source());
        }
      }
    }
    otherNames.get().stream()
        .filter(alias -> owners.containsKey(WebAddress.key(alias.to())))
        .filter(alias -> ownerAtOrAbove(WebAddress.key(alias.from()), owners).isEmpty())
        .forEach(redirects::add);
    return new Plan(
        kept,
        feeds,
        redirects,
        siteMap,
        cards,
        search.get(),
        data,
        practices,
        fresh,
        compared,
        indicators,
        articlePages,
        refused);
  }

  /** Who has an address, or has a file where the address needs a folder. */
  private static Optional<String> ownerAtOrAbove(String key, Map<String, String> owners) {
    for (int slash = key.length(); slash > 0; slash = key.lastIndexOf('/', slash - 1)) {
      String owner = owners.get(key.substring(0, slash));
      if (owner != null) {
        return Optional.of(owner);
      }
    }
    return Optional.empty();
  }

  /** Who has an address, or has a file where the address needs a folder, or the other way round. */
  private static Optional<String> ownerOf(String uri, Map<String, String> owners) {
    if (Uris.isSmallerPicture(uri)) {
      return Optional.of("portal");
    }
    String key = WebAddress.key(uri);
    return ownerAtOrAbove(key, owners)
        .or(
            () ->
                owners.keySet().stream()
                    .filter(other -> other.startsWith(key + "/"))
                    .sorted()
                    .findFirst()
                    .map(owners::get));
  }
}
