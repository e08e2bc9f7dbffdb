package vn.cachlamhay.page;

import java.util.List;

/**
 * What is counted in several articles under one name and in one unit. Immutable.
 *
 * @param slug part of its addresses
 * @param name as it was first written
 * @param unit may be empty
 * @param rows of the newest article first, within an article in the order of its text
 */
public record Indicator(String slug, String name, String unit, List<Statistic> rows) {

  public Indicator {
    rows = List.copyOf(rows);
  }

  /** Its figures as a file. */
  public String file(String extension) {
    return Uris.beside(uri(), "so-lieu." + extension);
  }

  /** Its page. */
  public String uri() {
    return Uris.indicator(slug);
  }
}
