package vn.cachlamhay.card;

import java.nio.ByteBuffer;

/**
 * Which glyph of a font shows a character: its Unicode table in format 4, which has the characters
 * up to U+FFFF. Immutable.
 *
 * @param data the font
 * @param at where the table begins
 */
record CharacterMap(ByteBuffer data, int at) {

  private static final int WINDOWS = 3;
  private static final int UNICODE = 1;
  private static final int FORMAT = 4;

  /**
   * @param cmap where the list of tables begins
   */
  static CharacterMap in(ByteBuffer data, int cmap) {
    int count = data.getShort(cmap + 2);
    for (int entry = cmap + 4; entry < cmap + 4 + count * 8; entry += 8) {
      int found = cmap + data.getInt(entry + 4);
      if (data.getShort(entry) == WINDOWS
          && data.getShort(entry + 2) == UNICODE
          && data.getShort(found) == FORMAT) {
        return new CharacterMap(data, found);
      }
    }
    throw new IllegalStateException("font without a Unicode table of format 4");
  }

  /** The number of the glyph of a character; 0 where there is none. */
  int glyph(int character) {
    int doubled = unsigned(at + 6);
    int ends = at + 14;
    int starts = ends + doubled + 2;
    for (int i = 0; i < doubled; i += 2) {
      if (character <= unsigned(ends + i)) {
        return inSegment(character, starts + i, doubled);
      }
    }
    return 0;
  }

  private int inSegment(int character, int startAt, int doubled) {
    int start = unsigned(startAt);
    int delta = unsigned(startAt + doubled);
    int rangeAt = startAt + 2 * doubled;
    int range = unsigned(rangeAt);
    if (character < start) {
      return 0;
    }
    if (range == 0) {
      return (character + delta) & 0xFFFF;
    }
    int number = unsigned(rangeAt + range + 2 * (character - start));
    return number == 0 ? 0 : (number + delta) & 0xFFFF;
  }

  private int unsigned(int place) {
    return data.getShort(place) & 0xFFFF;
  }
}
