package vn.cachlamhay.search;

import com.google.gson.Gson;
import com.google.gson.reflect.TypeToken;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchSegment;
import vn.cachlamhay.page.Suggestion;
import vn.cachlamhay.text.TonePlacement;

/**
 * The files of search as scripts: a page that is opened from a disk may load scripts, and nothing
 * else. Each calls a function of {@code portalSearch} (see {@code script/loading.js}). Texts of
 * indexes stand in template literals: their words are letters and digits only. Stateless.
 */
final class Scripts {

  private static final Gson GSON = new Gson();
  private static final Pattern SEGMENT = Pattern.compile("\\[(\\d+),(\\d+),(\\d+),\"(\\w+)\"\\]");
  private static final Pattern ROOT =
      Pattern.compile("^portalSearch\\.root\\(\\[((?:" + SEGMENT + ",?)*)\\],\\{");
  private static final String SHARD_END = "`);\n";
  private static final String END = ");\n";

  private Scripts() {}

  /** The list of the segments, with the index and the facets of the small one, if there is one. */
  static String root(List<SearchSegment> segments, String smallIndex, Map<String, ?> smallFacets) {
    List<List<?>> list =
        segments.stream()
            .<List<?>>map(s -> List.of(s.first(), s.documents().size(), s.shards(), s.id()))
            .toList();
    return "portalSearch.root("
        + GSON.toJson(list)
        + ","
        + GSON.toJson(smallFacets)
        + ",`"
        + smallIndex
        + SHARD_END;
  }

  /** The static table of syllables, and where tones stand. */
  static String syllables(Syllables syllables) {
    Map<String, Object> letters = new LinkedHashMap<>();
    letters.put("placement", TonePlacement.pairs());
    letters.put("keyboard", Keys.tables());
    // for the command line, which compares the whole
    letters.put("form", SearchSegment.FORM);
    return "portalSearch.syllables("
        + GSON.toJson(letters)
        + ",`"
        + syllables.words()
        + "`,`"
        + syllables.numbers()
        + SHARD_END;
  }

  /** A shard. */
  static String shard(SearchSegment segment, int shard, String index) {
    return shardHead(segment.first(), segment.id(), shard) + index + SHARD_END;
  }

  private static String shardHead(int first, String id, int shard) {
    return "portalSearch.shard(" + first + "," + GSON.toJson(id) + "," + shard + ",`";
  }

  /** Whether a script is that of a shard, and whole. */
  static boolean isShard(String script, int first, String id, int shard) {
    return script.startsWith(shardHead(first, id, shard)) && script.endsWith(SHARD_END);
  }

  /** The index in the script of a shard. */
  static String shardOf(String script) {
    return script.substring(script.indexOf('`') + 1, script.length() - SHARD_END.length());
  }

  /** The same in UTF-8. */
  static byte[] shardOf(byte[] script) {
    int begin = 0;
    while (script[begin] != '`') {
      begin++;
    }
    return Arrays.copyOfRange(script, begin + 1, script.length - SHARD_END.length());
  }

  /** The index in the script of the root, before which names may hold anything. */
  static String indexOf(String script) {
    int end = script.length() - SHARD_END.length();
    return script.substring(script.lastIndexOf('`', end - 1) + 1, end);
  }

  /**
   * The list in the script of the root: first number, articles, shards and name of each segment.
   *
   * @throws IllegalArgumentException where it is not what {@link #root} writes
   */
  static List<List<String>> segmentsOf(String script) {
    Matcher root = ROOT.matcher(script);
    if (!root.find() || !script.endsWith(SHARD_END)) {
      throw new IllegalArgumentException("no list of segments");
    }
    return SEGMENT
        .matcher(root.group(1))
        .results()
        .map(segment -> IntStream.rangeClosed(1, 4).mapToObj(segment::group).toList())
        .toList();
  }

  /** What articles of a segment can be filtered by. */
  static String facets(SearchSegment segment, Map<String, ?> facets) {
    return "portalSearch.addFacets("
        + segment.first()
        + ","
        + GSON.toJson(segment.id())
        + ","
        + GSON.toJson(facets)
        + ");\n";
  }

  /** What a result shows of an article, with its text for the excerpt. */
  static String document(SearchDocument document) {
    Card card = Cards.of(document.article());
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("u", card.uri());
    facts.put("t", card.title());
    facts.put("s", card.summary());
    facts.put("d", card.dateShort());
    facts.put("p", card.place() == null ? "" : card.place().title());
    facts.put("c", card.topic() == null ? "" : card.topic().title());
    facts.put("k", card.type());
    facts.put("b", document.article().body().text().read());
    return documentHead(document.number()) + GSON.toJson(facts) + END;
  }

  private static String documentHead(int number) {
    return "portalSearch.document(" + number + ",";
  }

  /**
   * What {@link #document} wrote.
   *
   * @throws IllegalArgumentException where it is something else
   */
  static Map<String, String> factsOf(String script, int number) {
    String head = documentHead(number);
    if (!script.startsWith(head) || !script.endsWith(END)) {
      throw new IllegalArgumentException("no document");
    }
    return GSON.fromJson(
        script.substring(head.length(), script.length() - END.length()),
        new TypeToken<Map<String, String>>() {});
  }

  /** What is offered while somebody types. */
  static String suggestions(List<Suggestion> suggestions) {
    return "portalSearch.addSuggestions(" + GSON.toJson(suggestions) + ");\n";
  }
}
