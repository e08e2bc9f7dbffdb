package vn.cachlamhay.search;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Cards;
import vn.cachlamhay.page.OtherFile;
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

  /** The scripts for a list of these parts. */
  public static List<OtherFile> files(List<SearchSegment> segments) {
    List<String> names = segments.stream().map(SearchSegment::name).toList();
    var files = new ArrayList<OtherFile>();
    files.add(new OtherFile(Uris.SEARCH_DATA, names, () -> index(names)));
    for (SearchSegment segment : segments) {
      files.add(new OtherFile(segment.uri(), segment.articles(), () -> script(segment)));
    }
    return files;
  }

  /** The names of the parts, newest first; each part puts its articles under its name. */
  private static String index(List<String> names) {
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
