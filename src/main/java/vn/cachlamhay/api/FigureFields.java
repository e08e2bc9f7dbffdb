package vn.cachlamhay.api;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Indicator;
import vn.cachlamhay.page.Statistic;

/**
 * The fields of a figure in the files for others; the page {@code so-lieu/tu-dien.html} says what
 * they mean. They never change, only others are added. Immutable.
 */
final class FigureFields {

  static final List<String> NAMES =
      List.of(
          "indicator",
          "indicator_name",
          "place",
          "place_today",
          "year",
          "year_of_article",
          "period",
          "qualifier",
          "value",
          "value_upper",
          "value_whole",
          "unit",
          "target",
          "share_percent",
          "as_written",
          "note",
          "article_title",
          "article_url",
          "article_date",
          "source",
          "licence");

  private final SiteConfig config;

  FigureFields(SiteConfig config) {
    this.config = config;
  }

  /** The values of a figure by the names of the fields; those that it lacks are left out. */
  Map<String, Object> of(Indicator indicator, Statistic row) {
    Figure figure = row.figure();
    Optional<Quantity> value = figure.value();
    var fields = new LinkedHashMap<String, Object>();
    fields.put("indicator", indicator.slug());
    fields.put("indicator_name", indicator.name());
    text(fields, "place", row.place());
    text(fields, "place_today", row.today());
    if (row.year() > 0) {
      fields.put("year", row.year());
      fields.put("year_of_article", row.ofArticle());
    }
    text(fields, "period", figure.period());
    value
        .or(figure::share)
        .ifPresent(it -> fields.put("qualifier", it.qualifier().name().toLowerCase(Locale.ROOT)));
    number(fields, "value", value.map(Quantity::value));
    number(fields, "value_upper", value.flatMap(Quantity::upper));
    number(fields, "value_whole", value.flatMap(Quantity::whole));
    text(fields, "unit", figure.unit());
    number(fields, "target", figure.target().map(Quantity::value));
    number(fields, "share_percent", figure.share().map(Quantity::value));
    text(fields, "as_written", value.or(figure::share).map(Quantity::written).orElse(""));
    text(fields, "note", figure.note());
    fields.put("article_title", row.article().title());
    fields.put("article_url", address(row));
    row.article().date().ifPresent(date -> fields.put("article_date", date.day().toString()));
    text(fields, "source", row.article().origin());
    text(fields, "licence", config.api().licence());
    return fields;
  }

  private String address(Statistic row) {
    String uri = row.article().uri() + "#" + row.figure().anchor();
    return config.host().isEmpty() ? uri : config.host() + "/" + uri;
  }

  private static void text(Map<String, Object> fields, String name, String text) {
    if (!text.isEmpty()) {
      fields.put(name, text);
    }
  }

  private static void number(Map<String, Object> fields, String name, Optional<BigDecimal> number) {
    number.ifPresent(it -> fields.put(name, Json.plain(it)));
  }
}
