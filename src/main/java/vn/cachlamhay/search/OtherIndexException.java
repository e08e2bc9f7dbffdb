package vn.cachlamhay.search;

/**
 * A file of the index is missing, is not whole, or is not what this version of the program writes.
 */
public final class OtherIndexException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String uri;

  /**
   * @param uri of the file, below the site root
   */
  OtherIndexException(String uri, Throwable cause) {
    super(uri, cause);
    this.uri = uri;
  }

  /** The file, below the site root. */
  public String uri() {
    return uri;
  }
}
