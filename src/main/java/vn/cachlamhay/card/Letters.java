package vn.cachlamhay.card;

import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The letters of a font as pixels, each drawn once a size: titles have the same few hundred again
 * and again. Thread-safe.
 */
final class Letters {

  private final TrueTypeFont font;
  private final Map<Letter, Mask> masks = new ConcurrentHashMap<>();

  private record Letter(int character, int size) {}

  Letters(TrueTypeFont font) {
    this.font = font;
  }

  /** How long a text is. */
  double width(String text, int size) {
    return text.codePoints().mapToDouble(c -> font.glyph(c).advance()).sum() * size;
  }

  /** Draws a text; letters stand on whole pixels, so that equal ones are equal in the file too. */
  void draw(String text, int size, int x, int baseline, Canvas canvas, int colour) {
    double at = x;
    for (int character : text.codePoints().toArray()) {
      canvas.draw(mask(character, size), (int) Math.round(at), baseline, colour);
      at += font.glyph(character).advance() * size;
    }
  }

  /** A text as the font can show it: what it has no glyph for, such as an emoji, is left out. */
  String shown(String text) {
    var shown = new StringBuilder();
    text.codePoints()
        .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
        .filter(font::has)
        .forEach(shown::appendCodePoint);
    return shown.toString().strip().replaceAll(" {2,}", " ");
  }

  /** A text, with an ellipsis for what would be longer than the limit. */
  String shortened(String text, int size, double limit) {
    if (width(text, size) <= limit) {
      return text;
    }
    String rest = text;
    while (!rest.isEmpty() && width(rest + "…", size) > limit) {
      rest = rest.substring(0, rest.offsetByCodePoints(rest.length(), -1)).strip();
    }
    return rest + "…";
  }

  private Mask mask(int character, int size) {
    return masks.computeIfAbsent(
        new Letter(character, size),
        letter ->
            Mask.of(
                AffineTransform.getScaleInstance(size, size)
                    .createTransformedShape(font.glyph(character).outline())));
  }
}
