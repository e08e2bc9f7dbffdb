package vn.cachlamhay.page;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import vn.cachlamhay.chart.ResultBars;
import vn.cachlamhay.chart.YearLines;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.model.SiteConfig;

/**
 * Plans the pages of figures: all indicators, each with its table and charts, and what the fields
 * of the files mean. A site without the template {@code figures} has none.
 */
final class IndicatorPages {

  private static final String TEMPLATE = "figures";
  private static final int BARS = 16;

  /** Among so many rows parts of a place are looked for. */
  private static final int COMPARED = 200;

  private static final Link SELF = new Link("Số liệu", Uris.FIGURES);

  private final Indicators indicators;

  IndicatorPages(SiteConfig config, Shelves shelves, PlaceNotes notes) {
    this.indicators =
        config.pageTemplates().containsKey(TEMPLATE)
            ? Indicators.of(shelves, notes)
            : Indicators.NONE;
  }

  Indicators indicators() {
    return indicators;
  }

  void plan(Pages pages) {
    pages.add(
        TEMPLATE,
        TEMPLATE,
        Uris.FIGURES,
        Pages.crumbs(SELF),
        "Con số của các cách làm hay theo nơi và năm, tải về được.",
        Optional.empty(),
        () -> new Pages.Content(TEMPLATE, overview()));
    var dictionary = new Link("Từ điển dữ liệu", Uris.DICTIONARY);
    pages.add(
        "dictionary",
        "dictionary",
        Uris.DICTIONARY,
        Pages.crumbs(SELF, dictionary),
        "Ý nghĩa của từng cột trong các tệp số liệu.",
        Optional.empty(),
        () -> new Pages.Content("listing", new Groups(dictionary.title(), "", List.of())));
    indicators.all().forEach(indicator -> plan(indicator, pages));
  }

  private void plan(Indicator indicator, Pages pages) {
    List<Indicator.Part> slices = indicator.parts();
    for (int i = 0; i < slices.size(); i++) {
      Indicator.Part slice = slices.get(i);
      Link newer = i == 0 ? null : link(indicator, slices.get(i - 1));
      Link older = i + 1 == slices.size() ? null : link(indicator, slices.get(i + 1));
      var self = new Link(title(indicator, slice), uri(indicator, slice));
      pages.add(
          "indicator",
          "indicator",
          self.uri(),
          Pages.crumbs(SELF, self),
          indicator.name() + ": số liệu theo nơi và năm.",
          ArticleLists.changed(List.of(slice.rows().get(0).article())),
          () -> new Pages.Content("indicator", view(indicator, slice, newer, older)));
    }
  }

  private static String title(Indicator indicator, Indicator.Part slice) {
    return slice.number() == 0
        ? indicator.name()
        : indicator.name() + " (phần " + slice.number() + ")";
  }

  private static String uri(Indicator indicator, Indicator.Part slice) {
    return slice.number() == 0 ? indicator.uri() : Uris.olderPage(indicator.uri(), slice.number());
  }

  private static Link link(Indicator indicator, Indicator.Part slice) {
    return new Link(
        slice.number() == 0 ? "Mới nhất" : "Phần " + slice.number(), uri(indicator, slice));
  }

  private FiguresView overview() {
    return new FiguresView(
        indicators.all().stream().map(IndicatorPages::line).toList(),
        indicators.months().stream()
            .map(
                it -> new FiguresView.Month(it.getMonthValue() + "/" + it.getYear(), it.toString()))
            .toList(),
        indicators.all().stream().mapToInt(indicator -> indicator.rows().size()).sum());
  }

  private static FiguresView.Line line(Indicator indicator) {
    List<Statistic> rows = indicator.rows();
    return new FiguresView.Line(
        new Link(indicator.name(), indicator.uri()),
        indicator.unit(),
        rows.size(),
        (int) rows.stream().map(Statistic::place).distinct().count(),
        years(rows),
        KeyFigure.of(rows.get(0)));
  }

  private static String years(List<Statistic> rows) {
    IntStream years = rows.stream().mapToInt(Statistic::year).filter(year -> year > 0);
    var range = years.summaryStatistics();
    if (range.getCount() == 0) {
      return "";
    }
    return range.getMin() == range.getMax()
        ? String.valueOf(range.getMin())
        : range.getMin() + "–" + range.getMax();
  }

  private static IndicatorView view(
      Indicator indicator, Indicator.Part slice, Link newer, Link older) {
    boolean first = slice.number() == 0;
    int newest = comparedYear(indicator);
    return new IndicatorView(
        indicator.name(),
        indicator.unit(),
        first ? indicator.rows().size() : 0,
        slice.rows().stream().map(IndicatorPages::row).toList(),
        first ? bars(indicator, newest) : "",
        newest,
        first ? lines(indicator) : "",
        Uris.relative(uri(indicator, slice), indicator.file(slice, "")),
        newer,
        older);
  }

  /** The newest year for which several places have a number; 0 where there is none. */
  private static int comparedYear(Indicator indicator) {
    Map<Integer, Long> places =
        indicator.rows().stream()
            .filter(row -> row.year() > 0 && row.figure().value().isPresent())
            .collect(Collectors.groupingBy(Statistic::year, TreeMap::new, Collectors.counting()));
    return places.entrySet().stream()
        .filter(year -> year.getValue() > 1)
        .mapToInt(Map.Entry::getKey)
        .max()
        .orElse(0);
  }

  /** Places of which there are parts too stay out: they would dwarf their own parts. */
  private static String bars(Indicator indicator, int year) {
    List<Statistic> rows =
        indicator.rows().stream()
            .filter(row -> year > 0 && row.year() == year)
            .filter(row -> row.figure().value().isPresent())
            .limit(COMPARED)
            .toList();
    List<Figure> figures =
        rows.stream()
            .filter(row -> rows.stream().noneMatch(it -> it.place().endsWith(", " + row.place())))
            .limit(BARS)
            .map(IndicatorPages::atItsPlace)
            .toList();
    return figures.isEmpty() ? "" : ResultBars.of(figures).orElse("");
  }

  private static Figure atItsPlace(Statistic row) {
    Figure figure = row.figure();
    return new Figure(
        figure.indicator(),
        figure.unit(),
        headline(row.place()),
        figure.target(),
        figure.value(),
        figure.share(),
        figure.year(),
        "",
        "",
        figure.anchor());
  }

  private static String headline(String place) {
    return place.isEmpty() ? "" : Character.toUpperCase(place.charAt(0)) + place.substring(1);
  }

  /** The places that have several years. */
  private static String lines(Indicator indicator) {
    var places = new LinkedHashMap<String, Map<Integer, BigDecimal>>();
    for (Statistic row : indicator.rows()) {
      if (row.year() > 0) {
        row.figure()
            .value()
            .filter(value -> value.whole().isEmpty())
            .ifPresent(
                value ->
                    places
                        .computeIfAbsent(row.place(), place -> new LinkedHashMap<>())
                        .putIfAbsent(row.year(), value.value()));
      }
    }
    var series = new ArrayList<YearLines.Series>();
    places.forEach(
        (place, values) -> {
          if (values.size() > 1) {
            series.add(new YearLines.Series(place, values));
          }
        });
    return YearLines.of(indicator.name(), series).orElse("");
  }

  private static IndicatorView.Row row(Statistic row) {
    Figure figure = row.figure();
    return new IndicatorView.Row(
        row.place(),
        row.today(),
        figure.period(),
        row.year(),
        row.ofArticle(),
        written(figure.target()),
        written(figure.value()),
        figure.value().or(figure::share).map(it -> it.value().toPlainString()).orElse(""),
        written(figure.share()),
        figure.note(),
        row.article().title(),
        row.article().uri(),
        figure.anchor());
  }

  private static String written(Optional<Quantity> quantity) {
    return quantity.map(Quantity::written).orElse("");
  }
}
