package vn.cachlamhay.model;

/**
 * What the site says of its open data. Immutable.
 *
 * @param on whether {@code /api/} is made
 * @param licence under which others may use it, as people read it; may be empty
 */
public record Api(boolean on, String licence) {

  /** No open data. */
  public static final Api NONE = new Api(false, "");
}
