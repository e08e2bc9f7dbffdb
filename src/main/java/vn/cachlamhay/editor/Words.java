package vn.cachlamhay.editor;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Resolution;
import vn.cachlamhay.text.VietnameseText;

/**
 * What an editor may mean who has typed the beginning of a name: each word typed begins a word of
 * the name, with diacritics or without. Immutable, made for one bake. Thread-safe.
 */
final class Words {

  private static final int MOST = 12;

  /**
   * A word on offer.
   *
   * @param value to be written into the article
   * @param label to be shown
   * @param note what else helps to choose; may be empty
   * @param near whether it is the same word but for diacritics, capitals or tone placement
   */
  record Word(String value, String label, String note, boolean near) {}

  /** A word with what it may be found by. */
  private record Entry(Word word, List<String> names, int weight) {}

  private final Map<String, List<Entry>> kinds = new HashMap<>();

  /**
   * @param today decides which places there are now
   */
  Words(Catalog catalog, LocalDate today) {
    List<Article> articles =
        Stream.concat(catalog.library().articles().stream(), catalog.library().faulty().stream())
            .toList();
    kinds.put("places", places(catalog.gazetteer(), today));
    kinds.put("tags", terms(articles, Article::tags));
    kinds.put("authors", terms(articles, Article::authors));
    kinds.put(
        "topics",
        catalog.topics().all().stream()
            .map(topic -> entry(topic.name(), topic.name(), "", List.of(topic.name()), 1))
            .toList());
    kinds.put(
        "articles",
        articles.stream()
            .map(
                article ->
                    entry(
                        "/" + ArticleList.path(article.source(), catalog.config()),
                        article.title(),
                        article.date().map(date -> date.day().toString()).orElse(""),
                        List.of(article.title()),
                        0))
            .toList());
  }

  /**
   * The best few for what has been typed.
   *
   * @param kind places, tags, authors, topics, articles; the value of these is an address for links
   * @return empty for a kind that there is not
   */
  Optional<List<Word>> find(String kind, String typed) {
    return Optional.ofNullable(kinds.get(kind)).map(entries -> best(entries, typed));
  }

  private static List<Word> best(List<Entry> entries, String typed) {
    String wanted = VietnameseText.slug(typed);
    String exact = VietnameseText.nameKey(typed);
    List<String> words = List.of(wanted.split("-"));
    var found = new ArrayList<Ranked>();
    for (Entry entry : entries) {
      int rank =
          entry.names().stream()
              .mapToInt(name -> rank(name, exact, wanted, words))
              .min()
              .orElse(NOT_FOUND);
      if (rank < NOT_FOUND) {
        found.add(new Ranked(entry, rank));
      }
    }
    found.sort(
        Comparator.comparingInt(Ranked::rank)
            .thenComparing(Comparator.<Ranked>comparingInt(r -> r.entry().weight()).reversed())
            .thenComparing(r -> r.entry().word().label()));
    return found.stream()
        .limit(MOST)
        .map(ranked -> near(ranked.entry().word(), exact, wanted))
        .toList();
  }

  private record Ranked(Entry entry, int rank) {}

  private static final int NOT_FOUND = 9;

  /** As typed, then begins so with these diacritics, then without, then has the words somewhere. */
  private static int rank(String name, String exact, String wanted, List<String> words) {
    String key = VietnameseText.nameKey(name);
    String slug = VietnameseText.slug(name);
    if (wanted.isEmpty()) {
      return 4;
    }
    if (key.equals(exact)) {
      return 0;
    }
    if (slug.equals(wanted)) {
      return 1;
    }
    if (key.startsWith(exact)) {
      return 2;
    }
    if (slug.startsWith(wanted)) {
      return 3;
    }
    List<String> parts = Arrays.asList(slug.split("-"));
    boolean all = words.stream().allMatch(w -> parts.stream().anyMatch(part -> part.startsWith(w)));
    boolean marked = !VietnameseText.isPlainAscii(exact) && !key.contains(exact);
    return all ? marked ? 6 : 5 : NOT_FOUND;
  }

  private static Word near(Word word, String exact, String wanted) {
    boolean near =
        VietnameseText.slug(word.value()).equals(wanted)
            && !VietnameseText.tidy(word.value()).equals(exact)
            && !VietnameseText.nameKey(word.value()).equals(exact);
    return new Word(word.value(), word.label(), word.note(), near);
  }

  private static List<Entry> terms(List<Article> articles, Function<Article, List<Term>> terms) {
    var counts = new LinkedHashMap<String, Integer>();
    articles.forEach(
        a -> terms.apply(a).forEach(term -> counts.merge(term.name(), 1, Integer::sum)));
    var entries = new ArrayList<Entry>();
    counts.forEach(
        (name, count) -> entries.add(entry(name, name, count + " bài", List.of(name), count)));
    return entries;
  }

  /** Those that exist come before those of the past, large before small ones. */
  private static List<Entry> places(Gazetteer gazetteer, LocalDate today) {
    var entries = new ArrayList<Entry>();
    for (Locality unit : gazetteer.all()) {
      String value = unit.writtenPath();
      boolean found =
          gazetteer.resolve(value, Optional.empty()) instanceof Resolution.Found<Locality> hit
              && hit.value().equals(unit);
      if (found) {
        boolean exists = unit.existedOn(today);
        var names = new ArrayList<String>();
        unit.namings()
            .forEach(
                naming -> {
                  names.add(naming.name());
                  names.add(naming.fullName());
                  names.add(naming.name() + " " + unit.province().name());
                });
        names.addAll(unit.aliases());
        names.add(value);
        String note = String.join(" ", gazetteer.fates(unit));
        int weight = (exists ? 10 : 0) - unit.selfAndAncestors().size();
        entries.add(entry(value, unit.displayName(), note, names, weight));
      }
    }
    return entries;
  }

  private static Entry entry(
      String value, String label, String note, List<String> names, int weight) {
    return new Entry(new Word(value, label, note, false), names, weight);
  }
}
