package vn.cachlamhay.search;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Cards;

/**
 * The list of all articles for the search page: a script file, because a page opened from disk may
 * load a script but no data. Stateless.
 */
public final class SearchData {

  private SearchData() {}

  /** The script, one line an article, newest first. */
  public static String script(Library library) {
    var gson = new Gson();
    List<String> lines = new ArrayList<>();
    for (Card card : Cards.listed(library)) {
      Map<String, String> line = new LinkedHashMap<>();
      line.put("u", card.uri());
      line.put("t", card.title());
      line.put("s", card.summary());
      line.put("d", card.dateShort());
      line.put("p", card.place() == null ? "" : card.place().title());
      line.put("c", card.topic() == null ? "" : card.topic().title());
      lines.add(gson.toJson(line));
    }
    return "window.CLH_MUC_LUC=[\n" + String.join(",\n", lines) + "\n];\n";
  }
}
