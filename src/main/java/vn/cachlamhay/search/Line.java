package vn.cachlamhay.search;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * A line of a shard. The lines of a syllable stand together, its own before those of its pairs;
 * where its own is in another shard, one without articles says whose pairs follow.
 *
 * @param owner exact form of the syllable with which the line stands
 * @param kind what the line is about
 * @param other exact form of the other syllable of a pair, after {@link #APART} where a sign parts
 *     them; empty where there is none
 * @param text the articles, as {@link Postings}; of a {@link Kind#FOLLOWER} the binary logarithm of
 *     their number
 */
record Line(String owner, Kind kind, String other, String text) {

  /** Before the other syllable of a pair, in a title, whose syllables a sign parts. */
  static final String APART = ",";

  /** The order within a shard. */
  static final Comparator<Line> ORDER =
      Comparator.comparing(Line::owner).thenComparing(Line::kind).thenComparing(Line::other);

  /** What lines are about, in their order. */
  enum Kind {
    /** The syllable itself. */
    SINGLE('='),
    /** A pair with the syllable before. */
    AFTER('<'),
    /** A pair with the syllable after. */
    BEFORE('>'),
    /** A syllable that follows this one, in a pair that stands with that syllable. */
    FOLLOWER('~');

    private static final Kind[] ALL = values();

    final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** Whether a letter begins a line; words have letters, marks and digits only. */
    static boolean isSign(char letter) {
      return letter == '=' || letter == '<' || letter == '>' || letter == '~';
    }

    static Kind of(char sign) {
      for (Kind kind : ALL) {
        if (kind.sign == sign) {
          return kind;
        }
      }
      throw new IllegalArgumentException("line of unknown kind " + sign);
    }
  }

  /** Whether a sign parts the syllables of the pair. */
  boolean isApart() {
    return other.startsWith(APART);
  }

  /** The other syllable of a pair, exact. */
  String otherWord() {
    return withoutMark(other);
  }

  static String withoutMark(String exact) {
    return exact.startsWith(APART) ? exact.substring(APART.length()) : exact;
  }

  /**
   * Writes lines that are in their order: what they are about side by side, then, a line each,
   * their lists. Apart from each other the two are 3 to 7 % smaller when they are compressed.
   */
  static String write(List<Line> lines) {
    var keys = new StringBuilder();
    var lists = new StringBuilder();
    String owner = "";
    for (Line line : lines) {
      boolean isSingle = line.kind == Kind.SINGLE;
      if (!isSingle && !line.owner.equals(owner)) {
        keys.append(Kind.SINGLE.sign).append(line.owner);
        lists.append('\n');
      }
      owner = line.owner;
      keys.append(line.kind.sign).append(isSingle ? line.owner : line.other);
      lists.append('\n').append(line.text);
    }
    return keys.append(lists).toString();
  }

  /** Reads what {@link #write} wrote. */
  static List<Line> read(String text) {
    return read(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same of a text in UTF-8. */
  static List<Line> read(byte[] text) {
    var lines = new ArrayList<Line>();
    String owner = "";
    for (var at = new Position(text); at.advance(); ) {
      String key = word(text, at.key, at.nextKey);
      boolean isSingle = at.kind == Kind.SINGLE;
      if (isSingle) {
        owner = key;
      }
      if (at.list < at.listEnd) {
        // the letters of lists are ASCII
        var list = new String(text, at.list, at.listEnd - at.list, StandardCharsets.ISO_8859_1);
        lines.add(new Line(owner, at.kind, isSingle ? "" : key, list));
      }
    }
    return lines;
  }

  /**
   * Whether the entries of some articles in the lines of a text are certain ones.
   *
   * @param text in UTF-8
   * @param entries by lines without theirs
   */
  static boolean hasJust(byte[] text, BitSet articles, Map<Line, String> entries) {
    int found = 0;
    int ownerAt = 0;
    int ownerEnd = 0;
    for (var at = new Position(text); at.advance(); ) {
      boolean isSingle = at.kind == Kind.SINGLE;
      if (isSingle) {
        ownerAt = at.key;
        ownerEnd = at.nextKey;
      }
      String some =
          at.kind == Kind.FOLLOWER
              ? ""
              : Postings.only(at.kind, text, at.list, at.listEnd, articles);
      if (!some.isEmpty()) {
        String owner = word(text, ownerAt, ownerEnd);
        String other = isSingle ? "" : word(text, at.key, at.nextKey);
        if (!some.equals(entries.get(new Line(owner, at.kind, other, "")))) {
          return false;
        }
        found++;
      }
    }
    return found == entries.size();
  }

  private static String word(byte[] text, int from, int to) {
    return new String(text, from, to - from, StandardCharsets.UTF_8);
  }

  /** Stands at a line of a text. */
  private static final class Position {

    private final byte[] text;
    private final int keys;
    private Kind kind = Kind.SINGLE;
    private int key;
    private int nextKey;
    private int list;
    private int listEnd;

    Position(byte[] text) {
      this.text = text;
      this.keys = endOfLine(0);
      this.listEnd = keys;
    }

    /** Goes to the next line; false at the end. */
    boolean advance() {
      if (nextKey == keys) {
        return false;
      }
      kind = Kind.of((char) text[nextKey]);
      key = nextKey + 1;
      nextKey = key;
      while (nextKey < keys && !Kind.isSign((char) text[nextKey])) {
        nextKey++;
      }
      list = listEnd + 1;
      listEnd = endOfLine(list);
      return true;
    }

    private int endOfLine(int from) {
      int end = from;
      while (end < text.length && text[end] != '\n') {
        end++;
      }
      return end;
    }
  }
}
