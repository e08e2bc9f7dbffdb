package vn.cachlamhay.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Small faults of typing in a line of text, each told by itself, so that an editor can see what is
 * to be changed: places of tone marks, spaces, quotation marks, dashes. No letter and no digit is
 * changed but by the place of its tone, and addresses stay as they are. To tidy a tidy text changes
 * nothing. Stateless.
 */
public final class Tidying {

  private static final int ROUNDS = 5;

  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  private static final Pattern ADDRESS =
      Pattern.compile(
          "(?:https?://|ftp://|www\\.)[^\\s\"<>\u201c\u201d\u201e\u00ab\u00bb\u200b\ufeff\u2060\u00ad]+"
              + "|[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+"
              + "|\\b[A-Za-z0-9][A-Za-z0-9-]*+(?:\\.[A-Za-z0-9-]++)*?\\.(?:vn|com|net|org|gov|edu|info|html?)\\b"
              + "(?:/[^\\s\"<>\u201c\u201d\u201e\u00ab\u00bb\u200b\ufeff\u2060\u00ad]*)?",
          Pattern.UNICODE_CHARACTER_CLASS);

  private Tidying() {}

  /** What is changed. */
  public enum Kind {
    /** A tone mark stands on the other vowel. */
    TONE,
    /** Spaces too many: two for one, at an end of the line, behind an opening bracket. */
    SPACES,
    /** A space stands before a mark that belongs to the word before it. */
    SPACE_BEFORE,
    /** A space is missing behind a mark. */
    SPACE_AFTER,
    /** Three points become one sign. */
    ELLIPSIS,
    /** Straight or foreign quotation marks. */
    QUOTES,
    /** A hyphen stands where a dash belongs. */
    DASH,
    /** Hard spaces become spaces; what nobody sees goes. */
    INVISIBLE,
    /** A sentence goes on behind the end of a line. */
    LINE_BREAK
  }

  /**
   * Puts other letters where some stand. Immutable.
   *
   * @param start the first that goes
   * @param end behind the last that goes; equal to the start where something is put in
   * @param replacement what takes their place, may be empty
   */
  public record Change(int start, int end, String replacement, Kind kind) {}

  /**
   * What is to be changed, in the order of the text; no two touch the same letter.
   *
   * @param text a line or paragraph, composed; breaks in it are line feeds
   */
  public static List<Change> of(String text) {
    List<Change> changes = once(text);
    for (int i = 0; i < ROUNDS; i++) {
      // what was changed may show another fault: "a ,,b"
      List<Change> more = once(apply(text, changes));
      if (more.isEmpty()) {
        return changes;
      }
      changes = TidyMerge.of(text, changes, more);
    }
    return changes;
  }

  private static List<Change> once(String text) {
    var taken = new boolean[text.length() + 1];
    if (hasAddress(text)) {
      Matcher address = ADDRESS.matcher(text);
      while (address.find()) {
        Arrays.fill(taken, address.start(), address.end(), true);
      }
    }
    var changes = new ArrayList<Change>();
    TidyQuotes quotes = TidyQuotes.of(text, taken);
    changes.addAll(quotes.changes());
    changes.addAll(TidySpaces.of(text, taken, quotes));
    Matcher word = WORD.matcher(text);
    while (word.find()) {
      String placed = taken[word.start()] ? word.group() : ToneMarks.placed(word.group());
      if (!placed.equals(word.group())) {
        changes.add(new Change(word.start(), word.end(), placed, Kind.TONE));
      }
    }
    changes.sort(Comparator.comparingInt(Change::start).thenComparingInt(Change::end));
    return List.copyOf(changes);
  }

  /** Whether it may have any; most texts have none, and looking for them takes longer. */
  private static boolean hasAddress(String text) {
    for (int i = 1; i + 1 < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '@' || c == '/' || c == '.' && Character.isLetterOrDigit(text.charAt(i + 1))) {
        return true;
      }
    }
    return false;
  }

  /** The text with some changes made. */
  public static String apply(String text, List<Change> changes) {
    var out = new StringBuilder(text.length());
    int from = 0;
    for (Change change : changes) {
      out.append(text, from, change.start()).append(change.replacement());
      from = change.end();
    }
    return out.append(text, from, text.length()).toString();
  }

  /** The text with all changes made. */
  public static String tidied(String text) {
    return apply(text, of(text));
  }
}
