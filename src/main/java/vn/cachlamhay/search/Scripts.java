package vn.cachlamhay.search;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchSegment;
import vn.cachlamhay.page.Suggestion;
import vn.cachlamhay.text.LetterTable;
import vn.cachlamhay.text.TonePlacement;

/**
 * The files of search as scripts: a page that is opened from a disk may load scripts, and nothing
 * else. Each calls a function of {@code portalSearch} (see {@code assets/js/tim-kiem.js}). Texts of
 * indexes stand in template literals: their words are letters and digits only. Stateless.
 */
final class Scripts {

  private static final Gson GSON = new Gson();

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
        + "`);\n";
  }

  /** The static table of syllables, and how letters fold. */
  static String syllables(Syllables syllables) {
    Map<String, Object> letters = new LinkedHashMap<>();
    letters.put("fold", LetterTable.foldings());
    letters.put("tones", LetterTable.tones());
    letters.put("placement", TonePlacement.pairs());
    return "portalSearch.syllables(" + GSON.toJson(letters) + ",`" + syllables.text() + "`);\n";
  }

  /** A shard. */
  static String shard(SearchSegment segment, int shard, String index) {
    return "portalSearch.shard("
        + segment.first()
        + ","
        + GSON.toJson(segment.id())
        + ","
        + shard
        + ",`"
        + index
        + "`);\n";
  }

  /** The index in the script of a shard. */
  static String indexOf(String script) {
    return script.substring(script.indexOf('`') + 1, script.lastIndexOf('`'));
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
    return "portalSearch.document(" + document.number() + "," + GSON.toJson(facts) + ");\n";
  }

  /** What is offered while somebody types. */
  static String suggestions(List<Suggestion> suggestions) {
    return "portalSearch.addSuggestions(" + GSON.toJson(suggestions) + ");\n";
  }
}
