package vn.cachlamhay.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

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

    final char sign;

    Kind(char sign) {
      this.sign = sign;
    }

    /** Whether a letter begins a line; words have letters, marks and digits only. */
    static boolean isSign(char letter) {
      return letter == '=' || letter == '<' || letter == '>' || letter == '~';
    }

    static Kind of(char sign) {
      for (Kind kind : values()) {
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
    var lines = new ArrayList<Line>();
    String owner = "";
    int keys = text.indexOf('\n');
    int list = keys;
    for (int at = 0; at < keys; ) {
      int next = at + 1;
      while (next < keys && !Kind.isSign(text.charAt(next))) {
        next++;
      }
      Kind kind = Kind.of(text.charAt(at));
      String key = text.substring(at + 1, next);
      if (kind == Kind.SINGLE) {
        owner = key;
      }
      int end = text.indexOf('\n', list + 1);
      end = end < 0 ? text.length() : end;
      if (end > list + 1) {
        lines.add(
            new Line(owner, kind, kind == Kind.SINGLE ? "" : key, text.substring(list + 1, end)));
      }
      list = end;
      at = next;
    }
    return lines;
  }
}
