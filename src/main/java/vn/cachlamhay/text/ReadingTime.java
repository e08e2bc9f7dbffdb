package vn.cachlamhay.text;

/**
 * How long it takes to read a Vietnamese text. There is no published norm for Vietnamese, so two
 * findings are put together: reading aloud takes 68 ms a character in fourteen languages with
 * alphabets (Trauzettel-Klosinski and Dietz, 2012), and silent reading is 238 to 183 as fast as
 * reading aloud (Brysbaert, 2019). With the 4.4 characters, space included, of a Vietnamese
 * syllable (this site's own articles) this gives some 260 a minute; readers of every age are given
 * a little more time. Stateless.
 */
public final class ReadingTime {

  private static final int SYLLABLES_A_MINUTE = 220;

  private ReadingTime() {}

  /** Whole minutes, at least one; none for a text without words. */
  public static int minutes(String text) {
    int syllables = syllables(text);
    return syllables == 0 ? 0 : Math.max(1, Math.round(syllables / (float) SYLLABLES_A_MINUTE));
  }

  /** Vietnamese writes each syllable by itself; a number counts as one. */
  static int syllables(String text) {
    int count = 0;
    boolean inside = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inside) {
        inside = !isSpace(c);
      } else if (Character.isLetterOrDigit(c)) {
        inside = true;
        count++;
      }
    }
    return count;
  }

  private static boolean isSpace(char c) {
    boolean isPlain = c > ' ' && c <= '~';
    return !isPlain && (Character.isWhitespace(c) || Character.isSpaceChar(c));
  }
}
