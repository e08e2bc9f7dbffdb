package vn.cachlamhay.richtext;

import java.util.Locale;

/**
 * Something that a document says of itself outside its text: in the head of a page, in the
 * properties of a Word file. Immutable.
 *
 * @param about what it tells
 * @param value as it stands there, stripped, not empty
 * @param where it stands, in the words of its format: {@code og:title}, {@code dc:creator}
 */
public record Hint(About about, String value, String where) {

  /** What a hint tells. */
  public enum About {
    TITLE,
    /** In any form of a date, also with a time and a zone. */
    DATE,
    AUTHOR,
    /** The paper or board whose page it is. */
    AGENCY,
    SUMMARY,
    /** The section of the portal. */
    SECTION,
    TAG,
    /** The address of the page. */
    ADDRESS,
    /** The address of the picture at the head, as {@link FileSource} opens it. */
    IMAGE,
    /** The name of the file without its folder. */
    FILE_NAME;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
