package vn.cachlamhay.page;

import java.util.Optional;

/**
 * Where an article is from, for programs of others. Immutable.
 *
 * @param key of the unit that the article names
 * @param name of that unit on the day of the article
 * @param today the unit of today that the whole of it went into, or itself; empty where it was
 *     divided
 * @param province of today in which it lies; empty where it was divided between several
 */
public record DataPlace(String key, String name, Optional<Unit> today, Optional<Unit> province) {

  /** A unit of today. */
  public record Unit(String key, String name) {}
}
