package vn.cachlamhay.word;

import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Words of one look, or something that stands among words. Immutable, but for the element.
 *
 * @param text empty for an element
 * @param look of the words
 * @param link where it leads, or empty
 * @param element a picture, a break or the mark of a note
 */
record Piece(String text, RunLook look, String link, Optional<Element> element) {

  static Piece words(String text, RunLook look, String link) {
    return new Piece(text, look, link, Optional.empty());
  }

  static Piece element(Element element, RunLook look) {
    return new Piece("", look, "", Optional.of(element));
  }

  Piece withText(String other) {
    return new Piece(other, look, link, element);
  }

  Piece upright() {
    return new Piece(text, look.withoutItalic(), link, element);
  }

  boolean isBlank() {
    return element.isEmpty() && text.isBlank();
  }

  /** Whether nobody sees where one ends and the other begins. */
  boolean looksLike(Piece other) {
    return element.isEmpty()
        && other.element.isEmpty()
        && link.equals(other.link)
        && look.bold() == other.look.bold()
        && look.italic() == other.look.italic()
        && look.struck() == other.look.struck()
        && look.raise().equals(other.look.raise());
  }
}
