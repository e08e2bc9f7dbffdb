package vn.cachlamhay.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit of administration in the time in which it existed, under all the names and kinds that it
 * had. It is known by its key: two of one key are equal. Immutable.
 *
 * @param key its slug path, such as {@code lang-son/huyen-bac-son}; never changes
 * @param namings its names and kinds, the oldest first; the last is that of today, or the last one
 *     it had; never empty
 * @param parent the unit above it; empty for provinces and centrally run cities
 * @param life its first and last day, as far as they are known
 * @param into keys of the units that its territory forms now; several where it was split
 * @param by the resolution that ended it; may be empty
 * @param attributes what else is known of it
 */
public record Locality(
    String key,
    List<Naming> namings,
    Optional<Locality> parent,
    Period life,
    List<String> into,
    String by,
    Attributes attributes) {

  /**
   * A name and kind, and when they were in force.
   *
   * @param name without its kind: Bắc Sơn
   * @param kind tỉnh, thành phố, huyện, thị xã, quận, xã, phường, thị trấn, đặc khu
   * @param by the resolution that ended them; may be empty
   */
  public record Naming(String name, String kind, Period period, String by) {

    /** With its kind: "huyện Bắc Sơn". */
    public String fullName() {
      return kind + " " + name;
    }
  }

  /**
   * An official code. Codes change their owners: no unit is known by one.
   *
   * @param code two digits
   */
  public record Code(String code, Period period) {}

  /**
   * A place on the tile map of the country.
   *
   * @param column from 0 in the west
   * @param row from 0 in the north
   */
  public record Tile(int column, int row) {}

  /**
   * What is known of a unit besides its place in the tree and in time.
   *
   * @param aliases other names that people use
   * @param codes its official codes
   * @param region of a province
   * @param tile its place on the map
   * @param listed whether {@code data/localities.yaml} has it; one that an editor wrote and the
   *     list does not know is made when it is met
   */
  public record Attributes(
      List<String> aliases,
      List<Code> codes,
      Optional<Region> region,
      Optional<Tile> tile,
      boolean listed) {

    /** Of a unit of which nothing more is known. */
    public static final Attributes NONE =
        new Attributes(List.of(), List.of(), Optional.empty(), Optional.empty(), true);

    public Attributes {
      aliases = List.copyOf(aliases);
      codes = List.copyOf(codes);
    }
  }

  public Locality {
    namings = List.copyOf(namings);
    into = List.copyOf(into);
  }

  /** A unit with one name and kind all its life. */
  public Locality(
      String key,
      String name,
      String kind,
      Optional<Locality> parent,
      Optional<LocalDate> from,
      Optional<LocalDate> until,
      List<String> into) {
    this(
        key,
        List.of(new Naming(name, kind, new Period(from, until), "")),
        parent,
        new Period(from, until),
        into,
        "",
        Attributes.NONE);
  }

  /** Its present name, or the last it had, without its kind: Bắc Sơn. */
  public String name() {
    return lastNaming().name();
  }

  /** Its present kind, or the last it had: huyện. */
  public String kind() {
    return lastNaming().kind();
  }

  /** Its first day, where it is not older than the records. */
  public Optional<LocalDate> from() {
    return life.from();
  }

  /** Its last day, where it no longer exists. */
  public Optional<LocalDate> until() {
    return life.until();
  }

  /** Its level: province, district, commune. */
  public Level level() {
    return Level.of(kind(), parent.isPresent());
  }

  /** Whether its territory went to several units, none of which goes on for the whole. */
  public boolean isSplit() {
    return into.size() > 1;
  }

  /**
   * Name and kind on a day; before its first day those it had first, after its last those it had
   * last.
   */
  public Naming namingOn(LocalDate day) {
    for (Naming naming : namings) {
      Optional<LocalDate> last = naming.period().until();
      if (last.isEmpty() || !day.isAfter(last.get())) {
        return naming;
      }
    }
    return lastNaming();
  }

  /** With its kind: "huyện Bắc Sơn". */
  public String fullName() {
    return lastNaming().fullName();
  }

  /** For a line of text: "huyện Bắc Sơn, Lạng Sơn"; a province stands without its kind. */
  public String displayName() {
    return parent.map(p -> fullName() + ", " + p.displayName()).orElse(name());
  }

  /** The same with the names and kinds of a day. */
  public String displayNameOn(LocalDate day) {
    Naming naming = namingOn(day);
    return parent.map(p -> naming.fullName() + ", " + p.displayNameOn(day)).orElse(naming.name());
  }

  /** The same for a sentence, where a province has its kind too: "tỉnh Lạng Sơn". */
  public String sentenceNameOn(LocalDate day) {
    return parent.isEmpty() ? namingOn(day).fullName() : displayNameOn(day);
  }

  /** For a heading: "Tỉnh Lạng Sơn", "Huyện Bắc Sơn". */
  public String headline() {
    return headline(lastNaming());
  }

  /** The same with the name and kind of a day. */
  public String headlineOn(LocalDate day) {
    return headline(namingOn(day));
  }

  /** The path as an editor writes it, from the province down: "Lạng Sơn/huyện Bắc Sơn". */
  public String writtenPath() {
    return parent.map(p -> p.writtenPath() + "/" + fullName()).orElse(name());
  }

  /** Whether it existed on a day. */
  public boolean existedOn(LocalDate day) {
    return life.contains(day);
  }

  /** This unit and those above it, from the nearest up. */
  public List<Locality> selfAndAncestors() {
    var path = new ArrayList<Locality>();
    for (Optional<Locality> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      path.add(at.get());
    }
    return List.copyOf(path);
  }

  /** The province that it is or was in. */
  public Locality province() {
    return parent.map(Locality::province).orElse(this);
  }

  /** Other names that people use. */
  public List<String> aliases() {
    return attributes.aliases();
  }

  /** Its region; provinces have one. */
  public Optional<Region> region() {
    return attributes.region();
  }

  /** Its place on the map of the country. */
  public Optional<Tile> tile() {
    return attributes.tile();
  }

  /** Whether {@code data/localities.yaml} has it. */
  public boolean isListed() {
    return attributes.listed();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Locality unit && key.equals(unit.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  private Naming lastNaming() {
    return namings.get(namings.size() - 1);
  }

  private static String headline(Naming naming) {
    return Character.toUpperCase(naming.kind().charAt(0)) + naming.fullName().substring(1);
  }
}
