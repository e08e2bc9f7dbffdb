package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Media;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.PlaceKinds;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Makes articles ready to print. Each card is made once. Immutable after construction, thread-safe.
 */
final class ArticleViews {

  private static final int RELATED = 4;
  private static final int OTHERS = 5;
  private static final int SIMILAR = 3;

  /** How many colours topics have; the style sheet and the cards have each of them. */
  private static final int TINTS = 8;

  private static final Pattern WEB_ADDRESS = Pattern.compile("https?://[^\\s<>\"]+");

  private final Shelves shelves;
  private final PlaceNotes notes;
  private final Supplier<RelatedArticles> related;
  private final Supplier<SimilarPractices> similar;
  private final Map<String, Card> cards = new HashMap<>();
  private final Map<String, Integer> ranks = new HashMap<>();

  ArticleViews(Shelves shelves, PlaceNotes notes, PlaceKinds kinds) {
    this.shelves = shelves;
    this.notes = notes;
    // pages ask for these, not the plan
    this.related =
        Parallel.begin(() -> new RelatedArticles(shelves.listed(), shelves.tags()::canonical));
    this.similar = Parallel.begin(() -> new SimilarPractices(shelves.listed(), kinds));
    // thousands of articles link to a few hundred places and topics
    var links = new ConcurrentHashMap<Link, Link>();
    List<Card> made =
        shelves.listed().parallelStream()
            .map(article -> Cards.of(article, link -> links.computeIfAbsent(link, l -> l)))
            .toList();
    for (int rank = 0; rank < made.size(); rank++) {
      String source = shelves.listed().get(rank).source();
      ranks.put(source, rank);
      cards.put(source, made.get(rank));
    }
  }

  Card card(Article article) {
    return cards.get(article.source());
  }

  List<Card> cards(List<Article> articles) {
    return articles.stream().map(this::card).toList();
  }

  /** What the page of an article is made from. */
  ArticlePage page(Article article) {
    List<SimilarPractices.Choice> similarOnes = similar.get().to(article, SIMILAR);
    var shown =
        new ArrayList<>(similarOnes.stream().map(SimilarPractices.Choice::article).toList());
    List<Article> relatedOnes = related.get().to(article, RELATED, shown);
    shown.addAll(relatedOnes);
    int rank = ranks.getOrDefault(article.source(), -1);
    return new ArticlePage(
        article,
        notes.of(article),
        terms(article.tags(), shelves.tags(), true),
        terms(article.authors(), shelves.authors(), false),
        cards(relatedOnes),
        cards(others(rank, shown, OTHERS - similarOnes.size())),
        similarOnes.stream()
            .map(choice -> new PracticeView.Similar(card(choice.article()), choice.reason()))
            .toList(),
        neighbour(rank, 1),
        neighbour(rank, -1));
  }

  static ArticleView view(ArticlePage page) {
    Article article = page.article();
    return new ArticleView(
        article.uri(),
        article.title(),
        article.type(),
        typeLabel(article),
        !Shelves.isPublished(article),
        mark(article),
        section(article),
        article.topics().stream().map(ArticleViews::link).toList(),
        page.places(),
        page.tags(),
        page.authors(),
        article.agency(),
        article.origin(),
        sourceUrl(article.origin()),
        article.summary(),
        dateLine(article.date()),
        iso(article.date()),
        article.updated().map(date -> VietnameseDates.shortDay(date.day())).orElse(""),
        iso(article.updated()),
        image(article),
        article.caption(),
        article.body().minutes(),
        article.audio().map(file -> href(file.uri())).orElse(""),
        article.correction(),
        article.attachments().stream().map(ArticleViews::attachment).toList(),
        PracticeViews.contents(article),
        page.related(),
        page.others(),
        page.previous(),
        page.next(),
        PracticeViews.view(article, page.similar()));
  }

  /** The lead, or the beginning of the text where there is none. */
  static String summary(Article article) {
    return article.summary().isEmpty() ? article.body().excerpt() : article.summary();
  }

  static String typeLabel(Article article) {
    return switch (article.type()) {
      case "practice" -> "Cách làm hay";
      case "post" -> "Tin tức";
      default -> "";
    };
  }

  static Link section(Article article) {
    return article.topics().isEmpty() ? null : link(article.topics().get(0));
  }

  static Link link(Topic topic) {
    return new Link(topic.name(), Uris.of(topic));
  }

  static ImageView image(Article article) {
    return article
        .image()
        .map(
            media ->
                new ImageView(
                    href(media.uri()),
                    media.width(),
                    media.height(),
                    alt(article, media),
                    sizes(media)))
        .orElse(null);
  }

  private static List<ImageView.Size> sizes(Media media) {
    List<Integer> smaller = PictureSizes.smaller(media.uri(), media.width());
    return smaller.isEmpty()
        ? List.of()
        : Stream.concat(
                smaller.stream()
                    .map(w -> new ImageView.Size(href(PictureSizes.uri(media.uri(), w)), w)),
                Stream.of(new ImageView.Size(href(media.uri()), media.width())))
            .toList();
  }

  /** The number of the colour of an article: that of its first topic. */
  static int tint(Article article) {
    return article.topics().isEmpty() ? 0 : article.topics().get(0).number() % TINTS;
  }

  /** Files keep the names that editors gave them; links need them escaped. */
  static String href(String uri) {
    return uri.contains("://") ? uri : Uris.encode(uri);
  }

  static String iso(Optional<Moment> date) {
    return date.map(moment -> VietnameseDates.iso(moment.at())).orElse("");
  }

  private static String alt(Article article, Media media) {
    Object written = article.values().get("alt");
    if (written instanceof String alt) {
      return alt;
    }
    return article.caption().isEmpty() ? article.title() : article.caption();
  }

  /** What readers of a preview have to know of an article that is not out. */
  static String mark(Article article) {
    if (Shelves.isPublished(article)) {
      return "";
    }
    return switch (String.valueOf(article.values().get("status")).strip()) {
      case "published-date" -> "Hẹn giờ";
      case "review" -> "Chờ duyệt";
      default -> "Bản nháp";
    };
  }

  static String placeName(Locality place, Article article) {
    return article.date().map(d -> place.displayNameOn(d.day())).orElse(place.displayName());
  }

  static String dateLine(Optional<Moment> date) {
    return date.map(
            moment ->
                moment.timed()
                    ? VietnameseDates.longDay(moment.at())
                    : VietnameseDates.longDay(moment.day()))
        .orElse("");
  }

  private List<Link> terms(List<Term> terms, Shelves.TermShelf shelf, boolean tags) {
    return terms.stream()
        .map(shelf::canonical)
        .distinct()
        .map(term -> new Link(term.name(), tags ? Uris.tag(term.slug()) : Uris.author(term.slug())))
        .toList();
  }

  private static String sourceUrl(String source) {
    var matcher = WEB_ADDRESS.matcher(source);
    return matcher.find() ? matcher.group() : "";
  }

  private List<Article> others(int rank, List<Article> without, int most) {
    return rank < 0
        ? List.of()
        : shelves.listed().subList(rank + 1, shelves.listed().size()).stream()
            .filter(article -> !Shelves.has(without, article))
            .limit(most)
            .toList();
  }

  private Link neighbour(int rank, int step) {
    int at = rank + step;
    if (rank < 0 || at < 0 || at >= shelves.listed().size()) {
      return null;
    }
    Article article = shelves.listed().get(at);
    return new Link(article.title(), article.uri());
  }

  private static ArticleView.Attachment attachment(StaticFile file) {
    String name = file.uri().substring(file.uri().lastIndexOf('/') + 1);
    String type = name.substring(name.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    return new ArticleView.Attachment(name, href(file.uri()), type, size(file.size()));
  }

  /** In the units of 1,024 that file managers show, with the Vietnamese decimal comma. */
  private static String size(long bytes) {
    if (bytes < 1024) {
      return bytes + " byte";
    }
    double kilo = bytes / 1024.0;
    return kilo < 1024
        ? Math.round(kilo) + " KB"
        : String.format(Locale.ROOT, "%.1f MB", kilo / 1024).replace('.', ',');
  }
}
