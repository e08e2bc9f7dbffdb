package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;

/**
 * Step 3: plans every page of the site. What a page shows is put together only when it is rendered.
 * Immutable and thread-safe.
 */
public final class Planner {

  private final SiteConfig config;
  private final Gazetteer gazetteer;
  private final Topics topics;
  private final Map<String, String> templates;
  private final LocalDate today;

  /**
   * @param templates template of each document type
   * @param today decides which provinces are those of today
   */
  public Planner(
      SiteConfig config,
      Gazetteer gazetteer,
      Topics topics,
      Map<String, String> templates,
      LocalDate today) {
    this.config = config;
    this.gazetteer = gazetteer;
    this.topics = topics;
    this.templates = Map.copyOf(templates);
    this.today = today;
  }

  /**
   * Plans the site.
   *
   * @param problems takes addresses that two things want
   */
  public Plan plan(Library library, Problems problems) {
    var shelves = new Shelves(library.articles(), gazetteer);
    var views = new ArticleViews(shelves);
    var pages = new Pages(config);
    var feeds = new ArrayList<FeedPlan>();
    for (Article article : library.articles()) {
      pages.addArticle(article, templates.get(article.type()), views);
    }
    if (config.isPortal()) {
      var directory = new Directory(shelves, gazetteer, topics, today);
      new ListPages(config, shelves, views, directory, gazetteer, topics).plan(pages, feeds);
      new FrontPages(shelves, views, directory, library).plan(pages);
    }
    List<PlannedPage> planned = pages.all();
    refuseDoubles(planned, problems);
    return new Plan(planned, feeds, redirects(library, planned, problems));
  }

  private static void refuseDoubles(List<PlannedPage> pages, Problems problems) {
    var owners = new HashMap<String, PlannedPage>();
    for (PlannedPage page : pages) {
      PlannedPage other = owners.putIfAbsent(page.uri(), page);
      if (other != null) {
        PlannedPage article = page.article().isPresent() ? page : other;
        PlannedPage rival = article == page ? other : page;
        problems.add(
            ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(name(article)), page.uri(), name(rival));
      }
    }
  }

  private static String name(PlannedPage page) {
    return page.article().map(Article::source).orElse(page.template());
  }

  private static List<Plan.Redirect> redirects(
      Library library, List<PlannedPage> pages, Problems problems) {
    var owners = new HashMap<String, String>();
    pages.forEach(page -> owners.put(page.uri(), name(page)));
    var redirects = new ArrayList<Plan.Redirect>();
    for (Article article : library.articles()) {
      for (String alias : article.aliases()) {
        String owner = owners.putIfAbsent(alias, article.source());
        if (owner == null) {
          redirects.add(new Plan.Redirect(alias, article.uri()));
        } else {
          problems.add(ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(article.source()), alias, owner);
        }
      }
    }
    return redirects;
  }
}
