package vn.cachlamhay.model;

import java.util.List;
import java.util.Set;

/**
 * An article's text after rendering. Immutable.
 *
 * @param html clean HTML, links relative to the article's page
 * @param text the same as plain text, blocks separated by line ends
 * @param headings in order
 * @param anchors every id in the HTML
 */
public record Body(String html, String text, List<Heading> headings, Set<String> anchors) {

  /** Not rendered yet. */
  public static final Body NONE = new Body("", "", List.of(), Set.of());

  public Body {
    headings = List.copyOf(headings);
    anchors = Set.copyOf(anchors);
  }
}
