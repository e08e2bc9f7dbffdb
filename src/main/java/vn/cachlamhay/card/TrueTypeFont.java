package vn.cachlamhay.card;

import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The outlines of a TrueType font (OpenType 1.9: cmap format 4, glyf, hmtx). Java's own fonts would
 * need the fonts of the machine, which a server may not have, and come out a little different with
 * each version of FreeType; outlines are the same everywhere. Hints and kerning are left aside.
 * Thread-safe.
 */
final class TrueTypeFont {

  private static final int MOST_NESTED = 8;

  // flags of a point, and of a part of a composed glyph
  private static final int ON_CURVE = 1;
  private static final int SHORT_X = 2;
  private static final int SHORT_Y = 4;
  private static final int REPEAT = 8;
  private static final int SAME_X = 16;
  private static final int SAME_Y = 32;
  private static final int WORDS = 1;
  private static final int OFFSETS = 2;
  private static final int SCALED = 8;
  private static final int MORE = 32;
  private static final int SCALED_TWICE = 64;
  private static final int MATRIX = 128;

  private final ByteBuffer data;
  private final Map<String, Integer> tables = new HashMap<>();
  private final float unitsPerEm;
  private final boolean longOffsets;
  private final int wideGlyphs;
  private final CharacterMap characters;
  private final Map<Integer, Glyph> glyphs = new ConcurrentHashMap<>();

  /**
   * A glyph for a font size of 1, y pointing down.
   *
   * @param number in the font; 0 stands for characters that it does not have
   * @param advance to the next glyph
   */
  record Glyph(int number, Path2D outline, float advance) {}

  /**
   * @param resource an absolute name on the class path
   */
  static TrueTypeFont load(String resource) {
    try (InputStream in = TrueTypeFont.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("no font " + resource);
      }
      return new TrueTypeFont(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TrueTypeFont(byte[] bytes) {
    data = ByteBuffer.wrap(bytes);
    int count = data.getShort(4);
    for (int i = 0; i < count; i++) {
      int at = 12 + i * 16;
      tables.put(new String(bytes, at, 4, StandardCharsets.US_ASCII), data.getInt(at + 8));
    }
    unitsPerEm = unsigned(table("head") + 18);
    longOffsets = data.getShort(table("head") + 50) != 0;
    wideGlyphs = unsigned(table("hhea") + 34);
    characters = CharacterMap.in(data, table("cmap"));
  }

  /** Whether the font can show a character. */
  boolean has(int character) {
    return glyph(character).number() != 0;
  }

  /** The glyph of a character. */
  Glyph glyph(int character) {
    return glyphs.computeIfAbsent(character, this::read);
  }

  private Glyph read(int character) {
    int number = characters.glyph(character);
    var outline = new Path2D.Float(Path2D.WIND_NON_ZERO);
    float scale = 1 / unitsPerEm;
    append(number, AffineTransform.getScaleInstance(scale, -scale), outline, 0);
    int metric = Math.min(number, wideGlyphs - 1);
    return new Glyph(number, outline, unsigned(table("hmtx") + metric * 4) / unitsPerEm);
  }

  private int offset(int glyph) {
    int loca = table("loca");
    return longOffsets ? data.getInt(loca + glyph * 4) : unsigned(loca + glyph * 2) * 2;
  }

  private void append(int glyph, AffineTransform place, Path2D outline, int depth) {
    if (offset(glyph) == offset(glyph + 1) || depth > MOST_NESTED) {
      return;
    }
    int at = table("glyf") + offset(glyph);
    int contours = data.getShort(at);
    if (contours >= 0) {
      appendSimple(at + 10, contours, place, outline);
    } else {
      appendComposed(at + 10, place, outline, depth);
    }
  }

  private void appendComposed(int start, AffineTransform place, Path2D outline, int depth) {
    int at = start;
    int flags = MORE;
    while ((flags & MORE) != 0) {
      flags = unsigned(at);
      int part = unsigned(at + 2);
      at += 4;
      boolean words = (flags & WORDS) != 0;
      float dx = words ? data.getShort(at) : data.get(at);
      float dy = words ? data.getShort(at + 2) : data.get(at + 1);
      at += words ? 4 : 2;
      float[] matrix = {1, 0, 0, 1};
      if ((flags & SCALED) != 0) {
        matrix[0] = matrix[3] = fraction(at);
        at += 2;
      } else if ((flags & SCALED_TWICE) != 0) {
        matrix[0] = fraction(at);
        matrix[3] = fraction(at + 2);
        at += 4;
      } else if ((flags & MATRIX) != 0) {
        for (int i = 0; i < 4; i++) {
          matrix[i] = fraction(at + 2 * i);
        }
        at += 8;
      }
      boolean offsets = (flags & OFFSETS) != 0;
      var within = new AffineTransform(place);
      within.concatenate(
          new AffineTransform(
              matrix[0], matrix[1], matrix[2], matrix[3], offsets ? dx : 0, offsets ? dy : 0));
      append(part, within, outline, depth + 1);
    }
  }

  private void appendSimple(int start, int contours, AffineTransform place, Path2D outline) {
    int count = contours == 0 ? 0 : unsigned(start + (contours - 1) * 2) + 1;
    int at = start + contours * 2;
    at += 2 + unsigned(at);
    byte[] flags = new byte[count];
    for (int i = 0; i < count; i++) {
      flags[i] = data.get(at++);
      if ((flags[i] & REPEAT) != 0) {
        int times = data.get(at++) & 0xFF;
        for (int n = 0; n < times; n++) {
          flags[i + 1] = flags[i];
          i++;
        }
      }
    }
    float[] points = new float[count * 2];
    at = coordinates(at, flags, SHORT_X, SAME_X, points, 0);
    coordinates(at, flags, SHORT_Y, SAME_Y, points, 1);
    place.transform(points, 0, points, 0, count);
    int first = 0;
    for (int contour = 0; contour < contours; contour++) {
      int last = unsigned(start + contour * 2);
      appendContour(points, flags, first, last - first + 1, outline);
      first = last + 1;
    }
  }

  private int coordinates(int start, byte[] flags, int isShort, int isSame, float[] points, int k) {
    int at = start;
    int value = 0;
    for (int i = 0; i < flags.length; i++) {
      boolean same = (flags[i] & isSame) != 0;
      if ((flags[i] & isShort) != 0) {
        int step = data.get(at++) & 0xFF;
        value += same ? step : -step;
      } else if (!same) {
        value += data.getShort(at);
        at += 2;
      }
      points[2 * i + k] = value;
    }
    return at;
  }

  /** Between two points beside the curve lies one on it, half-way. */
  private static void appendContour(
      float[] points, byte[] flags, int first, int count, Path2D outline) {
    if (count < 2) {
      return;
    }
    int begin = 0;
    while (begin < count && (flags[first + begin] & ON_CURVE) == 0) {
      begin++;
    }
    boolean none = begin == count;
    int anchor = none ? 0 : begin;
    float startX = points[2 * (first + anchor)];
    float startY = points[2 * (first + anchor) + 1];
    if (none) {
      startX = (startX + points[2 * (first + count - 1)]) / 2;
      startY = (startY + points[2 * (first + count - 1) + 1]) / 2;
    }
    outline.moveTo(startX, startY);
    boolean pending = false;
    float controlX = 0;
    float controlY = 0;
    for (int i = none ? 0 : 1; i < count; i++) {
      int point = first + (anchor + i) % count;
      float x = points[2 * point];
      float y = points[2 * point + 1];
      boolean on = (flags[point] & ON_CURVE) != 0;
      if (pending && on) {
        outline.quadTo(controlX, controlY, x, y);
      } else if (pending) {
        outline.quadTo(controlX, controlY, (controlX + x) / 2, (controlY + y) / 2);
      } else if (on) {
        outline.lineTo(x, y);
      }
      pending = !on;
      controlX = x;
      controlY = y;
    }
    if (pending) {
      outline.quadTo(controlX, controlY, startX, startY);
    }
    outline.closePath();
  }

  private int table(String name) {
    Integer at = tables.get(name);
    if (at == null) {
      throw new IllegalStateException("font without a table " + name);
    }
    return at;
  }

  private float fraction(int at) {
    return data.getShort(at) / 16384f;
  }

  private int unsigned(int at) {
    return data.getShort(at) & 0xFFFF;
  }
}
