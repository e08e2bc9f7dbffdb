package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Region;

/**
 * Tells what kind of place a unit is, by the rules of {@code data/practice.yaml}, key {@code
 * settings}. Rough on purpose: the official lists (mountainous communes by decision of the
 * government, island communes) change with every merger and go by commune; the rules go by the
 * unit's kind, then by its province and region, and name the places where that would be wrong.
 * Provinces are of no kind, having several. Immutable and thread-safe.
 */
public final class PlaceKinds {

  /** Where the rules stand in the file. */
  static final String KEY = "settings";

  /** After the six regions of Resolution 81/2023/QH15, as far as a whole region is of one kind. */
  private static final List<Rule> BUILT_IN =
      List.of(
          new Rule(
              new PlaceKind("do-thi", "Đô thị"),
              Set.of("phường", "quận", "thị xã", "thành phố", "thị trấn"),
              Set.of(),
              Set.of(),
              Set.of()),
          new Rule(
              new PlaceKind("ven-bien", "Ven biển, hải đảo"),
              Set.of("đặc khu"),
              Set.of(),
              Set.of(),
              Set.of()),
          new Rule(
              new PlaceKind("mien-nui", "Miền núi"),
              Set.of(),
              Set.of(),
              Set.of("trung-du-mien-nui-phia-bac"),
              Set.of()),
          new Rule(
              new PlaceKind("dong-bang", "Nông thôn đồng bằng"),
              Set.of(),
              Set.of(),
              Set.of("dong-bang-song-hong", "dong-bang-song-cuu-long"),
              Set.of()));

  /** The rules of a site that writes none. */
  public static final PlaceKinds STANDARD = new PlaceKinds(BUILT_IN);

  /**
   * Which units are of a kind.
   *
   * @param units kinds of units
   * @param provinces keys of provinces, today's and former ones
   * @param regions keys of regions
   * @param places keys of units; what lies below one is of its kind too
   */
  private record Rule(
      PlaceKind kind,
      Set<String> units,
      Set<String> provinces,
      Set<String> regions,
      Set<String> places) {}

  private final List<Rule> rules;

  private PlaceKinds(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /**
   * Reads the rules; a site without them has {@link #STANDARD}.
   *
   * @param gazetteer knows the units and regions that rules may name
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the rules
   */
  public static PlaceKinds load(Path path, Gazetteer gazetteer) {
    var file = new DataFile(PracticeTerms.FILE);
    Optional<YamlNode> settings =
        file.anyRoot(path).flatMap(root -> Optional.ofNullable(root.fields().get(KEY)));
    List<Rule> rules =
        settings
            .map(list -> list.items().stream().map(it -> rule(it, gazetteer, file)).toList())
            .orElse(BUILT_IN);
    file.failIfWrong();
    return new PlaceKinds(rules);
  }

  private static Rule rule(YamlNode item, Gazetteer gazetteer, DataFile file) {
    file.refuseRepeatedKeys(item);
    file.refuseUnknownKeys(item, List.of("key", "name", "units", "provinces", "regions", "places"));
    List<String> units = gazetteer.all().stream().map(Locality::key).toList();
    List<String> provinces =
        gazetteer.all().stream().filter(u -> u.parent().isEmpty()).map(Locality::key).toList();
    List<String> regions = gazetteer.regions().stream().map(Region::key).toList();
    return new Rule(
        new PlaceKind(file.slug(item, "key"), file.required(item, "name")),
        values(item, "units", Level.allKinds(), file),
        values(item, "provinces", provinces, file),
        values(item, "regions", regions, file),
        values(item, "places", units, file));
  }

  private static Set<String> values(
      YamlNode item, String key, List<String> choices, DataFile file) {
    var values = new LinkedHashSet<String>();
    Optional.ofNullable(item.fields().get(key)).stream()
        .flatMap(list -> list.items().stream())
        .forEach(
            value -> {
              String text = value.scalar().orElse("");
              file.refuseUnlisted(key, value.pos(), text, choices);
              values.add(text);
            });
    return values;
  }

  /** All kinds in the order of the file. */
  public List<PlaceKind> all() {
    return rules.stream().map(Rule::kind).distinct().toList();
  }

  /**
   * The kind of a unit: that of the nearest place that a rule names, itself or above it; else by
   * what kind of unit it is; else by its province; else by the province's region. Of several rules
   * the first counts.
   */
  public Optional<PlaceKind> of(Locality unit) {
    if (unit.parent().isEmpty()) {
      return Optional.empty();
    }
    Locality province = unit.province();
    String region = province.region().map(Region::key).orElse("");
    for (Locality at : unit.selfAndAncestors()) {
      Optional<PlaceKind> named =
          rules.stream().filter(r -> r.places.contains(at.key())).map(Rule::kind).findFirst();
      if (named.isPresent()) {
        return named;
      }
    }
    return first(rules.stream().filter(rule -> rule.units.contains(unit.kind())).toList())
        .or(() -> first(rules.stream().filter(r -> r.provinces.contains(province.key())).toList()))
        .or(() -> first(rules.stream().filter(r -> r.regions.contains(region)).toList()));
  }

  private static Optional<PlaceKind> first(List<Rule> rules) {
    return rules.stream().map(Rule::kind).findFirst();
  }
}
