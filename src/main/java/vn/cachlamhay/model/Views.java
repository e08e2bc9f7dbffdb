package vn.cachlamhay.model;

import java.util.Map;
import java.util.Optional;

/**
 * How often articles were read. Immutable.
 *
 * @param byUri by their addresses, below the site root and without a slash in front
 */
public record Views(Map<String, Count> byUri) {

  /** Nothing has been counted. */
  public static final Views NONE = new Views(Map.of());

  /**
   * How often one was read.
   *
   * @param recent in the last 30 days that were counted
   * @param all in all that was counted
   */
  public record Count(long recent, long all) {}

  public Views {
    byUri = Map.copyOf(byUri);
  }

  /** How often an article was read in the last 30 days. */
  public long recent(String uri) {
    return Optional.ofNullable(byUri.get(uri)).map(Count::recent).orElse(0L);
  }
}
