package vn.cachlamhay.feed;

import com.google.gson.Gson;
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
        () -> "portalCompare(" + GSON.toJson(planned.column().get()) + ");\n");
  }
}
