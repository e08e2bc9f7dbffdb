package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.text.VietnameseOrder;
import vn.cachlamhay.text.VietnameseText;

/**
 * The units of administration of {@code data/localities.yaml}, those of today and those that were,
 * and what became of each. Immutable and thread-safe.
 */
public final class Gazetteer {

  /** Where editors find the list. */
  public static final String FILE = "data/localities.yaml";

  private final Map<String, Locality> byKey;
  private final List<Region> regions;
  private final PlaceResolver resolver;
  private final Map<String, List<Locality>> children = new LinkedHashMap<>();
  private final Map<String, List<Locality>> predecessors = new LinkedHashMap<>();

  private Gazetteer(Map<String, Locality> byKey, List<Region> regions) {
    this.byKey = byKey;
    this.regions = regions;
    this.resolver = new PlaceResolver(byKey);
    for (Locality unit : byKey.values()) {
      unit.parent().ifPresent(parent -> add(children, parent.key(), unit));
      unit.into().forEach(successor -> add(predecessors, successor, unit));
    }
  }

  /**
   * Reads the units; a site without the file has none.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the file
   */
  public static Gazetteer load(Path path) {
    GazetteerFile.Content content = GazetteerFile.read(path);
    return new Gazetteer(content.units(), content.regions());
  }

  /**
   * The same with units that were made for articles ({@link Resolution.Made}), so that they are
   * found like all others. Of several that differ in their spelling only, the one with the most
   * diacritics counts, whatever their order.
   */
  public Gazetteer with(Collection<Locality> met) {
    var made = new LinkedHashMap<String, Locality>();
    met.stream()
        .flatMap(unit -> unit.selfAndAncestors().stream())
        .filter(unit -> !unit.isListed() && !byKey.containsKey(unit.key()))
        .sorted(
            Comparator.<Locality>comparingInt(unit -> unit.selfAndAncestors().size())
                .thenComparing(Locality::key)
                .thenComparing(unit -> -marks(unit.name()))
                .thenComparing(Locality::name))
        .forEach(unit -> made.putIfAbsent(unit.key(), unit));
    if (made.isEmpty()) {
      return this;
    }
    var all = new LinkedHashMap<>(byKey);
    all.putAll(made);
    return new Gazetteer(all, regions);
  }

  /** All units in the order of the file, each after the one above it. */
  public List<Locality> all() {
    return List.copyOf(byKey.values());
  }

  /** The unit of a key. */
  public Optional<Locality> byKey(String key) {
    return Optional.ofNullable(byKey.get(key));
  }

  /** The regions of the country, in the order of the file. */
  public List<Region> regions() {
    return regions;
  }

  /** The provinces and centrally run cities of a day. */
  public List<Locality> provincesOn(LocalDate day) {
    return byKey.values().stream()
        .filter(unit -> unit.parent().isEmpty() && unit.existedOn(day))
        .toList();
  }

  /** The provinces of a region on a day, in alphabetical order. */
  public List<Locality> provincesOf(Region region, LocalDate day) {
    return provincesOn(day).stream()
        .filter(unit -> unit.region().filter(region::equals).isPresent())
        .sorted(Comparator.comparing(Locality::name, new VietnameseOrder()))
        .toList();
  }

  /** The units that have a place on the map of the country. */
  public List<Locality> tiles() {
    return byKey.values().stream().filter(unit -> unit.tile().isPresent()).toList();
  }

  /** The units directly below one, of all times, in the order of the file. */
  public List<Locality> childrenOf(Locality unit) {
    return children.getOrDefault(unit.key(), List.of());
  }

  /** The units that went into one as a whole or with a part ({@link Locality#isSplit}). */
  public List<Locality> predecessors(Locality unit) {
    return predecessors.getOrDefault(unit.key(), List.of());
  }

  /** The units that the territory of one went to. */
  public List<Locality> successors(Locality unit) {
    return unit.into().stream().map(byKey::get).toList();
  }

  /**
   * The units under which an article of this unit is found: itself, those above it, and, where the
   * whole of one of these went into a single unit, that one too, with those above it. The parts of
   * a unit that was split do not claim its articles.
   */
  public List<Locality> placesOf(Locality unit) {
    var places = new LinkedHashSet<Locality>();
    collectPlaces(unit, places);
    return List.copyOf(places);
  }

  /**
   * The province that the territory of a unit belongs to on a day, by what it or a unit above it
   * became; empty where it was divided between several, or what became of it is not known.
   */
  public Optional<Locality> provinceOn(Locality unit, LocalDate day) {
    return provinceOn(unit, day, new LinkedHashSet<>());
  }

  /** What became of a unit, and what it was called before, in sentences; see {@link Fates}. */
  public List<String> fates(Locality unit) {
    return new Fates(this).of(unit).stream().map(HistoryLine::text).toList();
  }

  /** What a unit was made from, then what became of it, with the units that the sentences name. */
  public List<HistoryLine> history(Locality unit) {
    var fates = new Fates(this);
    var lines = new ArrayList<>(fates.origins(unit));
    lines.addAll(fates.of(unit));
    return lines;
  }

  /**
   * Keys under which readers may look for a unit and that are nobody's own, each with its unit, in
   * the order of the file: aliases and former names, below the unit's parent. Those that several
   * units would claim are left out.
   */
  public Map<String, Locality> aliasKeys() {
    var claims = new LinkedHashMap<String, Set<Locality>>();
    for (Locality unit : byKey.values()) {
      for (String key : ownAliasKeys(unit)) {
        claims.computeIfAbsent(key, k -> new LinkedHashSet<>()).add(unit);
      }
    }
    var keys = new LinkedHashMap<String, Locality>();
    claims.forEach(
        (key, units) -> {
          if (units.size() == 1 && !byKey.containsKey(key)) {
            keys.put(key, units.iterator().next());
          }
        });
    return keys;
  }

  /**
   * What an editor wrote, from the province down with {@code /} between ("Lạng Sơn/Bắc Sơn", "Sơn
   * La/huyện Bắc Yên/xã Làng Chếu"); the kind may be left out, and levels between may. Any case,
   * tone placement and dash; names without diacritics are understood where the whole name has none.
   *
   * @param day the article's date, which decides between units of one name
   */
  public Resolution<Locality> resolve(String written, Optional<LocalDate> day) {
    return resolver.resolve(written, day);
  }

  private void collectPlaces(Locality unit, Set<Locality> places) {
    for (Locality place : unit.selfAndAncestors()) {
      if (places.add(place) && place.into().size() == 1) {
        collectPlaces(byKey.get(place.into().get(0)), places);
      }
    }
  }

  private Optional<Locality> provinceOn(Locality unit, LocalDate day, Set<Locality> asked) {
    if (!asked.add(unit)) {
      return Optional.empty();
    }
    if (unit.until().filter(day::isAfter).isPresent() && !unit.into().isEmpty()) {
      List<Optional<Locality>> provinces =
          successors(unit).stream()
              .map(next -> provinceOn(next, day, new LinkedHashSet<>(asked)))
              .distinct()
              .toList();
      return provinces.size() == 1 ? provinces.get(0) : Optional.empty();
    }
    if (unit.parent().isPresent()) {
      return provinceOn(unit.parent().get(), day, asked);
    }
    return Optional.of(unit).filter(province -> province.until().filter(day::isAfter).isEmpty());
  }

  private static List<String> ownAliasKeys(Locality unit) {
    String above = unit.parent().map(parent -> parent.key() + "/").orElse("");
    var keys = new LinkedHashSet<String>();
    for (Locality.Naming naming : unit.namings()) {
      keys.add(above + VietnameseText.slug(naming.name()));
      keys.add(above + VietnameseText.slug(naming.fullName()));
    }
    unit.aliases().forEach(alias -> keys.add(above + VietnameseText.slug(alias)));
    keys.remove(unit.key());
    return new ArrayList<>(keys);
  }

  private static long marks(String text) {
    return text.chars().filter(c -> c > 127).count();
  }

  private static void add(Map<String, List<Locality>> lists, String key, Locality unit) {
    lists.computeIfAbsent(key, k -> new ArrayList<>()).add(unit);
  }
}
