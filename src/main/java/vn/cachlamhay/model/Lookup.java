package vn.cachlamhay.model;

/**
 * Something that an article asked of the rest of the site while it was read or rendered, and the
 * answer. As long as every answer is the same, the article comes out the same.
 *
 * @param asked as the editor wrote it
 * @param answer empty where there was none
 */
public record Lookup(Kind kind, String asked, String answer) {

  /** What was asked. */
  public enum Kind {
    /** Which file a picture or attachment of the front matter is. */
    FILE,
    /** What a link in the text prints as. */
    LINK,
    /** How large a picture in the text is. */
    SIZE,
    /** How large the picture of the front matter is. */
    COVER
  }
}
