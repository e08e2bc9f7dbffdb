package vn.cachlamhay.reference;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.text.TonePlacement;
import vn.cachlamhay.text.VietnameseText;

/**
 * Makes units that the list does not have, from what an editor wrote: the kind and the name, below
 * a province or district. The same words always make the same unit, in every bake. Stateless.
 */
final class PlaceMaker {

  private static final int LONGEST = 60;
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} '’().-]*");

  private PlaceMaker() {}

  /**
   * The unit of a path below one that is known; empty where a part does not begin with a kind, is
   * no name, or stands below what it cannot be part of.
   */
  static Optional<Locality> below(Locality parent, List<String> parts) {
    Optional<Locality> at = Optional.of(parent);
    for (String part : parts) {
      at = at.flatMap(unit -> one(unit, part));
    }
    return at;
  }

  private static Optional<Locality> one(Locality parent, String part) {
    return PlaceNames.part(part)
        .filter(parted -> parted.marked() && isName(parted.name()))
        .map(parted -> make(parent, parted.kind(), tidy(parted.name())))
        .filter(unit -> unit.level().compareTo(parent.level()) > 0);
  }

  private static boolean isName(String name) {
    return name.length() <= LONGEST
        && NAME.matcher(name).matches()
        && !VietnameseText.slug(name).isEmpty();
  }

  private static Locality make(Locality parent, String kind, String name) {
    var naming = new Locality.Naming(name, kind, parent.life(), "");
    var none = Locality.Attributes.NONE;
    return new Locality(
        parent.key() + "/" + VietnameseText.slug(kind + " " + name),
        List.of(naming),
        Optional.of(parent),
        parent.life(),
        List.of(),
        "",
        new Locality.Attributes(none.aliases(), none.codes(), none.region(), none.tile(), false));
  }

  /** Old tone placement; words without capitals, or of capitals only, get one at their head. */
  private static String tidy(String name) {
    String lower = name.toLowerCase(VietnameseText.LOCALE);
    String placed = TonePlacement.old(lower);
    if (name.equals(lower) || name.equals(name.toUpperCase(VietnameseText.LOCALE))) {
      return Stream.of(placed.split(" ")).map(PlaceMaker::capital).collect(Collectors.joining(" "));
    }
    if (placed.length() != name.length()) {
      return name;
    }
    var tidy = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = placed.charAt(i);
      tidy.append(Character.isUpperCase(name.charAt(i)) ? Character.toUpperCase(c) : c);
    }
    return tidy.toString();
  }

  private static String capital(String word) {
    return word.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }
}
