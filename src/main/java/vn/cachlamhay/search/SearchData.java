package vn.cachlamhay.search;

import com.google.gson.Gson;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.SearchSegment;
import vn.cachlamhay.page.Uris;

/**
 * The list of all articles for the search page: script files, because a page opened from disk may
 * load scripts but no data. One names the others, of which each holds some of the articles; a new
 * article changes one of them. Stateless.
 */
public final class SearchData {

  private static final Gson GSON = new Gson();

  private SearchData() {}

  /** The scripts by their addresses, each made when it is asked for. */
  public static Map<String, Supplier<String>> files(Library library) {
    List<SearchSegment> segments = SearchSegment.of(library);
    var files = new HashMap<String, Supplier<String>>();
    files.put(Uris.SEARCH_DATA, () -> index(segments));
    segments.forEach(segment -> files.put(segment.uri(), () -> script(segment)));
    return files;
  }

  /** The names of the parts, newest first; each part puts its articles under its name. */
  private static String index(List<SearchSegment> segments) {
    List<String> names = segments.stream().map(SearchSegment::name).toList();
    return "window.CLH_MUC_LUC={phan:" + GSON.toJson(names) + ",bai:{}};\n";
  }

  /** One line an article, newest first. */
  private static String script(SearchSegment segment) {
    return segment.articles().stream()
        .map(SearchData::line)
        .collect(
            Collectors.joining(
                ",\n",
                "window.CLH_MUC_LUC.bai[" + GSON.toJson(segment.name()) + "]=[\n",
                "\n];\n"));
  }

  private static String line(Article article) {
    Card card = Cards.of(article);
    Map<String, String> line = new LinkedHashMap<>();
    line.put("u", card.uri());
    line.put("t", card.title());
    line.put("s", card.summary());
    line.put("d", card.dateShort());
    line.put("p", card.place() == null ? "" : card.place().title());
    line.put("c", card.topic() == null ? "" : card.topic().title());
    return GSON.toJson(line);
  }
}
