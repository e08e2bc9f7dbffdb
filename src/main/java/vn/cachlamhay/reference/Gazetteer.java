package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseText;

/**
 * The units of administration of {@code data/localities.yaml}, those of today and those that were.
 * Immutable and thread-safe.
 */
public final class Gazetteer {

  /** Where editors find the list. */
  public static final String FILE = "data/localities.yaml";

  /** How kinds are shortened before a name. */
  private static final Map<String, String> ABBREVIATIONS =
      Map.of("tp", "thành phố", "tx", "thị xã", "tt", "thị trấn");

  private static final Pattern KIND_ABBREVIATION = Pattern.compile("^(tp|tx|tt)(?:\\. ?| )");

  private final Map<String, Locality> byKey;
  private final Map<String, Set<String>> namesByKey;

  private Gazetteer(Map<String, Locality> byKey, Map<String, Set<String>> namesByKey) {
    this.byKey = byKey;
    this.namesByKey = namesByKey;
  }

  /**
   * Reads the units; a site without the file has none.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the file
   */
  public static Gazetteer load(Path path) {
    var file = new DataFile(FILE);
    var units = new LinkedHashMap<String, Locality>();
    var names = new LinkedHashMap<String, Set<String>>();
    file.read(path, "units").ifPresent(list -> addAll(list, units, names, file));
    file.failIfWrong();
    return new Gazetteer(units, names);
  }

  /** All units in the order of the file, each after the one above it. */
  public List<Locality> all() {
    return List.copyOf(byKey.values());
  }

  /** The provinces and centrally run cities of a day. */
  public List<Locality> provincesOn(LocalDate day) {
    return byKey.values().stream()
        .filter(unit -> unit.parent().isEmpty() && unit.existedOn(day))
        .toList();
  }

  /** The unit of a key. */
  public Optional<Locality> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /**
   * The units under which an article of this unit is found: itself, those above it, and, where the
   * whole of one of these went into a single unit, that one too, with those above it.
   */
  public List<Locality> placesOf(Locality unit) {
    var places = new LinkedHashSet<Locality>();
    collectPlaces(unit, places);
    return List.copyOf(places);
  }

  /**
   * What an editor wrote, from the province down with {@code /} between ("Lạng Sơn/Bắc Sơn", "Sơn
   * La/huyện Bắc Yên/xã Làng Chếu"); the kind may be left out, and levels between may. Any case and
   * tone placement; names without diacritics are understood where the whole name has none.
   *
   * @param day the article's date, which decides between units of one name
   */
  public Resolution<Locality> resolve(String written, Optional<LocalDate> day) {
    String[] parts = written.split("/", -1);
    List<Locality> above = List.of();
    for (int i = 0; i < parts.length; i++) {
      Collection<Locality> among = i == 0 ? byKey.values() : below(above);
      List<Locality> matches = among.stream().filter(unitNamed(parts[i])).toList();
      if (matches.isEmpty()) {
        return new Resolution.Unknown<>(suggestion(parts, i, among, day));
      }
      List<Locality> parents = above;
      above =
          prefer(
              matches,
              i == 0
                  ? unit -> unit.parent().isEmpty()
                  : unit -> unit.parent().filter(parents::contains).isPresent());
    }
    List<Locality> candidates = above;
    List<Locality> found =
        day.map(d -> prefer(candidates, unit -> unit.existedOn(d))).orElse(candidates);
    if (found.size() == 1) {
      return new Resolution.Found<>(found.get(0));
    }
    return new Resolution.Ambiguous<>(found.stream().map(Locality::writtenPath).toList());
  }

  private static List<Locality> prefer(List<Locality> units, Predicate<Locality> better) {
    List<Locality> preferred = units.stream().filter(better).toList();
    return preferred.isEmpty() ? units : preferred;
  }

  private Predicate<Locality> unitNamed(String part) {
    String key = spellOutKind(VietnameseText.nameKey(part));
    return unit -> namesByKey.get(unit.key()).contains(key);
  }

  private List<Locality> below(List<Locality> above) {
    return byKey.values().stream()
        .filter(unit -> unit.selfAndAncestors().stream().skip(1).anyMatch(above::contains))
        .toList();
  }

  /**
   * The path as written with its unknown parts replaced by the nearest names that are known, and
   * made exact where it would then mean several units; empty where nothing is known at that place.
   */
  private String suggestion(
      String[] parts, int unknown, Collection<Locality> among, Optional<LocalDate> day) {
    boolean province = unknown == 0 && parts.length > 1;
    var names = new ArrayList<String>();
    for (Locality unit : among) {
      if (!province || unit.parent().isEmpty()) {
        names.add(unit.name());
        names.add(unit.fullName());
      }
    }
    Optional<String> nearest = Nearest.to(parts[unknown], names);
    if (nearest.isEmpty()) {
      return "";
    }
    String[] corrected = parts.clone();
    corrected[unknown] = nearest.get();
    String path = String.join("/", corrected);
    Resolution<Locality> resolution = resolve(path, day);
    if (resolution instanceof Resolution.Unknown<Locality> stillUnknown) {
      return stillUnknown.nearest();
    }
    return resolution instanceof Resolution.Ambiguous<Locality> many ? many.choices().get(0) : path;
  }

  private static String spellOutKind(String name) {
    return KIND_ABBREVIATION
        .matcher(name)
        .replaceFirst(match -> ABBREVIATIONS.get(match.group(1)) + " ");
  }

  private void collectPlaces(Locality unit, Set<Locality> places) {
    for (Locality place : unit.selfAndAncestors()) {
      if (places.add(place) && place.into().size() == 1) {
        collectPlaces(byKey.get(place.into().get(0)), places);
      }
    }
  }

  private static void addAll(
      YamlNode list, Map<String, Locality> units, Map<String, Set<String>> names, DataFile file) {
    for (YamlNode item : list.items()) {
      Locality unit = readUnit(item, units, file);
      if (units.putIfAbsent(unit.key(), unit) != null) {
        file.problem(ProblemCode.DU_LIEU_TRUNG, item.pos(), unit.key());
      }
      names.put(unit.key(), namesOf(unit, item));
    }
    for (YamlNode item : list.items()) {
      for (String successor : successors(item)) {
        if (!units.containsKey(successor)) {
          file.problem(ProblemCode.DU_LIEU_KHONG_RO, item.fields().get("into").pos(), successor);
        }
      }
    }
  }

  private static Locality readUnit(YamlNode item, Map<String, Locality> units, DataFile file) {
    file.refuseRepeatedKeys(item);
    String key = file.required(item, "key");
    int slash = key.lastIndexOf('/');
    for (String part : key.split("/", -1)) {
      if (!part.equals(VietnameseText.slug(part))) {
        file.problem(
            ProblemCode.DU_LIEU_SAI_GIA_TRI, item.pos(), "key", key, "lang-son/huyen-bac-son");
        break;
      }
    }
    Optional<Locality> parent =
        slash < 0 ? Optional.empty() : Optional.ofNullable(units.get(key.substring(0, slash)));
    if (slash >= 0 && parent.isEmpty()) {
      file.problem(ProblemCode.DU_LIEU_KHONG_RO, item.pos(), key.substring(0, slash));
    }
    return new Locality(
        key,
        VietnameseText.nfc(file.required(item, "name")),
        VietnameseText.nfc(file.required(item, "kind")),
        parent,
        file.day(item, "from"),
        file.day(item, "until"),
        successors(item));
  }

  private static List<String> successors(YamlNode item) {
    YamlNode into = item.fields().get("into");
    return into == null
        ? List.of()
        : into.items().stream().flatMap(node -> node.scalar().stream()).toList();
  }

  private static Set<String> namesOf(Locality unit, YamlNode item) {
    var keys = new LinkedHashSet<String>();
    var spellings = new ArrayList<>(List.of(unit.name(), unit.fullName()));
    YamlNode aliases = item.fields().get("aliases");
    if (aliases != null) {
      aliases.items().forEach(alias -> alias.scalar().ifPresent(spellings::add));
    }
    for (String spelling : spellings) {
      keys.add(spellOutKind(VietnameseText.nameKey(spelling)));
      keys.add(spellOutKind(VietnameseText.fold(spelling)));
    }
    return Set.copyOf(keys);
  }
}
