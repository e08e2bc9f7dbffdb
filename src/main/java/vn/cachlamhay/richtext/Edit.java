package vn.cachlamhay.richtext;

/**
 * Puts other letters where some stand. A passage of which nothing is left is gone. Immutable.
 *
 * @param passage its number
 * @param start the first letter in {@link Passage#text()} that goes
 * @param end behind the last one
 * @param text what takes their place, in the look of the first that goes; may be empty
 */
public record Edit(int passage, int start, int end, String text) {

  public Edit {
    if (start < 0 || end < start) {
      throw new IllegalArgumentException("From " + start + " to " + end);
    }
  }

  /** Takes a whole passage away. */
  public static Edit remove(Passage passage) {
    return new Edit(passage.number(), 0, passage.text().length(), "");
  }
}
