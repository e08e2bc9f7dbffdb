package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.practice.Column.Role;
import vn.cachlamhay.text.VietnameseText;

/** Reads the rows of a table of results, one after the other. For one table. */
final class ResultRows {

  private static final Pattern YEAR =
      Pattern.compile(
          "(?<!\\d)(?<!(?:sau|trước|từ) (?:năm )?)((?:19|20)\\d\\d)(?!\\d)",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern BRACKETS = Pattern.compile("^(.+?)\\s*\\(([^()]+)\\)$");
  private static final Pattern PART =
      Pattern.compile(
          "^trong đó(?: là| có)?\\s*:?\\s*", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern SCALED =
      Pattern.compile(
          "^(?:" + Numerals.SCALES + ") ", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern DASH = Pattern.compile("^[-–—+•]\\s+");

  private final Columns columns;
  private final String caption;
  private String whole = "";

  /**
   * @param caption of the table; may be empty
   */
  ResultRows(Columns columns, String caption) {
    this.columns = columns;
    this.caption = caption;
  }

  /** A cell that may hold a number, and what else it says. */
  private record Read(Optional<Quantity> number, String rest) {}

  /**
   * What a row states; several figures where the columns are years, none where it has no number.
   */
  List<Figure> read(List<String> cells) {
    String indicator = indicator(cells);
    Read target = number(cells, Role.TARGET);
    Read share = percent(number(cells, Role.SHARE));
    var figures = new ArrayList<Figure>();
    List<Integer> values = columns.at(Role.VALUE);
    for (int at : values.isEmpty() ? List.of(-1) : values) {
      Read value = at < 0 ? new Read(Optional.empty(), "") : number(cell(cells, at));
      boolean stated =
          value.number().isPresent() || values.size() < 2 && share.number().isPresent();
      if (stated && !indicator.isEmpty()) {
        figures.add(figure(cells, indicator, target, value, share, at));
      }
    }
    return figures;
  }

  private Figure figure(
      List<String> cells, String indicator, Read target, Read value, Read share, int at) {
    String year = first(cells, Role.YEAR);
    String period = first(cells, Role.PERIOD);
    boolean span = !year.isEmpty() && !year.matches("(?i)(?:năm\\s)?\\d{4}");
    String note =
        Stream.of(first(cells, Role.NOTE), value.rest(), share.rest(), target.rest())
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("; "));
    return new Figure(
        indicator,
        unit(cells, value, at),
        first(cells, Role.PLACE),
        target.number(),
        value.number(),
        share.number(),
        columns
            .yearOf(at)
            .or(() -> lastYear(year))
            .or(() -> lastYear(period))
            .or(() -> lastYear(caption)),
        span && period.isEmpty() ? year : period,
        note,
        "");
  }

  /** A row without a name goes on with that above; "trong đó" speaks of a part of that. */
  private String indicator(List<String> cells) {
    if (!columns.has(Role.INDICATOR)) {
      return caption;
    }
    String written = DASH.matcher(first(cells, Role.INDICATOR)).replaceFirst("");
    if (written.isEmpty()) {
      return whole;
    }
    Matcher part = PART.matcher(written);
    if (part.find() && !whole.isEmpty()) {
      return whole + ", trong đó " + written.substring(part.end());
    }
    whole = written;
    return written;
  }

  private String unit(List<String> cells, Read value, int at) {
    String written = first(cells, Role.UNIT);
    String own = value.number().map(Quantity::unit).orElse("");
    // "1,2 triệu đồng" in a row of "triệu đồng" is 1.200.000 đồng
    String named = written.isEmpty() ? columns.unitOf(at) : written;
    boolean scaled = SCALED.matcher(named).find() && named.endsWith(" " + own);
    return named.isEmpty() || !own.isEmpty() && scaled ? own : named;
  }

  private Read number(List<String> cells, Role role) {
    return columns.at(role).stream()
        .findFirst()
        .map(at -> number(cell(cells, at)))
        .orElse(new Read(Optional.empty(), ""));
  }

  /** Words beside the number are kept: "7 (vượt 1)". */
  private static Read number(String cell) {
    if (Cells.isEmpty(cell)) {
      return new Read(Optional.empty(), "");
    }
    Optional<Quantity> whole = QuantityReader.read(cell);
    if (whole.isPresent()) {
      return new Read(whole, "");
    }
    Matcher brackets = BRACKETS.matcher(cell);
    if (brackets.matches()) {
      Optional<Quantity> before = QuantityReader.read(brackets.group(1));
      if (before.isPresent()) {
        return new Read(before, brackets.group(2));
      }
    }
    return new Read(Optional.empty(), cell);
  }

  /** Whether a cell that should hold a number does. */
  static boolean isNumber(String cell) {
    return number(cell).number().isPresent();
  }

  /** A share is in per cent, whether its cell says so or only its column. */
  private static Read percent(Read read) {
    return new Read(
        read.number()
            .map(
                share ->
                    share.unit().isEmpty() && share.whole().isEmpty()
                        ? new Quantity(
                            share.qualifier(),
                            share.value(),
                            share.upper(),
                            share.whole(),
                            "%",
                            share.written() + "%")
                        : share),
        read.rest());
  }

  private String first(List<String> cells, Role role) {
    return columns.at(role).stream()
        .map(at -> cell(cells, at))
        .filter(text -> !Cells.isEmpty(text))
        .findFirst()
        .orElse("");
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private static Optional<Integer> lastYear(String text) {
    return YEAR.matcher(VietnameseText.tidy(text))
        .results()
        .map(match -> Integer.valueOf(match.group(1)))
        .reduce((one, two) -> two);
  }
}
