package vn.cachlamhay.model;

import java.util.Map;

/**
 * Keys of the configuration that begin alike, for those who read them themselves. Immutable.
 *
 * @param file the configuration file, relative to the site folder
 * @param values by key
 * @param lines where each key stands, counted from 1
 */
public record SiteKeys(String file, Map<String, String> values, Map<String, Integer> lines) {

  public SiteKeys {
    values = Map.copyOf(values);
    lines = Map.copyOf(lines);
  }
}
