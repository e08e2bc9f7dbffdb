package vn.cachlamhay.reference;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Period;
import vn.cachlamhay.text.VietnameseText;

/**
 * The units by everything that they are called: any case, composed or not, either tone placement,
 * any dash or none, with or without their kind; without diacritics where the whole name has none.
 * Immutable and thread-safe.
 */
final class PlaceNames {

  /** How kinds are shortened before a name. */
  private static final Map<String, String> SHORT =
      Map.of(
          "tp", "thành phố",
          "tx", "thị xã",
          "tt", "thị trấn",
          "đk", "đặc khu",
          "t", "tỉnh",
          "h", "huyện",
          "q", "quận",
          "p", "phường",
          "x", "xã");

  /** One letter needs its full stop; a kind in full or two letters may do with a space. */
  private static final Pattern KIND =
      Pattern.compile(
          "^(?:(?<full>%s|tp|tx|tt|đk) |(?<short>tp|tx|tt|đk|t|h|q|p|x)\\. ?)(?<name>.+)$"
              .formatted(
                  Level.allKinds().stream()
                      .flatMap(kind -> List.of(kind, VietnameseText.fold(kind)).stream())
                      .distinct()
                      .collect(Collectors.joining("|"))),
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Map<String, String> KINDS = kinds();

  private static final Pattern DASH = Pattern.compile(" ?[\\p{Pd}\\u2212] ?");
  private static final Pattern APOSTROPHE = Pattern.compile("[\u2018\u2019\u02bc`\u00b4]");

  private final Map<String, List<Named>> byName = new HashMap<>();

  /**
   * A unit under one of its names.
   *
   * @param period when that was its name; empty for an alias
   */
  private record Named(Locality unit, Optional<Period> period) {}

  /**
   * A unit that a written name may mean.
   *
   * @param kindWritten whether the kind was written before the name
   * @param distance 0: its name on the day, 1: its name at another time, 2: an alias
   */
  record Match(Locality unit, boolean kindWritten, int distance) {}

  /**
   * A name taken apart.
   *
   * @param kind in full
   * @param name as it was written
   * @param marked whether the kind was written with its diacritics or shortened
   */
  record Parted(String kind, String name, boolean marked) {}

  PlaceNames(Collection<Locality> units) {
    for (Locality unit : units) {
      for (Locality.Naming naming : unit.namings()) {
        add(naming.name(), new Named(unit, Optional.of(naming.period())));
      }
      unit.aliases().forEach(alias -> add(alias, new Named(unit, Optional.empty())));
    }
  }

  /** What a part of a path may mean, each unit once, under the name that fits best. */
  List<Match> matches(String part, Optional<LocalDate> day) {
    var best = new LinkedHashMap<Locality, Match>();
    collect(form(part), Optional.empty(), day, best);
    part(part).ifPresent(p -> collect(form(p.name()), Optional.of(p.kind()), day, best));
    return List.copyOf(best.values());
  }

  /** Kind and name of a part of a path that begins with a kind. */
  static Optional<Parted> part(String part) {
    String tidy = VietnameseText.tidy(part);
    Matcher matcher = KIND.matcher(tidy);
    if (!matcher.matches()) {
      return Optional.empty();
    }
    String written =
        Optional.ofNullable(matcher.group("full"))
            .orElseGet(() -> matcher.group("short"))
            .toLowerCase(VietnameseText.LOCALE);
    String kind = KINDS.get(written);
    boolean marked = SHORT.containsKey(written) || written.equals(kind);
    return Optional.of(new Parted(kind, matcher.group("name").strip(), marked));
  }

  /** The form under which spellings of one name are equal. */
  static String form(String name) {
    String key = APOSTROPHE.matcher(VietnameseText.nameKey(name)).replaceAll("'");
    return DASH.matcher(key).replaceAll(" ").strip();
  }

  /** The same without diacritics. */
  static String foldedForm(String name) {
    return form(VietnameseText.fold(name));
  }

  private void add(String name, Named named) {
    for (String form : new LinkedHashSet<>(List.of(form(name), foldedForm(name)))) {
      byName.computeIfAbsent(form, key -> new ArrayList<>()).add(named);
    }
  }

  private void collect(
      String form, Optional<String> kind, Optional<LocalDate> day, Map<Locality, Match> best) {
    for (Named named : byName.getOrDefault(form, List.of())) {
      if (kind.isEmpty() || kindsOf(named.unit()).contains(kind.get())) {
        var match = new Match(named.unit(), kind.isPresent(), distance(named, day));
        best.merge(named.unit(), match, (one, two) -> two.distance() < one.distance() ? two : one);
      }
    }
  }

  private static Set<String> kindsOf(Locality unit) {
    return unit.namings().stream().map(Locality.Naming::kind).collect(Collectors.toSet());
  }

  private static int distance(Named named, Optional<LocalDate> day) {
    if (named.period().isEmpty()) {
      return 2;
    }
    boolean then =
        day.map(named.period().get()::contains)
            .orElse(named.period().get().until().equals(named.unit().until()));
    return then ? 0 : 1;
  }

  private static Map<String, String> kinds() {
    var kinds = new HashMap<>(SHORT);
    for (String kind : Level.allKinds()) {
      kinds.put(kind, kind);
      kinds.put(VietnameseText.fold(kind), kind);
    }
    return Map.copyOf(kinds);
  }
}
