package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;

/**
 * What the data for programs of others are made from. Immutable.
 *
 * @param on whether the site has {@code /api/}; without it there is nothing in the lists
 * @param articles newest first; the first block is the one that new articles go to, and may be
 *     empty
 * @param practices likewise, of the articles those that are best practices
 * @param indicators likewise, by the articles that stated them first; none without a page of
 *     figures
 * @param provinces of today
 * @param topics in the order of the list
 * @param withFigures whether there is a page of figures
 * @param withPage whether a page tells people of all this
 */
public record OpenData(
    boolean on,
    List<Blocks.Block<DataArticle>> articles,
    List<Blocks.Block<DataArticle>> practices,
    List<Blocks.Block<DataIndicator>> indicators,
    List<DataProvince> provinces,
    List<Topic> topics,
    boolean withFigures,
    boolean withPage) {

  static OpenData of(
      SiteConfig config,
      Shelves shelves,
      Indicators indicators,
      Gazetteer gazetteer,
      Topics topics,
      LocalDate today,
      Collection<PlannedPage> pages) {
    boolean withFigures = has(pages, Uris.FIGURES);
    if (!config.api().on()) {
      return new OpenData(
          false, List.of(), List.of(), List.of(), List.of(), List.of(), withFigures, false);
    }
    var places = new DataPlaces(gazetteer, today);
    List<DataArticle> articles =
        shelves.listed().stream()
            .filter(Shelves::isPublished)
            .map(article -> article(article, shelves, places))
            .toList();
    List<DataArticle> practices =
        articles.stream().filter(each -> each.article().type().equals("practice")).toList();
    return new OpenData(
        true,
        blocks(articles),
        blocks(practices),
        withFigures
            ? blocks(indicators.newestFirst().stream().map(DataIndicator::of).toList())
            : List.of(),
        places.provinces(),
        topics.all(),
        withFigures,
        has(pages, Uris.API_PAGE));
  }

  /** The file of a block of articles or practices. */
  public static String block(String folder, String name) {
    return folder + name + ".json";
  }

  /** The file of the block that new articles go to. */
  public static String newest(String folder) {
    return block(folder, Blocks.REST);
  }

  /** The list of what is in a folder. */
  public static String index(String folder) {
    return folder + "index.json";
  }

  /** The file of a province. */
  public static String province(DataProvince province) {
    return Uris.API_LOCALITIES + province.province().key() + ".json";
  }

  /** Whether new articles go to a block. */
  public static boolean isOpen(Blocks.Block<?> block) {
    return block.name().equals(Blocks.REST);
  }

  /** Every address that a file is made at. */
  Set<String> uris() {
    var uris = new HashSet<>(Set.of(Uris.PORTAL_JSON));
    if (on) {
      uris.addAll(Set.of(Uris.OPEN_API, Uris.API_TOPICS));
      for (String folder : List.of(Uris.API_ARTICLES, Uris.API_PRACTICES, Uris.API_LOCALITIES)) {
        uris.add(index(folder));
      }
      articles.forEach(block -> uris.add(block(Uris.API_ARTICLES, block.name())));
      practices.forEach(block -> uris.add(block(Uris.API_PRACTICES, block.name())));
      if (withFigures) {
        uris.add(index(Uris.API_INDICATORS));
        indicators.forEach(block -> uris.add(block(Uris.API_INDICATORS, block.name())));
      }
      provinces.forEach(province -> uris.add(province(province)));
    }
    return uris;
  }

  /** The newest block is always there, so that its address is one to ask for again and again. */
  private static <T> List<Blocks.Block<T>> blocks(List<T> items) {
    var blocks = new ArrayList<>(Blocks.of(items));
    if (blocks.isEmpty() || !isOpen(blocks.get(0))) {
      blocks.add(0, new Blocks.Block<>(Blocks.REST, List.of()));
    }
    return List.copyOf(blocks);
  }

  private static DataArticle article(Article article, Shelves shelves, DataPlaces places) {
    return new DataArticle(
        article,
        places.of(article),
        article.tags().stream().map(shelves.tags()::canonical).distinct().toList(),
        article.authors().stream().map(shelves.authors()::canonical).distinct().toList());
  }

  private static boolean has(Collection<PlannedPage> pages, String uri) {
    return pages.stream().anyMatch(page -> page.uri().equals(uri));
  }
}
