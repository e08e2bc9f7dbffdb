package vn.cachlamhay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.Tidying.Change;
import vn.cachlamhay.text.Tidying.Kind;

/**
 * The quotation marks of a text in pairs. Where they do not come in pairs, or one stands where none
 * can open or close, all are left alone: nobody can say which is wrong. Immutable.
 */
final class TidyQuotes {

  private static final Pattern MARK =
      Pattern.compile("\"|''|´´|``|\u2019\u2019|\u2018\u2018|,,|<<|>>|[«»„“”]");

  private static final String OPENING = ",,<<«„“";
  private static final String CLOSING = ">>»”";

  /** Closes what „ or ,, has opened, and opens everywhere else. */
  private static final String EITHER = "“";

  private final List<Change> changes = new ArrayList<>();
  private final boolean[] opens;
  private final boolean[] closes;

  private TidyQuotes(int length) {
    opens = new boolean[length + 1];
    closes = new boolean[length + 1];
  }

  static TidyQuotes of(String text, boolean[] taken) {
    List<int[]> marks = marks(text, taken);
    var quotes = new TidyQuotes(text.length());
    if (marks.size() % 2 != 0) {
      return quotes;
    }
    for (int i = 0; i < marks.size(); i += 2) {
      if (!isPair(text, marks.get(i), marks.get(i + 1))) {
        return quotes;
      }
    }
    for (int i = 0; i < marks.size(); i++) {
      int[] mark = marks.get(i);
      boolean opening = i % 2 == 0;
      (opening ? quotes.opens : quotes.closes)[opening ? mark[1] : mark[0]] = true;
      String right = opening ? "“" : "”";
      if (!text.substring(mark[0], mark[1]).equals(right)) {
        quotes.changes.add(new Change(mark[0], mark[1], right, Kind.QUOTES));
      }
    }
    return quotes;
  }

  private static List<int[]> marks(String text, boolean[] taken) {
    var marks = new ArrayList<int[]>();
    Matcher mark = MARK.matcher(text);
    while (mark.find()) {
      // two commas are quotation marks where they look like them only
      boolean commas =
          mark.group().equals(",,")
              && (isWordAt(text, mark.start() - 1) || !isWordAt(text, mark.end()));
      if (!taken[mark.start()] && !commas) {
        marks.add(new int[] {mark.start(), mark.end()});
      }
    }
    return marks;
  }

  private static boolean isPair(String text, int[] first, int[] second) {
    String open = text.substring(first[0], first[1]);
    String close = text.substring(second[0], second[1]);
    boolean low = open.equals("„") || open.equals(",,");
    boolean closesLow = close.equals(EITHER) && low;
    return !CLOSING.contains(open)
        && (closesLow || !OPENING.contains(close))
        && !isWordAt(text, first[0] - 1)
        && !isWordAt(text, second[1])
        && !text.substring(first[1], second[0]).isBlank();
  }

  private static boolean isWordAt(String text, int at) {
    return at >= 0 && at < text.length() && Character.isLetterOrDigit(text.charAt(at));
  }

  List<Change> changes() {
    return changes;
  }

  /** Whether an opening mark ends before a place. */
  boolean opensBefore(int at) {
    return opens[at];
  }

  /** Whether a closing mark begins at a place. */
  boolean closesAt(int at) {
    return closes[at];
  }
}
