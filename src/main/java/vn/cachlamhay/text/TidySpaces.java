package vn.cachlamhay.text;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.Tidying.Change;
import vn.cachlamhay.text.Tidying.Kind;

/** Spaces, points and dashes: what stands between words. For one text and one thread. */
final class TidySpaces {

  private static final Pattern ELLIPSIS =
      Pattern.compile("(?<![./])(?:\\.{3,5}|\\.(?: \\.){2,4}|…\\.{1,2})(?![./]| \\.|\\p{Nd})");

  private static final Pattern DASH = Pattern.compile("(?<!-)--?(?!-)");
  private static final Pattern WORD = Pattern.compile("\\p{L}+");

  /** Hard and narrow spaces. */
  private static final String HARD = "\u00a0\u202f\u2007\u2009\u3000\u2002\u2003\u2008\u200a";

  /** Of no width: break here, do not break here, a mark of UTF-8, a hyphen at need. */
  private static final String NOTHING = "\u200b\u2060\ufeff\u00ad";

  private final String text;
  private final boolean[] taken;
  private final TidyQuotes quotes;
  private final boolean[] points;
  private final List<Change> changes = new ArrayList<>();

  private TidySpaces(String text, boolean[] taken, TidyQuotes quotes) {
    this.text = text;
    this.taken = taken;
    this.quotes = quotes;
    this.points = new boolean[text.length() + 1];
  }

  static List<Change> of(String text, boolean[] taken, TidyQuotes quotes) {
    var spaces = new TidySpaces(text, taken, quotes);
    spaces.ellipses();
    spaces.dashes();
    spaces.gaps();
    spaces.missing();
    return spaces.changes;
  }

  private void ellipses() {
    Matcher dots = ELLIPSIS.matcher(text);
    while (dots.find()) {
      if (!taken[dots.start()]) {
        String more = isSentenceBehind(dots.end()) ? "… " : "…";
        changes.add(new Change(dots.start(), dots.end(), more, Kind.ELLIPSIS));
        for (int i = dots.start(); i < dots.end(); i++) {
          points[i] = true;
        }
      }
    }
  }

  private void dashes() {
    Matcher dash = DASH.matcher(text);
    while (dash.find()) {
      if (!taken[dash.start()] && isBetweenWords(dash.start(), dash.end())) {
        changes.add(new Change(dash.start(), dash.end(), "–", Kind.DASH));
      }
    }
  }

  /** Whether spaces are on both sides, and words behind them on the same line. */
  private boolean isBetweenWords(int start, int end) {
    int before = lastWord(start);
    int after = end;
    while (after < text.length() && isGap(text.charAt(after))) {
      after++;
    }
    return before >= 0
        && after < text.length()
        && isSpaced(before + 1, start)
        && isSpaced(end, after);
  }

  private boolean isSpaced(int start, int end) {
    String gap = text.substring(start, end);
    return gap.indexOf('\n') < 0 && gap.chars().anyMatch(c -> NOTHING.indexOf(c) < 0);
  }

  private void gaps() {
    int i = 0;
    while (i < text.length()) {
      int end = i;
      while (end < text.length() && isGap(text.charAt(end)) && !points[end] && !taken[end]) {
        end++;
      }
      if (end > i) {
        gap(i, end);
      }
      i = Math.max(end, i + 1);
    }
  }

  private void gap(int start, int end) {
    String gap = text.substring(start, end);
    String wanted = wanted(gap, start, end);
    if (!wanted.equals(gap)) {
      changes.add(new Change(start, end, wanted, kind(gap, wanted, end)));
    }
  }

  private String wanted(String gap, int start, int end) {
    if (start == 0 || end == text.length()) {
      return "";
    }
    if (gap.indexOf('\n') >= 0) {
      return isWithinSentence(start, end) ? " " : gap.replaceAll("[^\n]", "");
    }
    boolean space = gap.chars().anyMatch(c -> NOTHING.indexOf(c) < 0);
    boolean closed =
        text.charAt(start - 1) == '('
            || quotes.opensBefore(start)
            || quotes.closesAt(end)
            || belongsToWordBefore(start, end);
    return space && !closed ? " " : "";
  }

  private Kind kind(String gap, String wanted, int end) {
    if (gap.indexOf('\n') >= 0) {
      return wanted.equals(" ") ? Kind.LINE_BREAK : Kind.SPACES;
    }
    if (wanted.isEmpty() && end < text.length() && ",.;:!?)".indexOf(text.charAt(end)) >= 0) {
      return Kind.SPACE_BEFORE;
    }
    boolean seen = gap.chars().allMatch(c -> c == ' ' || c == '\t');
    return seen ? Kind.SPACES : Kind.INVISIBLE;
  }

  /** A line that ends without a mark, and another that begins with a small letter. */
  private boolean isWithinSentence(int start, int end) {
    char before = text.charAt(start - 1);
    return (Character.isLetterOrDigit(before) || before == ',')
        && Character.isLowerCase(text.charAt(end))
        // "a) …" and "b. …" are items
        && !(end + 1 < text.length() && ").".indexOf(text.charAt(end + 1)) >= 0);
  }

  /** Whether what follows a gap is a mark that stands right behind its word. */
  private boolean belongsToWordBefore(int start, int end) {
    char mark = text.charAt(end);
    char before = text.charAt(start - 1);
    if (taken[end] || points[end] || !(isWordEnd(before))) {
      return false;
    }
    char next = end + 1 < text.length() ? text.charAt(end + 1) : ' ';
    if (mark == ')' || mark == ';' && next != ')') {
      return true;
    }
    if (mark == '!' || mark == '?') {
      return true;
    }
    if (mark == ',') {
      return !Character.isDigit(next) && next != ',';
    }
    if (mark == ':') {
      return next != ')' && next != '(' && next != '/' && next != '-' && !Character.isDigit(next);
    }
    return mark == '.' && (isGap(next) || next == '”' || next == '"' || isSentenceBehind(end + 1));
  }

  private void missing() {
    for (int i = 1; i + 1 < text.length(); i++) {
      if (!taken[i] && !points[i] && isMissingBehind(i)) {
        changes.add(new Change(i + 1, i + 1, " ", Kind.SPACE_AFTER));
      }
    }
  }

  private boolean isMissingBehind(int at) {
    char mark = text.charAt(at);
    char next = text.charAt(at + 1);
    int word = lastWord(at);
    if (word < 0 || taken[word] || taken[at + 1]) {
      return false;
    }
    char before = text.charAt(word);
    boolean letter = Character.isLetter(before);
    if (mark == ',' || mark == ';') {
      return Character.isLetter(next) && isWordEnd(before)
          || Character.isDigit(next) && letter && mark == ',' && word == at - 1;
    }
    if (mark == '!' || mark == '?') {
      return letter && Character.isLetter(next);
    }
    if (mark == ':') {
      return Character.isUpperCase(next) && Character.isLetterOrDigit(before) && isLong(word);
    }
    if (mark == '…') {
      return letter && isSentenceBehind(at + 1);
    }
    return mark == '.' && isSyllableBefore(word) && isSentenceBehind(at + 1);
  }

  /** Drives and such have one letter before their colon. */
  private boolean isLong(int word) {
    return Character.isDigit(text.charAt(word))
        || word > 0 && Character.isLetterOrDigit(text.charAt(word - 1));
  }

  /** Whether a word in small letters ends there, not an abbreviation. */
  private boolean isSyllableBefore(int word) {
    int start = word;
    while (start > 0 && Character.isLetter(text.charAt(start - 1))) {
      start--;
    }
    String last = text.substring(start, word + 1);
    return last.length() > 1
        && Character.isLowerCase(last.charAt(last.length() - 1))
        && VietnameseSyllables.isOne(last.toLowerCase(VietnameseText.LOCALE))
        && !(start > 0 && text.charAt(start - 1) == '.');
  }

  /** Whether a word with a capital begins there, as at the head of a sentence. */
  private boolean isSentenceBehind(int at) {
    Matcher word = WORD.matcher(text).region(at, text.length());
    if (!word.lookingAt() || at == 0) {
      return false;
    }
    String first = word.group();
    String lower = first.toLowerCase(VietnameseText.LOCALE);
    return Character.isUpperCase(first.charAt(0))
        && first.substring(1).equals(lower.substring(Math.min(1, lower.length())))
        && VietnameseSyllables.isOne(lower)
        && !(word.end() < text.length() && text.charAt(word.end()) == '.' && first.length() < 3);
  }

  /** The last character before a place that is no gap; -1 where there is none. */
  private int lastWord(int at) {
    int i = at - 1;
    while (i >= 0 && isGap(text.charAt(i))) {
      i--;
    }
    return i;
  }

  private static boolean isWordEnd(char c) {
    return Character.isLetterOrDigit(c) || ")”\"%’".indexOf(c) >= 0;
  }

  private static boolean isGap(char c) {
    return c == ' ' || c == '\t' || c == '\n' || HARD.indexOf(c) >= 0 || NOTHING.indexOf(c) >= 0;
  }
}
