package vn.cachlamhay.offline;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.AppIcon;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Uris;

/**
 * What a browser must know to install the site (W3C Web Application Manifest). All addresses are
 * relative to the manifest, so that the site may lie below a path. Immutable and thread-safe.
 *
 * @param icons those that the site has
 */
public record WebManifest(SiteConfig config, List<AppIcon> icons) {

  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  /** The manifest. */
  public OtherFile file() {
    return new OtherFile(Uris.MANIFEST, icons.stream().map(AppIcon::uri).toList(), this::json);
  }

  private String json() {
    var manifest = new LinkedHashMap<String, Object>();
    manifest.put("name", config.title());
    manifest.put("short_name", config.app().shortName());
    if (!config.tagline().isEmpty()) {
      manifest.put("description", config.tagline());
    }
    manifest.put("lang", "vi");
    manifest.put("dir", "ltr");
    manifest.put("start_url", "./");
    manifest.put("scope", "./");
    manifest.put("display", "standalone");
    // with the way back and the renewing of the page, where a browser offers that
    manifest.put("display_override", List.of("minimal-ui"));
    manifest.put("theme_color", config.app().themeColor());
    manifest.put("background_color", config.app().backgroundColor());
    manifest.put("categories", List.of("news", "government"));
    manifest.put(
        "icons",
        icons.stream()
            .filter(icon -> icon.shape() != AppIcon.Shape.FILLED)
            .map(this::icon)
            .toList());
    return GSON.toJson(manifest) + "\n";
  }

  private Map<String, String> icon(AppIcon icon) {
    var entry = new LinkedHashMap<String, String>();
    entry.put("src", icon.uri());
    entry.put("type", "image/png");
    entry.put("sizes", icon.size() + "x" + icon.size());
    entry.put("purpose", icon.shape() == AppIcon.Shape.MASKABLE ? "maskable" : "any");
    return entry;
  }
}
