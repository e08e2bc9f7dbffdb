package vn.cachlamhay.richtext;

/** A part of a line of text. Immutable. */
sealed interface Inline {

  /**
   * Words that look alike.
   *
   * @param text as typed; white space is tidied by {@link Line}
   * @param link where they lead, or empty
   */
  record Words(String text, Look look, String link) implements Inline {}

  /** The next words stand on a new line of the same paragraph. */
  record Break() implements Inline {}

  /**
   * A picture among words.
   *
   * @param number of the picture, as {@link PastedPictures} counts
   * @param alt what it shows
   */
  record Image(int number, String alt) implements Inline {}

  /**
   * A reference to a note.
   *
   * @param number of the note
   */
  record Note(int number) implements Inline {}
}
