package vn.cachlamhay.recognition;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Level;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Resolution;

/**
 * Decides which of the units of one name a text means, by the provinces and districts that it names
 * besides, by the kinds that it writes and by its day. For one text and thread.
 */
final class PlaceChoice {

  private static final int NEAR = 45;

  /** "Bí thư Đảng ủy xã Nguyễn Văn Dần": names of communes have no such middle. */
  private static final Pattern PERSON = Pattern.compile("\\p{Lu}\\p{L}+ (?:Văn|Thị|A|Hữu|Đình) .+");

  private final Gazetteer gazetteer;
  private final List<PlaceMention> mentions;
  private final LocalDate day;
  private final Map<Locality, Integer> votes = new HashMap<>();
  private final Map<String, Map<String, Integer>> kinds = new HashMap<>();

  PlaceChoice(
      Gazetteer gazetteer, List<PlaceMention> mentions, List<String> agencies, LocalDate day) {
    this.gazetteer = gazetteer;
    this.mentions = mentions;
    this.day = day;
    for (PlaceMention mention : mentions) {
      kinds
          .computeIfAbsent(Letters.key(mention.name()), name -> new HashMap<>())
          .merge(mention.kind(), 1, Integer::sum);
      vote(mention);
    }
    String names = " " + agencies.stream().map(Letters::key).collect(Collectors.joining(" ")) + " ";
    for (Locality unit : gazetteer.all()) {
      boolean province = unit.parent().isEmpty();
      if (province && names.contains(" " + Letters.key(unit.name()) + " ")) {
        votes.merge(unit, 3, Integer::sum);
      }
    }
  }

  /** Names that only one province or the units of one province have speak for it. */
  private void vote(PlaceMention mention) {
    List<Locality> units = mention.candidates();
    List<Locality> provinces = units.stream().map(Locality::province).distinct().toList();
    boolean sure = mention.hasKind() || units.stream().anyMatch(unit -> unit.parent().isEmpty());
    if (provinces.size() == 1 && sure) {
      votes.merge(provinces.get(0), 2, Integer::sum);
    }
    if (units.size() == 1 && units.get(0).parent().isPresent() && mention.hasKind()) {
      votes.merge(units.get(0), 1, Integer::sum);
    }
  }

  /** The path of the unit that is meant, as {@link Locality#writtenPath}; empty where none is. */
  Optional<String> of(PlaceMention mention) {
    if (mention.candidates().isEmpty()) {
      return made(mention);
    }
    List<Locality> sorted =
        mention.candidates().stream()
            .filter(unit -> isSupported(unit, mention))
            .sorted(
                Comparator.<Locality>comparingInt(unit -> -points(unit, mention))
                    .thenComparing(unit -> unit.selfAndAncestors().size()))
            .toList();
    if (sorted.isEmpty()) {
      return mention.hasKind() ? made(mention) : Optional.empty();
    }
    Locality best = sorted.get(0);
    boolean open =
        sorted.size() > 1
            && !sorted.get(1).province().equals(best.province())
            && points(sorted.get(1), mention) == points(best, mention)
            && best.parent().isPresent();
    return open ? Optional.empty() : Optional.of(best.writtenPath());
  }

  /** Below a province a bare name must be known from elsewhere: people and schools have it too. */
  private boolean isSupported(Locality unit, PlaceMention mention) {
    if (unit.parent().isEmpty()) {
      return true;
    }
    boolean home =
        votes.containsKey(unit.province())
            || votes.containsKey(unit.parent().get())
            || successorIsNamed(unit);
    if (mention.hasKind()) {
      return home
          || unit.level() == Level.DISTRICT
          || mention.candidates().size() == 1 && provinceIsOpen();
    }
    boolean kindElsewhere =
        unit.namings().stream()
            .anyMatch(n -> kinds.get(Letters.key(mention.name())).containsKey(n.kind()));
    boolean above = unit.level() == Level.COMMUNE && named(unit.parent().get(), mention);
    return kindElsewhere || above || home && unit.level() == Level.DISTRICT;
  }

  private boolean provinceIsOpen() {
    return votes.keySet().stream().allMatch(unit -> unit.parent().isPresent());
  }

  private boolean successorIsNamed(Locality unit) {
    return gazetteer.placesOf(unit).stream().anyMatch(votes::containsKey);
  }

  private boolean named(Locality unit, PlaceMention besides) {
    return mentions.stream()
        .filter(mention -> !mention.name().equals(besides.name()))
        .anyMatch(mention -> mention.candidates().contains(unit));
  }

  private int points(Locality unit, PlaceMention mention) {
    int points = unit.existedOn(day) ? 8 : 0;
    points += Math.min(12, 3 * votes.getOrDefault(unit.province(), 0));
    points += isBefore(unit, mention) ? 20 : 0;
    points += unit.parent().filter(votes::containsKey).isPresent() ? 4 : 0;
    points += follows(unit, mention) ? 20 : 0;
    if (!mention.hasKind()) {
      Map<String, Integer> written = kinds.get(Letters.key(mention.name()));
      boolean kind = unit.namings().stream().anyMatch(n -> written.containsKey(n.kind()));
      boolean bare = written.size() == 1 && unit.parent().isEmpty();
      points += kind ? 6 : bare ? 10 : 0;
    }
    return points;
  }

  /** "xã Châu Sơn, huyện Đình Lập": what it is in stands right behind it. */
  private boolean follows(Locality unit, PlaceMention mention) {
    return next(mention)
        .filter(
            next -> unit.selfAndAncestors().stream().skip(1).anyMatch(next.candidates()::contains))
        .isPresent();
  }

  /** "Làng Chếu, Bắc Yên": what is in it stands right before it. */
  private boolean isBefore(Locality unit, PlaceMention mention) {
    int at = mentions.indexOf(mention);
    return at > 0
        && next(mentions.get(at - 1)).filter(mention::equals).isPresent()
        && mentions.get(at - 1).candidates().stream()
            .anyMatch(below -> below.selfAndAncestors().indexOf(unit) > 0);
  }

  private Optional<PlaceMention> next(PlaceMention mention) {
    int at = mentions.indexOf(mention);
    return mentions.stream()
        .skip(at + 1L)
        .findFirst()
        .filter(next -> next.row() == mention.row() && next.start() - mention.end() <= NEAR);
  }

  /** A unit that the list does not have, below the one behind it or the one that is most named. */
  private Optional<String> made(PlaceMention mention) {
    if (!mention.hasKind() || PERSON.matcher(mention.name()).matches()) {
      return Optional.empty();
    }
    boolean district = Level.DISTRICT.kinds().contains(mention.kind());
    Optional<PlaceMention> next = next(mention).filter(n -> rank(n.kind()) < rank(mention.kind()));
    Optional<String> parent = next.flatMap(this::of);
    if (parent.isEmpty() && !district) {
      parent = onlyDistrict().flatMap(this::of);
    }
    if (parent.isEmpty()) {
      parent = province().map(Locality::writtenPath);
    }
    return parent.map(path -> path + "/" + mention.kind() + " " + mention.name());
  }

  private static int rank(String kind) {
    boolean commune = Level.COMMUNE.kinds().contains(kind);
    return commune ? 2 : kind.equals("tỉnh") || kind.isEmpty() ? 0 : 1;
  }

  private Optional<PlaceMention> onlyDistrict() {
    Map<String, List<PlaceMention>> districts =
        mentions.stream()
            .filter(mention -> rank(mention.kind()) == 1)
            .collect(Collectors.groupingBy(mention -> Letters.key(mention.quote())));
    return districts.values().stream()
        .max(Comparator.comparingInt(List::size))
        .map(list -> list.get(0));
  }

  private Optional<Locality> province() {
    return votes.entrySet().stream()
        .filter(vote -> vote.getKey().parent().isEmpty())
        .max(
            Map.Entry.<Locality, Integer>comparingByValue()
                .thenComparing(vote -> vote.getKey().key()))
        .map(Map.Entry::getKey);
  }

  /** The path of the province that is named, if no other is. */
  Optional<String> onlyProvince() {
    long provinces = votes.keySet().stream().filter(unit -> unit.parent().isEmpty()).count();
    return provinces == 1 ? province().map(Locality::writtenPath) : Optional.empty();
  }

  /** A path as an article of the day may have it; empty where it would be refused. */
  Optional<String> written(String path, Optional<LocalDate> articleDay) {
    Resolution<Locality> resolution = gazetteer.resolve(path, articleDay);
    boolean taken =
        resolution instanceof Resolution.Found<Locality>
            || resolution instanceof Resolution.Made<Locality>;
    return taken ? Optional.of(path) : Optional.empty();
  }
}
