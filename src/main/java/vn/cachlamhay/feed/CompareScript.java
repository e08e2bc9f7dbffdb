package vn.cachlamhay.feed;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import vn.cachlamhay.page.CompareColumn;
import vn.cachlamhay.page.OtherFile;

/**
 * A best practice as the page of comparison loads it: a script that calls a function of {@code
 * assets/js/so-sanh.js}, since a page from a disk may load nothing else. Stateless.
 */
public final class CompareScript {

  private static final Gson GSON = new Gson();

  private CompareScript() {}

  /** The script. */
  public static OtherFile file(CompareColumn.Planned planned) {
    return new OtherFile(
        planned.uri(),
        planned.inputs(),
        () -> "portalCompare(" + GSON.toJson(json(planned.column().get())) + ");\n");
  }

  /** Figures bear their keys, which scripts cannot make: how tones are placed is known here. */
  private static JsonElement json(CompareColumn column) {
    JsonElement json = GSON.toJsonTree(column);
    JsonArray figures = json.getAsJsonObject().getAsJsonArray("figures");
    for (int i = 0; i < figures.size(); i++) {
      figures.get(i).getAsJsonObject().addProperty("key", column.figures().get(i).key());
    }
    return json;
  }
}
