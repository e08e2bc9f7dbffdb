package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** Writes the pieces of a paragraph as HTML. Stateless. */
final class LineHtml {

  private LineHtml() {}

  /**
   * Writes into an element.
   *
   * @param plain whether bold means nothing here, as in a heading
   */
  static void write(List<Piece> pieces, Element into, boolean plain) {
    Element link = into;
    String target = "";
    for (Piece piece : merged(pieces)) {
      if (!piece.link().equals(target) || piece.element().isPresent()) {
        target = piece.link();
        link = target.isEmpty() ? into : into.appendElement("a").attr("href", target);
      }
      if (piece.element().isPresent()) {
        link.appendChild(piece.element().get());
      } else {
        words(piece, link, plain);
      }
    }
  }

  private static void words(Piece piece, Element into, boolean plain) {
    RunLook look = piece.look();
    Element at = into;
    at = look.bold() && !plain ? at.appendElement("strong") : at;
    at = look.italic() ? at.appendElement("em") : at;
    at = look.struck() ? at.appendElement("del") : at;
    at = look.raise().isEmpty() ? at : at.appendElement(look.raise());
    at.appendText(piece.text());
  }

  /** Word begins a new run wherever somebody has typed; here only where something changes. */
  private static List<Piece> merged(List<Piece> pieces) {
    var out = new ArrayList<Piece>();
    var text = new StringBuilder();
    for (Piece piece : pieces) {
      int last = out.size() - 1;
      if (last >= 0 && out.get(last).looksLike(piece)) {
        text.append(piece.text());
      } else {
        close(out, text);
        out.add(piece);
        text.append(piece.text());
      }
    }
    close(out, text);
    return out;
  }

  private static void close(List<Piece> out, StringBuilder text) {
    if (!out.isEmpty() && text.length() > 0) {
      out.set(out.size() - 1, out.get(out.size() - 1).withText(text.toString()));
    }
    text.setLength(0);
  }
}
