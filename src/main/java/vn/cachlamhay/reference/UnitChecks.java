package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;

/**
 * What must be right between the units of a list: nothing is twice at one time, nothing outlives
 * what it is part of, and what a unit became leads somewhere and not back. For one file.
 */
final class UnitChecks {

  private final DataFile file;
  private final Map<String, UnitEntry> entries;
  private final Map<String, Locality> units;

  UnitChecks(DataFile file, Map<String, UnitEntry> entries, Map<String, Locality> units) {
    this.file = file;
    this.entries = entries;
    this.units = units;
  }

  /** Something that only one unit can have at a time. */
  private record Claim(String owner, String value, Period period) {}

  void run() {
    var names = new HashMap<String, List<Claim>>();
    var codes = new HashMap<String, List<Claim>>();
    var tiles = new HashMap<Locality.Tile, String>();
    var told = new HashSet<String>();
    units.forEach(
        (key, unit) -> {
          UnitEntry entry = entries.get(key);
          checkKinds(entry, unit);
          checkLife(entry, unit);
          checkNamings(entry, unit);
          checkSuccessors(entry, unit);
          checkCircle(entry, unit, told);
          String above = unit.parent().map(Locality::key).orElse("") + "/";
          for (Locality.Naming naming : unit.namings()) {
            var claim = new Claim(key, naming.fullName(), naming.period());
            claim(names, above + PlaceNames.form(naming.fullName()), claim, entry.node().pos());
          }
          for (Locality.Code code : unit.attributes().codes()) {
            var claim = new Claim(key, code.code(), code.period().within(unit.life()));
            claim(codes, code.code(), claim, entry.pos("codes"));
          }
          unit.tile().ifPresent(tile -> checkTile(tiles, tile, entry));
        });
  }

  private void checkKinds(UnitEntry entry, Locality unit) {
    boolean orphan = entry.parentKey().isPresent() && unit.parent().isEmpty();
    List<String> kinds =
        orphan
            ? Level.allKinds()
            : unit.parent().map(UnitChecks::below).orElse(Level.PROVINCE.kinds());
    file.refuseUnlisted("kind", entry.pos("kind"), entry.kind(), kinds);
    for (UnitEntry.Earlier earlier : entry.earlier()) {
      earlier
          .kind()
          .ifPresent(kind -> file.refuseUnlisted("kind", earlier.node().pos(), kind, kinds));
    }
  }

  private static List<String> below(Locality parent) {
    return Stream.of(Level.values())
        .filter(level -> level.compareTo(parent.level()) > 0)
        .flatMap(level -> level.kinds().stream())
        .toList();
  }

  private void checkLife(UnitEntry entry, Locality unit) {
    if (unit.parent().isEmpty()) {
      return;
    }
    Locality parent = unit.parent().get();
    checkInside("from", entry.life().from(), entry.pos("from"), parent);
    checkInside("until", entry.life().until(), entry.pos("until"), parent);
  }

  private void checkInside(String field, Optional<LocalDate> day, SourcePos pos, Locality whole) {
    if (day.isPresent() && !whole.life().contains(day.get())) {
      file.problem(
          ProblemCode.DU_LIEU_NGOAI_NGAY,
          pos,
          field,
          day.get().toString(),
          whole.key(),
          Spelling.days(whole.life()));
    }
  }

  private void checkNamings(UnitEntry entry, Locality unit) {
    List<Locality.Naming> namings = unit.namings();
    for (int i = 0; i < entry.earlier().size(); i++) {
      UnitEntry.Earlier earlier = entry.earlier().get(i);
      checkInside("until", earlier.until(), earlier.node().pos(), unit);
      Period next = namings.get(i + 1).period();
      boolean nameless = earlier.name().isEmpty() && earlier.kind().isEmpty();
      if (nameless) {
        file.problem(ProblemCode.DU_LIEU_THIEU, earlier.node().pos(), "name");
      }
      if (next.isReversed() && earlier.until().filter(unit.life()::contains).isPresent()) {
        file.problem(
            ProblemCode.DU_LIEU_CHONG_NGAY,
            earlier.node().pos(),
            namings.get(i).fullName(),
            namings.get(i + 1).fullName());
      }
    }
  }

  private void checkSuccessors(UnitEntry entry, Locality unit) {
    if (unit.into().isEmpty()) {
      return;
    }
    Optional<LocalDate> after = unit.life().dayAfter();
    if (after.isEmpty() && entry.node().fields().get("until") == null) {
      file.problem(ProblemCode.DU_LIEU_THIEU, entry.pos("into"), "until");
    }
    for (String key : unit.into()) {
      Locality successor = units.get(key);
      if (successor == null) {
        file.problem(ProblemCode.DU_LIEU_KHONG_RO, entry.pos("into"), key);
      } else {
        checkInside("into", after, entry.pos("into"), successor);
      }
    }
  }

  /** Tells of a circle once, whatever unit of it is looked at first. */
  private void checkCircle(UnitEntry entry, Locality unit, Set<String> told) {
    var path = new ArrayList<String>();
    if (!told.contains(unit.key()) && leadsBack(unit.key(), unit.key(), path, new HashSet<>())) {
      told.addAll(path);
      path.add(0, unit.key());
      file.problem(
          ProblemCode.DU_LIEU_VONG_QUANH, entry.pos("into"), "into", String.join(" → ", path));
    }
  }

  private boolean leadsBack(String from, String to, List<String> path, Set<String> seen) {
    Locality unit = units.get(from);
    if (unit == null || !seen.add(from)) {
      return false;
    }
    for (String next : unit.into()) {
      path.add(next);
      if (next.equals(to) || leadsBack(next, to, path, seen)) {
        return true;
      }
      path.remove(path.size() - 1);
    }
    return false;
  }

  private void claim(Map<String, List<Claim>> claims, String what, Claim claim, SourcePos pos) {
    List<Claim> others = claims.computeIfAbsent(what, key -> new ArrayList<>());
    others.stream()
        .filter(other -> !other.owner().equals(claim.owner()))
        .filter(other -> other.period().overlaps(claim.period()))
        .findFirst()
        .ifPresent(
            other ->
                file.problem(ProblemCode.DU_LIEU_CHONG_NGAY, pos, claim.value(), other.owner()));
    others.add(claim);
  }

  private void checkTile(Map<Locality.Tile, String> tiles, Locality.Tile tile, UnitEntry entry) {
    String other = tiles.putIfAbsent(tile, entry.key());
    if (other != null) {
      file.problem(
          ProblemCode.DU_LIEU_TRUNG_O, entry.pos("tile"), tile.column() + ", " + tile.row(), other);
    }
  }
}
