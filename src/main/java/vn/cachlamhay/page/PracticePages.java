package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.PlaceKinds;

/**
 * Plans the page of all best practices, those of each kind of place, and what the filters load. A
 * site without the template has a plain list. Thread-safe after construction.
 */
final class PracticePages {

  private static final String TEMPLATE = "practices";
  private static final Link SELF = new Link("Cách làm hay", Uris.PRACTICES);

  private final SiteConfig config;
  private final Shelves shelves;
  private final Directory directory;
  private final PlaceKinds kinds;
  private final LocalDate today;
  private final Map<String, PracticeItem> bySource;
  private final List<PracticeItem> items;

  PracticePages(
      SiteConfig config,
      Shelves shelves,
      PlaceNotes notes,
      Directory directory,
      Gazetteer gazetteer,
      PlaceKinds kinds,
      LocalDate today) {
    this.config = config;
    this.shelves = shelves;
    this.directory = directory;
    this.kinds = kinds;
    this.today = today;
    Map<Locality, List<Locality>> places = new HashMap<>();
    this.items =
        isWanted()
            ? shelves.ofType("practice").stream()
                .map(article -> item(article, notes, gazetteer, places))
                .toList()
            : List.of();
    this.bySource =
        items.stream().collect(Collectors.toMap(item -> item.article().source(), item -> item));
  }

  private boolean isWanted() {
    return config.pageTemplates().containsKey(TEMPLATE);
  }

  /** What the filters load. */
  PracticePlan data() {
    return isWanted() ? PracticePlan.of(items, today) : PracticePlan.NONE;
  }

  void plan(ArticleLists lists) {
    var all = new ArticleLists.Series("list", "Chuyên mục", shelves.ofType("practice"), SELF);
    if (!isWanted()) {
      lists.add(all);
      return;
    }
    lists.add(all, first(all, lists));
    for (PlaceKind kind : kinds.all()) {
      List<Article> own = of(kind);
      if (!own.isEmpty()) {
        lists.add(new ArticleLists.Series("list", SELF.title(), own, SELF, link(kind)));
      }
    }
  }

  private ArticleLists.First first(ArticleLists.Series all, ArticleLists lists) {
    ArticleLists.First plain =
        lists.first(all, TEMPLATE, listing -> new Pages.Content(TEMPLATE, listing));
    return new ArticleLists.First(
        TEMPLATE,
        plain.description(),
        plain.updated(),
        slice ->
            older -> {
              var listing = (Listing) plain.content().apply(slice).apply(older).value();
              List<PracticeRow> rows =
                  slice.items().stream()
                      .map(a -> PracticeRow.of(bySource.get(a.source())))
                      .toList();
              return new Pages.Content(TEMPLATE, view(listing, rows));
            });
  }

  /** Links without counts: these would change with every article, news too. */
  private PracticesView view(Listing listing, List<PracticeRow> rows) {
    return new PracticesView(
        listing,
        rows,
        kinds.all().stream()
            .filter(kind -> !of(kind).isEmpty())
            .map(kind -> Entry.of(kind.name(), link(kind).uri(), 0))
            .toList(),
        links(directory.topics()),
        links(directory.provinces()),
        links(directory.years()));
  }

  private static List<Entry> links(List<Entry> entries) {
    return entries.stream()
        .filter(entry -> entry.count() > 0)
        .map(entry -> Entry.of(entry.title(), entry.uri(), 0))
        .toList();
  }

  private List<Article> of(PlaceKind kind) {
    return items.stream()
        .filter(item -> item.kind().filter(kind::equals).isPresent())
        .map(PracticeItem::article)
        .toList();
  }

  private static Link link(PlaceKind kind) {
    return new Link(kind.name(), Uris.placeKind(kind));
  }

  private PracticeItem item(
      Article article,
      PlaceNotes notes,
      Gazetteer gazetteer,
      Map<Locality, List<Locality>> places) {
    var provinces = new LinkedHashSet<Locality>();
    for (Locality unit : article.localities()) {
      places
          .computeIfAbsent(unit, gazetteer::placesOf)
          .forEach(place -> provinces.add(place.province()));
    }
    Optional<Locality> own = article.localities().stream().findFirst();
    return new PracticeItem(
        article,
        List.copyOf(provinces),
        notes.of(article).stream().findFirst(),
        own.flatMap(kinds::of));
  }
}
