package vn.cachlamhay.card;

import java.awt.geom.AffineTransform;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The letters of a font as pixels, each drawn once a size, colour and half of a byte: titles have
 * the same few hundred again and again. Thread-safe.
 */
final class Letters {

  private static final Pattern BLANKS = Pattern.compile(" {2,}");

  private final TrueTypeFont font;
  private final Map<Letter, Stamp> stamps = new ConcurrentHashMap<>();

  private record Letter(int character, int size, int colour, boolean odd) {}

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
      int left = (int) Math.round(at);
      canvas.draw(stamp(new Letter(character, size, colour, left % 2 != 0)), left, baseline);
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
    return BLANKS.matcher(shown).replaceAll(" ").strip();
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

  private Stamp stamp(Letter letter) {
    return stamps.computeIfAbsent(letter, this::stamped);
  }

  private Stamp stamped(Letter letter) {
    var size = AffineTransform.getScaleInstance(letter.size(), letter.size());
    var shape = size.createTransformedShape(font.glyph(letter.character()).outline());
    return Stamp.of(Mask.of(shape), letter.colour(), letter.odd());
  }
}
