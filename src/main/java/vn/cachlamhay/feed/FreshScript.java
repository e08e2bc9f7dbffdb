package vn.cachlamhay.feed;

import com.google.gson.Gson;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.FreshArticles;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * The newest and the most read articles as a script that pages of articles load: these pages stay
 * as they are when a new article comes, and a page from a disk may load nothing but scripts. It
 * calls a function of {@code assets/js/portal.js}. Stateless.
 */
public final class FreshScript {

  private static final Gson GSON = new Gson();

  private FreshScript() {}

  /** The script; it knows nothing that its articles do not tell. */
  public static OtherFile file(FreshArticles fresh) {
    List<List<Map<String, String>>> lists = List.of(items(fresh.newest()), items(fresh.read()));
    return new OtherFile(
        Uris.FRESH,
        lists,
        () ->
            "portalFresh(" + GSON.toJson(lists.get(0)) + "," + GSON.toJson(lists.get(1)) + ");\n");
  }

  private static List<Map<String, String>> items(List<Card> cards) {
    return cards.stream().map(FreshScript::item).toList();
  }

  /** Title, address, place and date. */
  private static Map<String, String> item(Card card) {
    Map<String, String> item = new LinkedHashMap<>();
    item.put("t", card.title());
    item.put("u", Uris.encode(card.uri()));
    item.put("p", card.place() == null ? "" : card.place().title());
    item.put("d", card.dateShort());
    return item;
  }
}
