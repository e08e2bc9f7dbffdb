package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseText;

/**
 * Finds the unit that an editor meant. Every unit that fits the words comes into question; the best
 * by {@link PlaceCandidate} is meant, and several that are equally good are ambiguous. Immutable
 * and thread-safe.
 */
final class PlaceResolver {

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final Map<String, Locality> byKey;
  private final PlaceNames names;

  PlaceResolver(Map<String, Locality> byKey) {
    this.byKey = byKey;
    this.names = new PlaceNames(byKey.values());
  }

  Resolution<Locality> resolve(String written, Optional<LocalDate> day) {
    if (byKey.containsKey(written)) {
      return new Resolution.Found<>(byKey.get(written));
    }
    List<String> places =
        Stream.of(written.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    if (written.contains(",") && !places.isEmpty()) {
      return new Resolution.Commas<>(fromTheTop(places, day));
    }
    String[] parts = written.split("/", -1);
    if (DIGITS.matcher(parts[0].strip()).matches()) {
      return new Resolution.Code<>(ownersOf(parts[0].strip()));
    }
    List<PlaceCandidate> candidates = List.of();
    for (int i = 0; i < parts.length; i++) {
      List<PlaceCandidate> next = step(candidates, parts, i, day);
      if (next.isEmpty()) {
        return unknown(parts, i, candidates, day);
      }
      candidates = next;
    }
    return choose(PlaceCandidate.best(candidates, parts, day), day);
  }

  private List<PlaceCandidate> step(
      List<PlaceCandidate> above, String[] parts, int i, Optional<LocalDate> day) {
    return i == 0 ? first(parts[0], day) : below(above, parts[i], day);
  }

  private Resolution<Locality> choose(List<Locality> found, Optional<LocalDate> day) {
    if (found.size() == 1) {
      return new Resolution.Found<>(found.get(0));
    }
    return new Resolution.Ambiguous<>(
        found.stream()
            .map(unit -> new Resolution.Choice(spelling(unit, day), Spelling.days(unit.life())))
            .toList());
  }

  private List<PlaceCandidate> first(String part, Optional<LocalDate> day) {
    return names.matches(part, day).stream()
        .map(
            match ->
                new PlaceCandidate(
                    match.unit(), 0, match.unit().parent().isEmpty() ? 0 : 1, match.distance()))
        .toList();
  }

  private List<PlaceCandidate> below(
      List<PlaceCandidate> above, String part, Optional<LocalDate> day) {
    var found = new LinkedHashMap<Locality, PlaceCandidate>();
    for (PlaceNames.Match match : names.matches(part, day)) {
      Map<Locality, Integer> steps = stepsUp(match.unit());
      for (PlaceCandidate candidate : above) {
        if (steps.containsKey(candidate.unit())) {
          var next =
              new PlaceCandidate(
                  match.unit(),
                  0,
                  candidate.skipped() + steps.get(candidate.unit()),
                  candidate.distance() + match.distance());
          found.merge(match.unit(), next, PlaceCandidate::better);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /**
   * What may be written before a unit: 0 for the one above it, 1 for those further up, 2 for what
   * these became, since editors write of huyện Bắc Bình as one of Lâm Đồng.
   */
  private Map<Locality, Integer> stepsUp(Locality unit) {
    var steps = new LinkedHashMap<Locality, Integer>();
    List<Locality> path = unit.selfAndAncestors();
    path.stream().skip(1).forEach(above -> steps.put(above, steps.isEmpty() ? 0 : 1));
    path.stream().skip(1).forEach(above -> addSuccessors(above, steps));
    return steps;
  }

  private void addSuccessors(Locality unit, Map<Locality, Integer> steps) {
    if (unit.into().size() == 1) {
      for (Locality next : byKey.get(unit.into().get(0)).selfAndAncestors()) {
        if (steps.putIfAbsent(next, 2) == null) {
          addSuccessors(next, steps);
        }
      }
    }
  }

  /** The words that mean a unit and no other on a day; its key where there are none. */
  private String spelling(Locality unit, Optional<LocalDate> day) {
    String[] parts = unit.writtenPath().split("/");
    List<PlaceCandidate> candidates = List.of();
    for (int i = 0; i < parts.length; i++) {
      candidates = step(candidates, parts, i, day);
    }
    boolean settles = PlaceCandidate.best(candidates, parts, day).equals(List.of(unit));
    return settles ? unit.writtenPath() : unit.key();
  }

  private List<Resolution.Choice> ownersOf(String code) {
    var owners = new ArrayList<Resolution.Choice>();
    for (Locality unit : byKey.values()) {
      for (Locality.Code owned : unit.attributes().codes()) {
        if (owned.code().equals(code)) {
          owners.add(
              new Resolution.Choice(
                  unit.writtenPath(), Spelling.days(owned.period().within(unit.life()))));
        }
      }
    }
    return owners;
  }

  /** The parts between commas as one path; one by one where they are several places. */
  private String fromTheTop(List<String> parts, Optional<LocalDate> day) {
    var path = new ArrayList<String>();
    parts.forEach(part -> path.add(0, part));
    String turned = String.join("/", path);
    Resolution<Locality> resolution = resolve(turned, day);
    if (resolution instanceof Resolution.Found<Locality> found) {
      return spelling(found.value(), day);
    }
    return resolution instanceof Resolution.Made ? turned : String.join(" | ", parts);
  }

  /** What becomes of a path of which the parts from {@code i} on are not in the list. */
  private Resolution<Locality> unknown(
      String[] parts, int i, List<PlaceCandidate> above, Optional<LocalDate> day) {
    if (i > 0) {
      List<PlaceCandidate> parents =
          above.stream().filter(c -> c.unit().level() != Level.COMMUNE).toList();
      if (!parents.isEmpty()) {
        String[] known = Arrays.copyOf(parts, i);
        Resolution<Locality> parent = choose(PlaceCandidate.best(parents, known, day), day);
        if (parent instanceof Resolution.Found<Locality> found) {
          Optional<Locality> made =
              PlaceMaker.below(found.value(), Arrays.asList(parts).subList(i, parts.length));
          if (made.isPresent() && !isTaken(made.get())) {
            return new Resolution.Made<>(made.get(), nearName(made.get()));
          }
        } else if (parent instanceof Resolution.Ambiguous<Locality> many) {
          String rest = "/" + String.join("/", Arrays.asList(parts).subList(i, parts.length));
          return new Resolution.Ambiguous<>(
              many.choices().stream()
                  .map(c -> new Resolution.Choice(c.spelling() + rest, c.days()))
                  .toList());
        }
      }
    }
    return new Resolution.Unknown<>(suggestion(parts, i, above, day));
  }

  /** Whether only diacritics tell a unit from one that the list has: a slip. */
  private boolean isTaken(Locality made) {
    return made.selfAndAncestors().stream()
        .filter(unit -> !unit.isListed())
        .anyMatch(unit -> byKey.containsKey(unit.key()));
  }

  /** A unit of the list below the same parent whose name differs by a letter or two. */
  private String nearName(Locality made) {
    Locality parent = made.parent().orElseThrow();
    List<String> siblings =
        byKey.values().stream()
            .filter(unit -> unit.selfAndAncestors().indexOf(parent) > 0)
            .map(Locality::writtenPath)
            .toList();
    return Nearest.within(2, made.writtenPath(), siblings).orElse("");
  }

  /**
   * The path as written with its unknown parts replaced by the nearest names that are known, and
   * made exact where it would then mean several units; empty where nothing is known at that place.
   */
  private String suggestion(
      String[] parts, int unknown, List<PlaceCandidate> above, Optional<LocalDate> day) {
    boolean province = unknown == 0 && parts.length > 1;
    List<Locality> parents = above.stream().map(PlaceCandidate::unit).toList();
    Predicate<Locality> among =
        unknown == 0
            ? unit -> !province || unit.parent().isEmpty()
            : unit -> unit.selfAndAncestors().stream().skip(1).anyMatch(parents::contains);
    var choices = new ArrayList<String>();
    byKey.values().stream()
        .filter(among)
        .flatMap(unit -> unit.namings().stream())
        .forEach(naming -> choices.addAll(List.of(naming.name(), naming.fullName())));
    Optional<String> nearest = Nearest.to(VietnameseText.tidy(parts[unknown]), choices);
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
    return resolution instanceof Resolution.Ambiguous<Locality> many
        ? many.choices().get(0).spelling()
        : path;
  }
}
