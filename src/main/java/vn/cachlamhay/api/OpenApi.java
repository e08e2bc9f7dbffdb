package vn.cachlamhay.api;

import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import vn.cachlamhay.model.SiteConfig;

/**
 * The description of all files for programs (OpenAPI 3.1): the one of this version, with the name
 * and the address of the site. Immutable.
 *
 * @param withFigures whether the site has a page of figures, beside which their files lie
 */
record OpenApi(SiteConfig config, boolean withFigures) {

  private static final String DESCRIPTION = "openapi.json";

  /** Paths and schemas of what only a site with figures has. */
  private static final List<String> OF_FIGURES = List.of("/so-lieu/", "/api/indicators/");

  private static final List<String> SCHEMAS =
      List.of("Figures", "FigureRow", "IndicatorBlock", "Indicator");

  String text() {
    JsonObject document = Json.read(description());
    JsonObject info = document.getAsJsonObject("info");
    info.addProperty("title", "Dữ liệu mở – " + config.title());
    if (!config.api().licence().isEmpty()) {
      info.add("license", Json.tree(Map.of("name", config.api().licence())));
    }
    if (!config.host().isEmpty()) {
      // otherwise the one in the description, which is the site root as seen from the file
      document.add("servers", Json.tree(List.of(Map.of("url", config.host()))));
    }
    if (!withFigures) {
      document
          .getAsJsonObject("paths")
          .keySet()
          .removeIf(path -> OF_FIGURES.stream().anyMatch(path::startsWith));
      document.getAsJsonObject("components").getAsJsonObject("schemas").keySet().removeAll(SCHEMAS);
    }
    return Json.text(document);
  }

  private static String description() {
    try (InputStream in = OpenApi.class.getResourceAsStream(DESCRIPTION)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
