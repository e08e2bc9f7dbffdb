package vn.cachlamhay.search;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.page.SearchDocument;
import vn.cachlamhay.page.SearchSegment;

/**
 * What the articles of a segment can be filtered by, a column a facet: its values, and for each
 * article how many of them it has and which, as numbers in the digits of {@link Postings}.
 * Stateless.
 */
final class Facets {

  private Facets() {}

  /**
   * A value of a facet.
   *
   * @param slug names it in addresses
   * @param former of a province that is no more
   */
  private record Value(String slug, String name, boolean former) {}

  /** A facet of a segment; the arrays of the values are name, slug, and 1 where it is former. */
  private record Column(List<List<Object>> values, String of) {}

  static Map<String, ?> of(SearchSegment segment, LocalDate today) {
    Map<String, Column> columns = new LinkedHashMap<>();
    columns.put("tinh", column(segment, document -> provinces(document, today)));
    columns.put("chu-de", column(segment, Facets::topics));
    columns.put("loai", column(segment, Facets::types));
    columns.put("nam", column(segment, Facets::years));
    columns.put("tac-gia", column(segment, Facets::authors));
    return columns;
  }

  /** The provinces of a segment that are former ones on a day, by their keys. */
  static List<String> formerProvinces(SearchSegment segment, LocalDate today) {
    return segment.documents().stream()
        .flatMap(document -> document.places().stream())
        .map(Locality::province)
        .distinct()
        .filter(unit -> !unit.existedOn(today))
        .map(Locality::key)
        .sorted()
        .toList();
  }

  private static Column column(
      SearchSegment segment, Function<SearchDocument, List<Value>> valuesOf) {
    List<List<Value>> rows = segment.documents().stream().map(valuesOf).toList();
    var values = new TreeMap<String, Value>();
    rows.forEach(row -> row.forEach(value -> values.putIfAbsent(value.slug, value)));
    Map<String, Integer> numbers = new HashMap<>();
    values.keySet().forEach(slug -> numbers.put(slug, numbers.size()));
    var of = new StringBuilder();
    for (List<Value> row : rows) {
      Postings.number(row.size(), of);
      row.forEach(value -> Postings.number(numbers.get(value.slug), of));
    }
    return new Column(values.values().stream().map(Facets::plain).toList(), of.toString());
  }

  private static List<Object> plain(Value value) {
    return value.former ? List.of(value.name, value.slug, 1) : List.of(value.name, value.slug);
  }

  private static List<Value> provinces(SearchDocument document, LocalDate today) {
    return document.places().stream()
        .map(Locality::province)
        .distinct()
        .map(unit -> new Value(unit.key(), unit.name(), !unit.existedOn(today)))
        .toList();
  }

  private static List<Value> topics(SearchDocument document) {
    return document.article().topics().stream()
        .flatMap(topic -> topic.selfAndAncestors().stream())
        .distinct()
        .map(topic -> new Value(topic.key(), topic.name(), false))
        .toList();
  }

  private static List<Value> types(SearchDocument document) {
    boolean practice = document.article().type().equals("practice");
    return List.of(new Value(practice ? "cach-lam-hay" : "tin-tuc", document.section(), false));
  }

  private static List<Value> years(SearchDocument document) {
    return document.article().date().stream()
        .map(date -> String.valueOf(date.day().getYear()))
        .map(year -> new Value(year, year, false))
        .toList();
  }

  private static List<Value> authors(SearchDocument document) {
    return document.article().authors().stream()
        .map(author -> new Value(author.slug(), author.name(), false))
        .toList();
  }
}
