package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.text.VietnameseText;

/**
 * An entry of the list of units as it was written, before it is put below another one. Immutable.
 *
 * @param node where it stands
 * @param parentKey what its key or its {@code parent} says
 * @param life as written
 * @param earlier what it was called before, the oldest first
 */
record UnitEntry(
    YamlNode node,
    String key,
    String name,
    String kind,
    Optional<String> parentKey,
    Period life,
    List<Earlier> earlier,
    List<String> into,
    String by,
    Locality.Attributes attributes) {

  private static final List<String> KEYS =
      List.of(
          "key", "name", "kind", "parent", "aliases", "earlier", "from", "until", "into", "by",
          "codes", "region", "tile");
  private static final List<String> EARLIER_KEYS = List.of("name", "kind", "until", "by");
  private static final List<String> CODE_KEYS = List.of("code", "from", "until");
  private static final Pattern CODE = Pattern.compile("\\d{2}");
  private static final Pattern CELL = Pattern.compile("\\d{1,2}");

  /**
   * A former name or kind; what it leaves out was as it was after it.
   *
   * @param until its last day
   */
  record Earlier(
      YamlNode node,
      Optional<String> name,
      Optional<String> kind,
      Optional<LocalDate> until,
      String by) {}

  /** Reads an entry and tells what is wrong with it alone. */
  static UnitEntry read(YamlNode node, Map<String, Region> regions, DataFile file) {
    file.refuseRepeatedKeys(node);
    file.refuseUnknownKeys(node, KEYS);
    String key = file.required(node, "key");
    for (String part : key.split("/", -1)) {
      if (!part.equals(VietnameseText.slug(part))) {
        file.problem(
            ProblemCode.DU_LIEU_SAI_GIA_TRI, node.pos(), "key", key, "lang-son/huyen-bac-son");
        break;
      }
    }
    int slash = key.lastIndexOf('/');
    var life = new Period(file.day(node, "from"), file.day(node, "until"));
    refuseReversed(life, pos(node, "until"), file);
    return new UnitEntry(
        node,
        key,
        VietnameseText.nfc(file.required(node, "name")),
        VietnameseText.nfc(file.required(node, "kind")),
        file.optional(node, "parent")
            .or(() -> slash < 0 ? Optional.empty() : Optional.of(key.substring(0, slash))),
        life,
        items(node, "earlier").stream().map(item -> earlier(item, file)).toList(),
        texts(node, "into"),
        VietnameseText.nfc(file.optional(node, "by").orElse("")),
        new Locality.Attributes(
            texts(node, "aliases").stream().map(VietnameseText::nfc).toList(),
            items(node, "codes").stream().map(item -> code(item, file)).toList(),
            region(node, regions, file),
            tile(node, file),
            true));
  }

  /** Where a value of the entry stands; the entry itself, where it has none. */
  SourcePos pos(String field) {
    return pos(node, field);
  }

  /**
   * Its names and kinds in the order of time.
   *
   * @param bounds its first and last day
   */
  List<Locality.Naming> namings(Period bounds) {
    var namings = new ArrayList<Locality.Naming>();
    String thenName = name;
    String thenKind = kind;
    for (int i = earlier.size(); i >= 0; i--) {
      boolean last = i == earlier.size();
      Optional<LocalDate> from =
          i == 0 ? bounds.from() : earlier.get(i - 1).until().map(day -> day.plusDays(1));
      if (!last) {
        thenName = earlier.get(i).name().orElse(thenName);
        thenKind = earlier.get(i).kind().orElse(thenKind);
      }
      var period = new Period(from, last ? bounds.until() : earlier.get(i).until());
      namings.add(
          0, new Locality.Naming(thenName, thenKind, period, last ? "" : earlier.get(i).by()));
    }
    return namings;
  }

  private static Earlier earlier(YamlNode node, DataFile file) {
    file.refuseRepeatedKeys(node);
    file.refuseUnknownKeys(node, EARLIER_KEYS);
    file.required(node, "until");
    return new Earlier(
        node,
        file.optional(node, "name").map(VietnameseText::nfc),
        file.optional(node, "kind").map(VietnameseText::nfc),
        file.day(node, "until"),
        VietnameseText.nfc(file.optional(node, "by").orElse("")));
  }

  private static Locality.Code code(YamlNode node, DataFile file) {
    file.refuseUnknownKeys(node, CODE_KEYS);
    String code = node.scalar().or(() -> file.optional(node, "code")).orElse("");
    if (!CODE.matcher(code).matches()) {
      file.problem(ProblemCode.DU_LIEU_SAI_GIA_TRI, node.pos(), "codes", code, "[\"24\"]");
    }
    var period = new Period(file.day(node, "from"), file.day(node, "until"));
    refuseReversed(period, node.pos(), file);
    return new Locality.Code(code, period);
  }

  private static Optional<Region> region(
      YamlNode node, Map<String, Region> regions, DataFile file) {
    Optional<String> key = file.optional(node, "region");
    key.ifPresent(
        k -> file.refuseUnlisted("region", pos(node, "region"), k, keys(regions.keySet())));
    return key.map(regions::get);
  }

  private static Optional<Locality.Tile> tile(YamlNode node, DataFile file) {
    YamlNode tile = node.fields().get("tile");
    if (tile == null) {
      return Optional.empty();
    }
    List<String> cells = texts(node, "tile");
    if (cells.size() != 2 || !cells.stream().allMatch(cell -> CELL.matcher(cell).matches())) {
      file.problem(
          ProblemCode.DU_LIEU_SAI_GIA_TRI, tile.pos(), "tile", String.join(", ", cells), "[3, 0]");
      return Optional.empty();
    }
    return Optional.of(
        new Locality.Tile(Integer.parseInt(cells.get(0)), Integer.parseInt(cells.get(1))));
  }

  static void refuseReversed(Period period, SourcePos pos, DataFile file) {
    if (period.isReversed()) {
      file.problem(
          ProblemCode.DU_LIEU_NGUOC_NGAY,
          pos,
          period.from().orElseThrow().toString(),
          period.until().orElseThrow().toString());
    }
  }

  private static SourcePos pos(YamlNode node, String field) {
    return Optional.ofNullable(node.fields().get(field)).orElse(node).pos();
  }

  private static List<YamlNode> items(YamlNode node, String field) {
    YamlNode value = node.fields().get(field);
    return value == null ? List.of() : value.items();
  }

  private static List<String> texts(YamlNode node, String field) {
    return items(node, field).stream().flatMap(item -> item.scalar().stream()).toList();
  }

  private static List<String> keys(Collection<String> keys) {
    return List.copyOf(keys);
  }
}
