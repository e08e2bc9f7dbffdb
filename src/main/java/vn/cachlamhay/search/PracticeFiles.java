package vn.cachlamhay.search;

import com.google.gson.Gson;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.page.KeyFigure;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.PracticeItem;
import vn.cachlamhay.page.PracticePlan;
import vn.cachlamhay.page.PracticeRow;
import vn.cachlamhay.page.Uris;

/**
 * What the page of all best practices loads: facets in blocks, rows in files of {@link
 * PracticePlan#ROWS}. Scripts that call {@code portalPractices} (see {@code
 * assets/js/loc-cach-lam.js}), so that they load from a disk too. Stateless.
 */
public final class PracticeFiles {

  private static final Gson GSON = new Gson();

  /** What stands for the share of a practice that has none. */
  private static final int NO_SHARE = -1;

  private PracticeFiles() {}

  /** The value of a facet: slug, name, whether it is a province that is no more. */
  private record Value(String slug, String name, boolean former) {
    List<Object> plain() {
      return former ? List.of(name, slug, 1) : List.of(name, slug);
    }
  }

  /**
   * A facet of a block.
   *
   * @param values name, slug, and 1 where it is former
   * @param of for each practice the number of its value, or a list of several
   */
  private record Column(List<List<Object>> values, List<Object> of) {}

  /** All files. */
  public static List<OtherFile> of(PracticePlan plan) {
    var files = new ArrayList<OtherFile>();
    if (plan.blocks().isEmpty()) {
      return files;
    }
    List<List<?>> names = new ArrayList<>();
    Supplier<Map<String, Object>> newest = Map::of;
    for (PracticePlan.Block block : plan.blocks()) {
      names.add(List.of(block.name(), block.first(), block.items().size(), block.id()));
      if (block.isOpen()) {
        newest = () -> facets(block, plan);
      } else {
        files.add(
            file(
                block.uri(),
                "block",
                () -> List.of(block.name(), block.id(), facets(block, plan))));
      }
      files.addAll(rows(block));
    }
    Supplier<?> open = newest;
    files.add(file(PracticePlan.ROOT, "root", () -> List.of(names, open.get())));
    return files;
  }

  private static OtherFile file(String uri, String function, Supplier<List<?>> arguments) {
    // asked for as inputs, and then, where these have changed, for the text
    var made = new AtomicReference<List<String>>();
    Supplier<List<String>> texts =
        () -> made.updateAndGet(known -> known == null ? texts(arguments.get()) : known);
    return new OtherFile(
        uri,
        texts,
        () -> "portalPractices." + function + "(" + String.join(",", texts.get()) + ");\n");
  }

  private static List<String> texts(List<?> arguments) {
    return arguments.stream().map(GSON::toJson).toList();
  }

  private static List<OtherFile> rows(PracticePlan.Block block) {
    int size = block.items().size();
    return IntStream.rangeClosed(0, (size - 1) / PracticePlan.ROWS)
        .map(part -> part * PracticePlan.ROWS)
        .mapToObj(
            from ->
                rows(
                    block.first() + from,
                    block.items().subList(from, Math.min(from + PracticePlan.ROWS, size))))
        .toList();
  }

  private static OtherFile rows(int first, List<PracticeItem> items) {
    return file(
        PracticePlan.rows(first),
        "rows",
        () -> List.of(first, items.stream().map(PracticeRow::of).map(PracticeFiles::row).toList()));
  }

  private static List<Object> row(PracticeRow row) {
    var plain =
        new ArrayList<Object>(
            List.of(
                Uris.encode(row.uri()),
                row.title(),
                row.date(),
                row.place(),
                row.now(),
                row.topic(),
                row.kind()));
    KeyFigure figure = row.figure();
    if (figure != null) {
      plain.addAll(List.of(figure.value(), figure.unit(), figure.indicator(), figure.share()));
    }
    return plain;
  }

  private static Map<String, Object> facets(PracticePlan.Block block, PracticePlan plan) {
    List<PracticeItem> items = block.items();
    Map<String, Object> columns = new LinkedHashMap<>();
    columns.put("tinh", column(items, item -> provinces(item, plan)));
    columns.put("chu-de", column(items, PracticeFiles::topics));
    columns.put(
        "noi",
        column(
            items,
            item ->
                item.kind().stream().map(it -> new Value(it.key(), it.name(), false)).toList()));
    columns.put("nam", column(items, PracticeFiles::years));
    columns.put(
        "ket-qua",
        column(
            items, item -> List.of(new Value(item.result().key(), item.result().title(), false))));
    columns.put("ty-le", items.stream().map(PracticeFiles::share).toList());
    return columns;
  }

  private static int share(PracticeItem item) {
    return item.share()
        .map(share -> share.scaleByPowerOfTen(1).intValue())
        .filter(tenths -> tenths >= 0)
        .orElse(NO_SHARE);
  }

  private static List<Value> provinces(PracticeItem item, PracticePlan plan) {
    return item.provinces().stream().map(unit -> province(unit, plan)).toList();
  }

  private static Value province(Locality unit, PracticePlan plan) {
    return new Value(unit.key(), unit.name(), !unit.existedOn(plan.today()));
  }

  private static List<Value> topics(PracticeItem item) {
    return item.article().topics().stream()
        .flatMap(topic -> topic.selfAndAncestors().stream())
        .distinct()
        .map(topic -> new Value(topic.key(), topic.name(), false))
        .toList();
  }

  private static List<Value> years(PracticeItem item) {
    return item.article().date().stream()
        .map(date -> String.valueOf(date.day().getYear()))
        .map(year -> new Value(year, year, false))
        .toList();
  }

  private static Column column(
      List<PracticeItem> items, Function<PracticeItem, List<Value>> valuesOf) {
    List<List<Value>> rows = items.stream().map(valuesOf).toList();
    var values = new TreeMap<String, Value>();
    rows.forEach(row -> row.forEach(value -> values.putIfAbsent(value.slug, value)));
    Map<String, Integer> numbers = new HashMap<>();
    values.keySet().forEach(slug -> numbers.put(slug, numbers.size()));
    List<Object> of = new ArrayList<>();
    for (List<Value> row : rows) {
      List<Integer> own = row.stream().map(value -> numbers.get(value.slug)).toList();
      of.add(own.size() == 1 ? own.get(0) : own);
    }
    return new Column(values.values().stream().map(Value::plain).toList(), of);
  }
}
