package vn.cachlamhay.api;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.Indicator;
import vn.cachlamhay.page.Indicators;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Statistic;
import vn.cachlamhay.page.Uris;

/**
 * The figures as CSV (RFC 4180, with the mark of UTF-8 by which spreadsheets know it) and JSON: of
 * each indicator in parts, and of the articles of each month. Immutable.
 */
public final class FigureFiles {

  private static final char MARK = '\uFEFF';
  private static final String LINE = "\r\n";

  private final FigureFields fields;

  public FigureFiles(SiteConfig config) {
    this.fields = new FigureFields(config);
  }

  private record Row(Indicator indicator, Statistic statistic) {}

  /** All files. */
  public List<OtherFile> files(Indicators indicators) {
    var files = new ArrayList<OtherFile>();
    var months = new TreeMap<YearMonth, List<Row>>();
    for (Indicator indicator : indicators.all()) {
      for (Indicator.Part part : indicator.parts()) {
        List<Row> rows = part.rows().stream().map(row -> new Row(indicator, row)).toList();
        add(files, indicator.file(part, ""), rows);
        for (Row row : rows) {
          Indicators.month(row.statistic())
              .ifPresent(month -> months.computeIfAbsent(month, key -> new ArrayList<>()).add(row));
        }
      }
    }
    months.forEach((month, rows) -> add(files, Uris.figuresOf(month, ""), rows));
    return files;
  }

  private void add(List<OtherFile> files, String uri, List<Row> rows) {
    List<Object> inputs =
        rows.stream()
            .<Object>map(
                row -> List.of(row.indicator().slug(), row.indicator().name(), row.statistic()))
            .toList();
    files.add(new OtherFile(uri + "csv", inputs, () -> csv(rows)));
    files.add(new OtherFile(uri + "json", inputs, () -> json(rows)));
  }

  private String json(List<Row> rows) {
    Map<String, Object> all = new LinkedHashMap<>();
    all.put("fields", FigureFields.NAMES);
    all.put("rows", rows.stream().map(this::values).toList());
    return Json.text(all);
  }

  private String csv(List<Row> rows) {
    var text = new StringBuilder().append(MARK);
    text.append(String.join(",", FigureFields.NAMES)).append(LINE);
    for (Row row : rows) {
      Map<String, Object> values = values(row);
      text.append(
              FigureFields.NAMES.stream()
                  .map(name -> cell(values.getOrDefault(name, "")))
                  .collect(Collectors.joining(",")))
          .append(LINE);
    }
    return text.toString();
  }

  private Map<String, Object> values(Row row) {
    return fields.of(row.indicator(), row.statistic());
  }

  /** A text that a spreadsheet would take for a formula gets a quotation mark in front. */
  private static String cell(Object value) {
    String text = value.toString();
    boolean formula = value instanceof String && text.matches("(?s)[=+\\-@\t\r].*");
    String safe = formula ? "'" + text : text;
    return safe.matches("(?s).*[\",\r\n].*") ? '"' + safe.replace("\"", "\"\"") + '"' : safe;
  }
}
