package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.text.VietnameseOrder;
import vn.cachlamhay.text.VietnameseText;

/**
 * The listed articles sorted onto shelves: by place, topic, tag, author, year, type; newest first
 * on each. Built once, then read only.
 */
final class Shelves {

  private final List<Article> listed;
  private final Map<Locality, List<Article>> places = new HashMap<>();
  private final Map<Topic, List<Article>> topics = new HashMap<>();
  private final Map<Locality, Map<Topic, List<Article>>> topicsOfPlaces = new HashMap<>();
  private final TermShelf tags = new TermShelf();
  private final TermShelf authors = new TermShelf();
  private final TreeMap<Integer, List<Article>> years = new TreeMap<>(Comparator.reverseOrder());

  /**
   * @param articles newest first; pages among them stay off the shelves
   * @param drafts whether drafts are on them too, as in a preview
   */
  Shelves(List<Article> articles, boolean drafts, Gazetteer gazetteer) {
    this.listed =
        articles.stream()
            .filter(article -> article.isListed() && (drafts || isPublished(article)))
            .toList();
    Parallel.forEach(
        List.<Runnable>of(
            () -> fillPlaces(gazetteer),
            this::fillTopics,
            () -> tags.fill(listed, Article::tags),
            () -> authors.fill(listed, Article::authors)),
        Runnable::run);
  }

  private void fillPlaces(Gazetteer gazetteer) {
    var placesOf = new HashMap<Locality, List<Locality>>();
    for (Article article : listed) {
      Set<Locality> found = new LinkedHashSet<>();
      for (Locality unit : article.localities()) {
        found.addAll(placesOf.computeIfAbsent(unit, gazetteer::placesOf));
      }
      Set<Topic> themes = themes(article);
      for (Locality place : found) {
        shelf(places, place).add(article);
        var within = topicsOfPlaces.computeIfAbsent(place, p -> new LinkedHashMap<>());
        themes.forEach(topic -> shelf(within, topic).add(article));
      }
    }
  }

  private void fillTopics() {
    for (Article article : listed) {
      themes(article).forEach(topic -> shelf(topics, topic).add(article));
      article.date().ifPresent(date -> shelf(years, date.day().getYear()).add(article));
    }
  }

  private static Set<Topic> themes(Article article) {
    Set<Topic> themes = new LinkedHashSet<>();
    article.topics().forEach(topic -> themes.addAll(topic.selfAndAncestors()));
    return themes;
  }

  /** Whether an article is more than a draft that is baked to be looked at. */
  static boolean isPublished(Article article) {
    return article.status() != Status.DRAFT;
  }

  /** Whether a list has this very article; to compare all of two articles takes long. */
  static boolean has(List<Article> articles, Article article) {
    return articles.stream().anyMatch(other -> other == article);
  }

  List<Article> listed() {
    return listed;
  }

  List<Article> ofType(String type) {
    return listed.stream().filter(article -> article.type().equals(type)).toList();
  }

  List<Article> of(Locality place) {
    return places.getOrDefault(place, List.of());
  }

  List<Article> of(Topic topic) {
    return topics.getOrDefault(topic, List.of());
  }

  /** The articles of a place about a topic. */
  List<Article> of(Locality place, Topic topic) {
    return topicsOf(place).getOrDefault(topic, List.of());
  }

  /** The topics of a place's articles. */
  Map<Topic, List<Article>> topicsOf(Locality place) {
    return topicsOfPlaces.getOrDefault(place, Map.of());
  }

  /** Whether a place has a page: those with articles have one, and all provinces. */
  boolean hasPage(Locality place) {
    return place.parent().isEmpty() || !of(place).isEmpty();
  }

  Map<Integer, List<Article>> years() {
    return years;
  }

  TermShelf tags() {
    return tags;
  }

  TermShelf authors() {
    return authors;
  }

  private static <K> List<Article> shelf(Map<K, List<Article>> shelves, K key) {
    return shelves.computeIfAbsent(key, k -> new ArrayList<>());
  }

  /**
   * Tags or authors, each with its articles. Spellings that differ in case or tone placement are
   * one term under its oldest spelling. Different names of one slug ("lịch sử", "lịch sự") get
   * numbered slugs in the order in which they were first used, so that an address never changes its
   * owner.
   */
  static final class TermShelf {

    private final Map<String, Term> byName = new LinkedHashMap<>();
    private final Map<String, Term> bySpelling = new HashMap<>();
    private final Map<Term, List<Article>> articles = new HashMap<>();

    private void fill(List<Article> newestFirst, Function<Article, List<Term>> terms) {
      var taken = new HashSet<String>();
      for (int i = newestFirst.size() - 1; i >= 0; i--) {
        for (Term term : terms.apply(newestFirst.get(i))) {
          bySpelling.computeIfAbsent(term.name(), spelling -> byName(term, taken));
        }
      }
      for (Article article : newestFirst) {
        terms.apply(article).stream()
            .map(this::canonical)
            .distinct()
            .forEach(term -> shelf(articles, term).add(article));
      }
    }

    private Term byName(Term term, Set<String> taken) {
      return byName.computeIfAbsent(
          VietnameseText.nameKey(term.name()),
          key -> {
            String slug = term.slug();
            for (int n = 2; !taken.add(slug); n++) {
              slug = term.slug() + "-" + n;
            }
            return new Term(slug, term.name());
          });
    }

    /** The term under which a spelling is filed. */
    Term canonical(Term term) {
      Term known = bySpelling.get(term.name());
      return known != null ? known : byName.getOrDefault(VietnameseText.nameKey(term.name()), term);
    }

    /** All terms in alphabetical order. */
    List<Term> all() {
      var order = new VietnameseOrder();
      return byName.values().stream().sorted(Comparator.comparing(Term::name, order)).toList();
    }

    List<Article> of(Term term) {
      return articles.getOrDefault(term, List.of());
    }
  }
}
