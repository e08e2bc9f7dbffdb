package vn.cachlamhay.recognition;

/**
 * Something that was found. Immutable.
 *
 * @param field that it is for; several findings of one field are several values (authors, places,
 *     topics, tags) or, below {@link Certainty#LIKELY}, suggestions
 * @param value as it goes into the front matter: a date as {@code 2018-05-09} or {@code 2018-05-09
 *     07:44}, a place as {@code Lạng Sơn/Bắc Sơn}, a topic by its name in the list
 * @param certainty whether it goes into the draft
 * @param where it was found
 * @param quote the words that support it, as they stand there; may be empty
 */
public record Finding(Field field, String value, Certainty certainty, Where where, String quote) {

  /** Whether it is a value of a field, sure enough for the draft. */
  public boolean isFor(Field wanted) {
    return field == wanted && certainty != Certainty.GUESS;
  }

  /** How sure a finding is. */
  public enum Certainty {
    /** It stands there in so many words. */
    SURE,
    /** What nearly always is right; goes into the draft. */
    LIKELY,
    /** Only shown to the editor. */
    GUESS
  }

  /** Where a finding stands. */
  public enum Where {
    /** The head of a web page. */
    PAGE_HEAD,
    /** The properties of a document. */
    PROPERTIES,
    FILE_NAME,
    /** The address of the page. */
    ADDRESS,
    HEADING,
    /** Lines above the text. */
    ABOVE_TEXT,
    /** The beginning of the text: agency, lead. */
    FIRST_PARAGRAPH,
    TEXT,
    /** The last lines. */
    BELOW_TEXT,
    /** Below a picture. */
    CAPTION
  }
}
