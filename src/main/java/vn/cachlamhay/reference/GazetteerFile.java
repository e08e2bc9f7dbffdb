package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.text.VietnameseText;

/** Reads {@code data/localities.yaml} and refuses it where it cannot be right. For one file. */
final class GazetteerFile {

  private static final List<String> TOP_KEYS = List.of("regions", "units");
  private static final List<String> REGION_KEYS = List.of("key", "name");

  private final DataFile file = new DataFile(Gazetteer.FILE);
  private final Map<String, Region> regions = new LinkedHashMap<>();
  private final Map<String, UnitEntry> entries = new LinkedHashMap<>();
  private final Map<String, Locality> units = new LinkedHashMap<>();

  private GazetteerFile() {}

  /**
   * What the file says.
   *
   * @param units by key, each after the one above it
   */
  record Content(Map<String, Locality> units, List<Region> regions) {}

  /**
   * Reads it; a site without the file has no units.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault
   */
  static Content read(Path path) {
    var reading = new GazetteerFile();
    reading.file.root(path, "units").ifPresent(reading::readAll);
    reading.file.failIfWrong();
    return new Content(reading.units, List.copyOf(reading.regions.values()));
  }

  private void readAll(YamlNode root) {
    file.refuseUnknownKeys(root, TOP_KEYS);
    Optional.ofNullable(root.fields().get("regions"))
        .ifPresent(list -> list.items().forEach(this::readRegion));
    for (YamlNode item : root.fields().get("units").items()) {
      UnitEntry entry = UnitEntry.read(item, regions, file);
      if (entries.putIfAbsent(entry.key(), entry) != null) {
        file.problem(ProblemCode.DU_LIEU_TRUNG, item.pos(), entry.key());
      }
    }
    entries.values().forEach(entry -> build(entry, new ArrayList<>()));
    new UnitChecks(file, entries, units).run();
  }

  private void readRegion(YamlNode item) {
    file.refuseRepeatedKeys(item);
    file.refuseUnknownKeys(item, REGION_KEYS);
    String key = file.required(item, "key");
    var region = new Region(key, VietnameseText.nfc(file.required(item, "name")));
    if (regions.putIfAbsent(key, region) != null) {
      file.problem(ProblemCode.DU_LIEU_TRUNG, item.pos(), key);
    }
  }

  /**
   * Puts a unit below its parent, which comes first.
   *
   * @param path keys of the units below it that wait for it
   */
  private Optional<Locality> build(UnitEntry entry, List<String> path) {
    if (units.containsKey(entry.key())) {
      return Optional.of(units.get(entry.key()));
    }
    if (path.contains(entry.key())) {
      path.add(entry.key());
      file.problem(
          ProblemCode.DU_LIEU_VONG_QUANH,
          entry.pos("parent"),
          "parent",
          String.join(" → ", path.subList(path.indexOf(entry.key()), path.size())));
      return Optional.empty();
    }
    path.add(entry.key());
    Optional<Locality> parent =
        entry.parentKey().map(entries::get).flatMap(above -> build(above, path));
    if (entry.parentKey().isPresent() && !entries.containsKey(entry.parentKey().get())) {
      file.problem(
          ProblemCode.DU_LIEU_KHONG_RO, entry.pos("parent"), entry.parentKey().orElseThrow());
    }
    Period life = parent.map(Locality::life).map(entry.life()::within).orElse(entry.life());
    var unit =
        new Locality(
            entry.key(),
            entry.namings(life),
            parent,
            life,
            entry.into(),
            entry.by(),
            entry.attributes());
    units.putIfAbsent(entry.key(), unit);
    return Optional.of(units.get(entry.key()));
  }
}
