package vn.cachlamhay.model;

import java.util.List;
import java.util.Set;

/**
 * An article's text after rendering. Immutable.
 *
 * @param html clean HTML, links relative to the article's page
 * @param text the same as plain text, blocks separated by line ends
 * @param excerpt the beginning of that text, of articles without a summary; else empty
 * @param minutes how long it takes to read
 * @param headings in order
 * @param anchors every id in the HTML
 * @param practice what was recognised in it
 */
public record Body(
    LongText html,
    LongText text,
    String excerpt,
    int minutes,
    List<Heading> headings,
    Set<String> anchors,
    Practice practice) {

  /** Not rendered yet. */
  public static final Body NONE =
      new Body(LongText.EMPTY, LongText.EMPTY, "", 0, List.of(), Set.of(), Practice.NONE);

  private static final int EXCERPT = 200;

  public Body {
    headings = List.copyOf(headings);
    anchors = Set.copyOf(anchors);
  }

  /** What was found in the text, without the text. */
  public Body withoutText() {
    return new Body(LongText.EMPTY, LongText.EMPTY, excerpt, minutes, headings, anchors, practice);
  }

  /** The beginning of a plain text, ending with a whole word. */
  public static String excerpt(String text) {
    if (text.length() <= EXCERPT) {
      return text.replace('\n', ' ');
    }
    String begin = text.substring(0, EXCERPT + 1).replace('\n', ' ');
    int end = begin.lastIndexOf(' ', EXCERPT);
    return begin.substring(0, end > 0 ? end : EXCERPT) + " …";
  }
}
