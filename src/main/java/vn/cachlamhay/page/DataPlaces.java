package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.reference.Gazetteer;

/** Finds what units of administration are today. For one thread. */
final class DataPlaces {

  private final Gazetteer gazetteer;
  private final LocalDate today;
  private final Map<Locality, Optional<DataPlace.Unit>> units = new HashMap<>();
  private final Map<Locality, Optional<DataPlace.Unit>> provinces = new HashMap<>();

  /** Thousands of articles are from a few hundred places. */
  private final Map<DataPlace, DataPlace> shared = new HashMap<>();

  DataPlaces(Gazetteer gazetteer, LocalDate today) {
    this.gazetteer = gazetteer;
    this.today = today;
  }

  /** The places of an article. */
  List<DataPlace> of(Article article) {
    LocalDate day = article.date().map(Moment::day).orElse(today);
    return article.localities().stream()
        .map(unit -> shared.computeIfAbsent(place(unit, day), place -> place))
        .toList();
  }

  /** The provinces of today, in the order of the list; a unit that was divided is in several. */
  List<DataProvince> provinces() {
    var former = new LinkedHashMap<Locality, List<Locality>>();
    var below = new LinkedHashMap<Locality, List<Locality>>();
    List<Locality> all = gazetteer.provincesOn(today);
    for (Locality province : all) {
      former.put(province, new ArrayList<>());
      below.put(province, new ArrayList<>());
    }
    for (Locality unit : gazetteer.all()) {
      Map<Locality, List<Locality>> lists = unit.parent().isEmpty() ? former : below;
      for (Locality province : provincesOf(unit, Set.of())) {
        if (!province.equals(unit)) {
          lists.get(province).add(unit);
        }
      }
    }
    return all.stream()
        .map(each -> new DataProvince(each, former.get(each), below.get(each)))
        .toList();
  }

  private DataPlace place(Locality unit, LocalDate day) {
    return new DataPlace(
        unit.key(),
        unit.displayNameOn(day),
        units.computeIfAbsent(unit, each -> whole(each).map(this::unit)),
        provinces.computeIfAbsent(unit, each -> gazetteer.provinceOn(each, today).map(this::unit)));
  }

  private DataPlace.Unit unit(Locality unit) {
    return new DataPlace.Unit(unit.key(), unit.displayNameOn(today));
  }

  /** What the whole of a unit is today; empty where it was divided or ended otherwise. */
  private Optional<Locality> whole(Locality unit) {
    var met = new LinkedHashSet<Locality>();
    Locality at = unit;
    while (!at.existedOn(today)) {
      List<Locality> next = gazetteer.successors(at);
      if (next.size() != 1 || !met.add(at)) {
        return Optional.empty();
      }
      at = next.get(0);
    }
    return Optional.of(at);
  }

  /** The provinces of today that have parts of its territory; none where that is not known. */
  private Set<Locality> provincesOf(Locality unit, Set<Locality> asked) {
    if (asked.contains(unit)) {
      return Set.of();
    }
    var met = new LinkedHashSet<>(asked);
    met.add(unit);
    var found = new LinkedHashSet<Locality>();
    if (unit.until().filter(today::isAfter).isPresent() && !unit.into().isEmpty()) {
      gazetteer.successors(unit).forEach(next -> found.addAll(provincesOf(next, met)));
    } else if (unit.parent().isPresent()) {
      found.addAll(provincesOf(unit.parent().get(), met));
    } else if (unit.existedOn(today)) {
      found.add(unit);
    }
    return found;
  }
}
