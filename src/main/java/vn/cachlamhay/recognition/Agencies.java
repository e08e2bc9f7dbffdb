package vn.cachlamhay.recognition;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Papers and portals with the short names that they put before their texts. Stateless. */
final class Agencies {

  private static final Map<String, String> NAMES = names();

  private Agencies() {}

  /** The full name of a paper by any of its names. */
  static Optional<String> byName(String written) {
    return Optional.ofNullable(NAMES.get(Letters.key(written)));
  }

  private static Map<String, String> names() {
    var names = new HashMap<String, String>();
    for (List<String> row : WordTable.rows("agencies.txt")) {
      row.forEach(name -> names.put(Letters.key(name), row.get(0)));
    }
    return Map.copyOf(names);
  }
}
