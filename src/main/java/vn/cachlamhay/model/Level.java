package vn.cachlamhay.model;

import java.util.List;
import java.util.stream.Stream;

/**
 * The levels of administration with the kinds of units of each, after the laws on local government
 * of 2015 and 2025. The one of 2025 knows no districts.
 */
public enum Level {
  /** Provinces and centrally run cities. */
  PROVINCE("tỉnh", "thành phố"),
  /** Districts, until 30 June 2025. */
  DISTRICT("huyện", "quận", "thị xã", "thành phố"),
  /** Communes. */
  COMMUNE("xã", "phường", "thị trấn", "đặc khu");

  private final List<String> kinds;

  Level(String... kinds) {
    this.kinds = List.of(kinds);
  }

  /** The kinds of units of this level, in lower case. */
  public List<String> kinds() {
    return kinds;
  }

  /** The kinds of all levels, each once. */
  public static List<String> allKinds() {
    return Stream.of(values()).flatMap(level -> level.kinds.stream()).distinct().toList();
  }

  /** The level of a unit: a thành phố below a province is a district. */
  static Level of(String kind, boolean belowAnother) {
    if (!belowAnother) {
      return PROVINCE;
    }
    return COMMUNE.kinds.contains(kind) ? COMMUNE : DISTRICT;
  }
}
