package vn.cachlamhay.richtext;

/**
 * A line of a text as a reader sees it: a heading, a paragraph, an item, a cell. Immutable.
 *
 * @param number in the order of the text, from 0
 * @param kind what it is
 * @param level of a heading, 1 the highest; 0 for everything else
 * @param text its letters, white space tidied, NFC; a break within is a line feed; pictures and
 *     notes within are {@link #ATOM}. Of a picture that stands alone: its caption, or empty
 * @param bold whether all its words are bold
 * @param italic whether all its words are italic
 */
public record Passage(int number, Kind kind, int level, String text, boolean bold, boolean italic) {

  /** Stands for a picture or the mark of a note within a line; no text has it. */
  public static final char ATOM = '\ufdd2';

  /** What a passage is. */
  public enum Kind {
    HEADING,
    PARAGRAPH,
    /** A paragraph of an item in a list. */
    ITEM,
    /** A paragraph of a quotation. */
    QUOTE,
    CELL,
    /** A picture that stands alone. */
    PICTURE,
    /** A paragraph of a note. */
    NOTE
  }
}
