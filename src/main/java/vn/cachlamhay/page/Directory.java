package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Region;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.text.VietnameseOrder;

/** The directories of places, topics, tags, authors and years with their counts. Thread-safe. */
final class Directory {

  private final Shelves shelves;
  private final Gazetteer gazetteer;
  private final Topics topics;
  private final LocalDate today;
  private final Comparator<Locality> byName =
      Comparator.comparing(Locality::name, new VietnameseOrder()).thenComparing(Locality::key);

  Directory(Shelves shelves, Gazetteer gazetteer, Topics topics, LocalDate today) {
    this.shelves = shelves;
    this.gazetteer = gazetteer;
    this.topics = topics;
    this.today = today;
  }

  /** The map of the country as it is today. */
  PlaceMap map() {
    return new PlaceMap.Factory(place -> shelves.of(place).size(), today).of(gazetteer.tiles());
  }

  /** Every province and city of today, those without articles too, with the units in them. */
  List<Entry> provinces() {
    return provincesOfToday().stream().map(unit -> entry(unit, below(unit))).toList();
  }

  /** Every province and city of today by its region. */
  List<Groups.Group> provincesByRegion() {
    var groups = new ArrayList<Groups.Group>();
    for (Region region : gazetteer.regions()) {
      groups.add(new Groups.Group(region.name(), entries(gazetteer.provincesOf(region, today))));
    }
    List<Locality> elsewhere =
        provincesOfToday().stream()
            .filter(unit -> unit.region().filter(gazetteer.regions()::contains).isEmpty())
            .toList();
    groups.add(
        new Groups.Group(
            gazetteer.regions().isEmpty()
                ? "Tỉnh, thành phố ngày nay"
                : "Tỉnh, thành phố khác ngày nay",
            entries(elsewhere)));
    return groups.stream().filter(group -> !group.entries().isEmpty()).toList();
  }

  /** Every province and city that is no more, with what it belongs to now. */
  List<Entry> formerProvinces() {
    return entries(provincesOfThePast());
  }

  /** The provinces and cities of today in alphabetical order. */
  List<Locality> provincesOfToday() {
    return gazetteer.provincesOn(today).stream().sorted(byName).toList();
  }

  /** Those that are no more, in alphabetical order. */
  List<Locality> provincesOfThePast() {
    return gazetteer.all().stream()
        .filter(unit -> unit.parent().isEmpty() && !unit.existedOn(today))
        .sorted(byName)
        .toList();
  }

  /** Units with articles directly below a place. */
  List<Entry> below(Locality place) {
    return children(place, unit -> true).map(unit -> entry(unit, below(unit))).toList();
  }

  /** Topics of the top level with those below them. */
  List<Entry> topics() {
    return below(Optional.empty());
  }

  List<Entry> below(Topic topic) {
    return below(Optional.of(topic));
  }

  List<Entry> tags() {
    return shelves.tags().all().stream()
        .map(tag -> Entry.of(tag.name(), Uris.tag(tag.slug()), shelves.tags().of(tag).size()))
        .toList();
  }

  List<Entry> authors() {
    return shelves.authors().all().stream()
        .map(a -> Entry.of(a.name(), Uris.author(a.slug()), shelves.authors().of(a).size()))
        .toList();
  }

  List<Entry> years() {
    return shelves.years().entrySet().stream()
        .map(
            year ->
                Entry.of("Năm " + year.getKey(), Uris.year(year.getKey()), year.getValue().size()))
        .toList();
  }

  /**
   * What lies below a place, in groups: for a place of today its units of today and of before and
   * what went into it as a whole; for a former one the units that it had.
   */
  List<Groups.Group> units(Locality place) {
    var groups = new ArrayList<Groups.Group>();
    if (place.existedOn(today)) {
      group(groups, "Đơn vị ngày nay", children(place, unit -> unit.existedOn(today)));
      group(groups, "Đơn vị trước đây", children(place, unit -> !unit.existedOn(today)));
    } else {
      group(groups, "Đơn vị trực thuộc", children(place, unit -> true));
    }
    group(
        groups,
        "Đã nhập vào đây",
        gazetteer.predecessors(place).stream()
            .filter(unit -> !unit.isSplit() && !shelves.of(unit).isEmpty())
            .filter(unit -> !unit.parent().equals(Optional.of(place)))
            .sorted(byName));
    return groups;
  }

  /** Topics of the articles of a place, with counts within it. */
  List<Entry> topics(Locality place) {
    return within(place, Optional.empty());
  }

  /** Topics below one, of the articles of a place. */
  List<Entry> below(Locality place, Topic topic) {
    return within(place, Optional.of(topic));
  }

  /**
   * Where there are articles, for readers who find none here: what it became, then its region, or
   * the whole country where that has none either.
   */
  List<Entry> near(Locality place) {
    List<Entry> near =
        withArticles(
            Stream.concat(
                gazetteer.successors(place).stream(),
                place.region().stream()
                    .flatMap(each -> gazetteer.provincesOf(each, today).stream())));
    return near.isEmpty()
        ? withArticles(gazetteer.provincesOn(today).stream().sorted(byName))
        : near;
  }

  private List<Entry> withArticles(Stream<Locality> units) {
    return units
        .distinct()
        .filter(unit -> !shelves.of(unit).isEmpty())
        .map(unit -> Entry.of(unit.displayNameOn(today), Uris.of(unit), 0))
        .toList();
  }

  /** Units with articles directly below a place, in alphabetical order. */
  private Stream<Locality> children(Locality place, Predicate<Locality> which) {
    return gazetteer.childrenOf(place).stream()
        .filter(which)
        .filter(unit -> !shelves.of(unit).isEmpty())
        .sorted(byName);
  }

  private void group(List<Groups.Group> groups, String title, Stream<Locality> units) {
    List<Entry> entries =
        units.map(u -> Entry.of(u.headlineOn(today), Uris.of(u), shelves.of(u).size())).toList();
    if (!entries.isEmpty()) {
      groups.add(new Groups.Group(title, entries));
    }
  }

  private List<Entry> within(Locality place, Optional<Topic> parent) {
    return shelves.topicsOf(place).isEmpty()
        ? List.of()
        : topics.all().stream()
            .filter(t -> t.parent().equals(parent) && !shelves.of(place, t).isEmpty())
            .map(
                topic ->
                    new Entry(
                        topic.name(),
                        Uris.of(place, topic),
                        shelves.of(place, topic).size(),
                        "",
                        below(place, topic)))
            .toList();
  }

  private List<Entry> entries(List<Locality> places) {
    return places.stream().map(place -> entry(place, List.of())).toList();
  }

  private Entry entry(Locality place, List<Entry> children) {
    int count = shelves.of(place).size();
    return new Entry(
        place.parent().isEmpty() ? place.name() : place.headline(),
        shelves.hasPage(place) ? Uris.of(place) : "",
        count,
        note(place),
        children);
  }

  private String note(Locality place) {
    return place.parent().isEmpty() && place.into().size() == 1
        ? gazetteer
            .byKey(place.into().get(0))
            .filter(now -> !now.equals(place))
            .map(now -> "nay thuộc " + now.name())
            .orElse("")
        : "";
  }

  private List<Entry> below(Optional<Topic> parent) {
    return topics.all().stream()
        .filter(topic -> topic.parent().equals(parent))
        .map(
            topic ->
                new Entry(topic.name(), Uris.of(topic), shelves.of(topic).size(), "", below(topic)))
        .toList();
  }
}
