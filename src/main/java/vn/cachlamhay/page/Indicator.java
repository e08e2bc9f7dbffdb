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

  /** Rows of a full page, and of its files. */
  private static final int FULL = 200;

  /** Its rows in parts of which a new article changes the first only. */
  public List<Part> parts() {
    return Slices.of(rows, FULL).stream()
        .map(slice -> new Part(slice.number(), slice.items()))
        .toList();
  }

  /**
   * A part of the rows.
   *
   * @param number 0 of the newest, otherwise one that never changes
   */
  public record Part(int number, List<Statistic> rows) {}

  /** A part as a file. */
  public String file(Part part, String extension) {
    return Uris.beside(
        uri(), "so-lieu" + (part.number() == 0 ? "" : "-" + part.number()) + "." + extension);
  }

  /** Its page. */
  public String uri() {
    return Uris.indicator(slug);
  }
}
