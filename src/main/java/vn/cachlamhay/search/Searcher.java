package vn.cachlamhay.search;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.cachlamhay.page.Uris;

/**
 * Looks things up in the index of a baked site, in the very order of the search page. For one
 * thread.
 */
public final class Searcher {

  private static final Gson GSON = new Gson();

  private final UnaryOperator<String> files;
  private final List<Index.Segment> segments = new ArrayList<>();
  private final Syllables syllables = Syllables.load();
  private final String smallIndex;
  private final int smallFirst;

  /**
   * What was found.
   *
   * @param hits numbers of articles, best first; those with every word before those that lack some
   * @param full how many have every word
   * @param corrected the query as it was understood; empty where it was found as it stands
   */
  public record Found(List<Integer> hits, int full, Optional<String> corrected) {}

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
   */
  Searcher(UnaryOperator<String> files) {
    this.files = files;
    String root = files.apply(Uris.SEARCH_DATA);
    String head = root.substring(root.indexOf('(') + 1, root.indexOf('`'));
    JsonArray list = JsonParser.parseString("[" + head + "0]").getAsJsonArray();
    int small = -1;
    for (JsonElement each : list.get(0).getAsJsonArray()) {
      JsonArray segment = each.getAsJsonArray();
      segments.add(
          new Index.Segment(
              segment.get(0).getAsInt(), segment.get(1).getAsInt(), segment.get(2).getAsInt()));
    }
    this.smallIndex = Scripts.indexOf(root);
    if (!smallIndex.isEmpty()) {
      small = segments.get(segments.size() - 1).first();
    }
    this.smallFirst = small;
  }

  /**
   * Opens the index of a site.
   *
   * @param output the folder that the site was baked into
   * @throws UncheckedIOException where there is no index
   */
  public static Searcher open(Path output) {
    return new Searcher(uri -> read(output.resolve(uri)));
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
  Found find(String written, boolean verbatim, boolean everywhere) {
    Query query = Query.parse(written);
    if (query.terms().isEmpty()) {
      return new Found(List.of(), 0, Optional.empty());
    }
    var index = new Index(segments, syllables, this::shard);
    List<Wanted> wanted = Understanding.of(query, index, verbatim);
    Ranking.Order order = Ranking.of(query, index, wanted);
    if ((everywhere || order.full() == 0) && wanted.stream().anyMatch(Wanted::isLimited)) {
      wanted.forEach(Wanted::countAnywhere);
      Understanding.load(index, wanted);
      order = order.before(Ranking.of(query, index, wanted));
    }
    Optional<String> corrected =
        order.exact() || order.hits().isEmpty() || verbatim
            ? Optional.empty()
            : Correction.of(query, index, wanted, order.hits().get(0));
    return new Found(order.hits(), order.full(), corrected);
  }

  /** What a result shows of an article. */
  public Shown article(int number) {
    String script = files.apply(Uris.searchDocument(number));
    String json = script.substring(script.indexOf('{'), script.lastIndexOf('}') + 1);
    JsonObject facts = GSON.fromJson(json, JsonObject.class);
    Map<String, String> values = new HashMap<>();
    facts.entrySet().forEach(fact -> values.put(fact.getKey(), fact.getValue().getAsString()));
    return new Shown(
        values.get("u"),
        values.get("t"),
        values.get("s"),
        values.get("d"),
        values.get("p"),
        values.get("c"),
        values.get("b"));
  }

  private String shard(Index.Segment segment, int shard) {
    return segment.first() == smallFirst
        ? smallIndex
        : Scripts.indexOf(files.apply(Uris.searchShard(segment.first(), shard)));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
