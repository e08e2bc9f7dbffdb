package vn.cachlamhay.picture;

/** How large pictures may be that articles show. Stateless. */
public final class PictureLimits {

  /** A photograph of any telephone passes, a scan of a poster does not. */
  public static final long MOST_BYTES = 25L * 1024 * 1024;

  /** Width times height. */
  public static final long MOST_PIXELS = 40_000_000;

  private PictureLimits() {}
}
