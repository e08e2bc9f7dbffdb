package vn.cachlamhay.search;

import com.google.gson.JsonParseException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import vn.cachlamhay.page.Uris;

/**
 * Looks things up in the index of a baked site, in the very order of the search page. For one
 * thread.
 */
public final class Searcher {

  /** Articles of a site whose lists are all short. */
  private static final int SMALL = 512;

  private final UnaryOperator<String> files;
  private final List<Index.Segment> segments = new ArrayList<>();
  private final Syllables syllables = Syllables.load();
  private final String smallIndex;
  private final int smallFirst;

  /**
   * What was found.
   *
   * @param query as it was asked, NFC, with single blanks
   * @param hits numbers of articles, best first; those with every word before those that lack some
   * @param full how many have every word
   * @param corrected the query as it was understood; empty where it was found as it stands
   * @param words what to mark in the articles, in the order of the query
   */
  public record Found(
      String query, List<Integer> hits, int full, Optional<String> corrected, List<Word> words) {}

  /**
   * A word of a query.
   *
   * @param folded what may stand for it
   * @param bare whether it was typed without any diacritic
   */
  public record Word(String exact, Set<String> folded, boolean bare) {}

  /**
   * What a result shows.
   *
   * @param uri below the site root
   * @param date dd/mm/yyyy
   * @param place may be empty
   * @param text of the body
   */
  public record Shown(
      String uri,
      String title,
      String summary,
      String date,
      String place,
      String topic,
      String text) {}

  /**
   * @param files reads a file of the site by its address
   * @throws OtherIndexException where the index is not that of this version of the program
   */
  Searcher(UnaryOperator<String> files) {
    this.files = files;
    String root = files.apply(Uris.SEARCH_DATA);
    for (List<String> segment : whole(Uris.SEARCH_DATA, () -> Scripts.segmentsOf(root))) {
      segments.add(
          new Index.Segment(
              Integer.parseInt(segment.get(0)),
              Integer.parseInt(segment.get(1)),
              Integer.parseInt(segment.get(2)),
              segment.get(3)));
    }
    this.smallIndex = Scripts.indexOf(root);
    this.smallFirst = smallIndex.isEmpty() ? -1 : segments.get(segments.size() - 1).first();
    // another table or other letters: words would be looked for where they are not
    if (!files.apply(Uris.SEARCH_SYLLABLES).equals(Scripts.syllables(syllables))) {
      throw new OtherIndexException(Uris.SEARCH_SYLLABLES, null);
    }
  }

  /**
   * Opens the index of a site.
   *
   * @param output the folder that the site was baked into
   * @throws OtherIndexException where there is none, or not that of this version of the program;
   *     the other methods too where they meet such a file
   * @throws UncheckedIOException where it cannot be read
   */
  public static Searcher open(Path output) {
    return new Searcher(uri -> read(output, uri));
  }

  /** The number of articles that can be found. */
  public int articles() {
    return segments.stream().mapToInt(Index.Segment::count).sum();
  }

  /**
   * Looks for articles.
   *
   * @param verbatim whether every word is meant as it stands: no other tones, no slips mended
   */
  public Found find(String written, boolean verbatim) {
    return find(written, verbatim, true);
  }

  /**
   * The same.
   *
   * @param everywhere whether articles are wanted too in which frequent words stand apart from
   *     their neighbours; they come after the others, and are looked for only when there are no
   *     others, because their lists are long
   */
  public Found find(String written, boolean verbatim, boolean everywhere) {
    Query query = Query.parse(written);
    if (query.terms().isEmpty()) {
      return new Found(query.text(), List.of(), 0, Optional.empty(), List.of());
    }
    var index = new Index(segments, syllables, this::shard);
    List<Wanted> wanted = Understanding.of(query, index, verbatim);
    Ranking.Order order = Ranking.of(query, index, wanted);
    if (everywhere || order.full() == 0 || index.articles() <= SMALL) {
      wanted.forEach(Wanted::countAnywhere);
      Understanding.load(index, wanted);
      order = order.within(Ranking.of(query, index, wanted));
    }
    Optional<String> corrected =
        order.exact() || order.hits().isEmpty() || verbatim
            ? Optional.empty()
            : Correction.of(query, index, wanted, order.hits().get(0));
    List<Word> words =
        wanted.stream()
            .map(word -> new Word(word.term().exact(), Set.copyOf(word.folded()), query.bare()))
            .toList();
    return new Found(query.text(), order.hits(), order.full(), corrected, words);
  }

  /** What a result shows of an article. */
  public Shown article(int number) {
    String uri = Uris.searchDocument(number);
    Map<String, String> facts = whole(uri, () -> Scripts.factsOf(files.apply(uri), number));
    return new Shown(
        facts.get("u"),
        facts.get("t"),
        facts.get("s"),
        facts.get("d"),
        facts.get("p"),
        facts.get("c"),
        facts.get("b"));
  }

  private String shard(Index.Segment segment, int shard) {
    if (segment.first() == smallFirst) {
      return smallIndex;
    }
    String uri = Uris.searchShard(segment.first(), shard);
    String script = files.apply(uri);
    if (!Scripts.isShard(script, segment.first(), segment.id(), shard)) {
      throw new OtherIndexException(uri, null);
    }
    return Scripts.shardOf(script);
  }

  private static <T> T whole(String uri, Supplier<T> reading) {
    try {
      return reading.get();
    } catch (IllegalArgumentException | JsonParseException e) {
      throw new OtherIndexException(uri, e);
    }
  }

  private static String read(Path output, String uri) {
    try {
      return Files.readString(output.resolve(uri));
    } catch (NoSuchFileException | CharacterCodingException e) {
      throw new OtherIndexException(uri, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
