package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
 * Finds the unit that an editor meant. Every unit that fits the words comes into question; then, in
 * this order, those go first that existed on the article's day, that stand directly below what was
 * written before them, and that bear the name rather than an alias. What is still equal is
 * ambiguous. Immutable and thread-safe.
 */
final class PlaceResolver {

  private static final Pattern DIGITS = Pattern.compile("\\d+");

  private final Map<String, Locality> byKey;
  private final PlaceNames names;

  PlaceResolver(Map<String, Locality> byKey) {
    this.byKey = byKey;
    this.names = new PlaceNames(byKey.values());
  }

  /**
   * A unit that fits the path so far.
   *
   * @param time how well it fits the day, 0 best
   * @param skipped levels between the parts of the path that were left out
   * @param distance of the names
   */
  private record Candidate(Locality unit, int time, int skipped, int distance) {
    boolean isAsGoodAs(Candidate other) {
      return time == other.time && skipped == other.skipped && distance == other.distance;
    }
  }

  private static final Comparator<Candidate> BEST =
      Comparator.comparingInt(Candidate::time)
          .thenComparingInt(Candidate::skipped)
          .thenComparingInt(Candidate::distance);

  Resolution<Locality> resolve(String written, Optional<LocalDate> day) {
    if (byKey.containsKey(written)) {
      return new Resolution.Found<>(byKey.get(written));
    }
    if (written.contains(",")) {
      return new Resolution.Commas<>(fromTheTop(written, day));
    }
    String[] parts = written.split("/", -1);
    if (DIGITS.matcher(parts[0].strip()).matches()) {
      return new Resolution.Code<>(ownersOf(parts[0].strip()));
    }
    List<Candidate> candidates = List.of();
    for (int i = 0; i < parts.length; i++) {
      List<Candidate> next = step(candidates, parts, i, day);
      if (next.isEmpty()) {
        return unknown(parts, i, candidates, day);
      }
      candidates = next;
    }
    return choose(best(judged(candidates, parts, day)), day);
  }

  private List<Candidate> step(
      List<Candidate> above, String[] parts, int i, Optional<LocalDate> day) {
    return i == 0 ? first(parts[0], day) : below(above, parts[i], day);
  }

  private static List<Locality> best(List<Candidate> candidates) {
    return candidates.stream()
        .min(BEST)
        .map(best -> candidates.stream().filter(best::isAsGoodAs))
        .orElseGet(Stream::empty)
        .map(Candidate::unit)
        .distinct()
        .toList();
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

  private List<Candidate> first(String part, Optional<LocalDate> day) {
    return names.matches(part, day).stream()
        .map(
            match ->
                new Candidate(
                    match.unit(), 0, match.unit().parent().isEmpty() ? 0 : 1, match.distance()))
        .toList();
  }

  private List<Candidate> below(List<Candidate> above, String part, Optional<LocalDate> day) {
    var found = new LinkedHashMap<Locality, Candidate>();
    for (PlaceNames.Match match : names.matches(part, day)) {
      List<Locality> path = match.unit().selfAndAncestors();
      for (Candidate candidate : above) {
        int steps = path.indexOf(candidate.unit());
        if (steps > 0) {
          var next =
              new Candidate(
                  match.unit(),
                  0,
                  candidate.skipped() + Math.min(steps - 1, 1),
                  candidate.distance() + match.distance());
          found.merge(match.unit(), next, (one, two) -> BEST.compare(one, two) <= 0 ? one : two);
        }
      }
    }
    return List.copyOf(found.values());
  }

  /** The same candidates with their time. */
  private List<Candidate> judged(
      List<Candidate> candidates, String[] parts, Optional<LocalDate> day) {
    boolean kindWritten = PlaceNames.part(parts[0]).isPresent();
    return candidates.stream()
        .map(
            c ->
                new Candidate(
                    c.unit(),
                    parts.length > 1 ? time(c, day) : timeAlone(c, kindWritten, day),
                    c.skipped(),
                    c.distance()))
        .toList();
  }

  private static int time(Candidate candidate, Optional<LocalDate> day) {
    return existed(candidate, day) ? 0 : 1;
  }

  /**
   * A bare name is a province first, even one that is no more: who writes "Thái Bình" does not mean
   * the commune, unless that kind was written.
   */
  private static int timeAlone(Candidate candidate, boolean kind, Optional<LocalDate> day) {
    boolean province = candidate.unit().parent().isEmpty();
    if (existed(candidate, day)) {
      return province ? 0 : kind ? 1 : 3;
    }
    return province ? 2 : 4;
  }

  private static boolean existed(Candidate candidate, Optional<LocalDate> day) {
    return day.map(candidate.unit()::existedOn).orElse(true);
  }

  /** The words that mean a unit and no other on a day; its key where there are none. */
  private String spelling(Locality unit, Optional<LocalDate> day) {
    String[] parts = unit.writtenPath().split("/");
    List<Candidate> candidates = List.of();
    for (int i = 0; i < parts.length; i++) {
      candidates = step(candidates, parts, i, day);
    }
    boolean settles = best(judged(candidates, parts, day)).equals(List.of(unit));
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

  private String fromTheTop(String written, Optional<LocalDate> day) {
    List<String> parts =
        Arrays.stream(written.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    var path = new ArrayList<String>();
    parts.forEach(part -> path.add(0, part));
    String turned = String.join("/", path);
    Resolution<Locality> resolution = resolve(turned, day);
    return resolution instanceof Resolution.Found<Locality> found
        ? spelling(found.value(), day)
        : turned;
  }

  /** What becomes of a path of which the parts from {@code i} on are not in the list. */
  private Resolution<Locality> unknown(
      String[] parts, int i, List<Candidate> above, Optional<LocalDate> day) {
    if (i > 0) {
      List<Candidate> parents =
          above.stream().filter(c -> c.unit().level() != Level.COMMUNE).toList();
      if (!parents.isEmpty()) {
        String[] known = Arrays.copyOf(parts, i);
        Resolution<Locality> parent = choose(best(judged(parents, known, day)), day);
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
      String[] parts, int unknown, List<Candidate> above, Optional<LocalDate> day) {
    boolean province = unknown == 0 && parts.length > 1;
    List<Locality> parents = above.stream().map(Candidate::unit).toList();
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
