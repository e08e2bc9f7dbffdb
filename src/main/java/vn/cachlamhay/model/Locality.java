package vn.cachlamhay.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unit of administration in the time in which it existed. Immutable.
 *
 * @param key its slug path, such as {@code lang-son/huyen-bac-son}; never changes
 * @param name without its kind: Bắc Sơn
 * @param kind tỉnh, thành phố, huyện, thị xã, quận, xã, phường, thị trấn, đặc khu
 * @param parent the unit above it; empty for provinces and centrally run cities
 * @param from its first day, where it is not older than the records
 * @param until its last day, where it no longer exists
 * @param into keys of the units that its territory forms today
 */
public record Locality(
    String key,
    String name,
    String kind,
    Optional<Locality> parent,
    Optional<LocalDate> from,
    Optional<LocalDate> until,
    List<String> into) {

  public Locality {
    into = List.copyOf(into);
  }

  /** Keys are unique; the hash of everything would go up through all parents each time. */
  @Override
  public int hashCode() {
    return key.hashCode();
  }

  /** With its kind: "huyện Bắc Sơn". */
  public String fullName() {
    return kind + " " + name;
  }

  /** For a line of text: "huyện Bắc Sơn, Lạng Sơn"; a province stands without its kind. */
  public String displayName() {
    return parent.map(p -> fullName() + ", " + p.displayName()).orElse(name);
  }

  /** For a heading: "Tỉnh Lạng Sơn", "Huyện Bắc Sơn". */
  public String headline() {
    return Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + " " + name;
  }

  /** The path as an editor writes it, from the province down: "Lạng Sơn/huyện Bắc Sơn". */
  public String writtenPath() {
    return parent.map(p -> p.writtenPath() + "/" + fullName()).orElse(name);
  }

  /** Whether it existed on a day. */
  public boolean existedOn(LocalDate day) {
    return from.map(first -> !day.isBefore(first)).orElse(true)
        && until.map(last -> !day.isAfter(last)).orElse(true);
  }

  /** This unit and those above it, from the nearest up. */
  public List<Locality> selfAndAncestors() {
    var path = new ArrayList<Locality>();
    for (Optional<Locality> at = Optional.of(this); at.isPresent(); at = at.get().parent()) {
      path.add(at.get());
    }
    return List.copyOf(path);
  }
}
