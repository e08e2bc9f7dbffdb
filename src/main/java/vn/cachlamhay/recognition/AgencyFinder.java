package vn.cachlamhay.recognition;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;

/**
 * Finds the paper or board: the short name before the first words of a text, "(LSO) –", which is no
 * part of it; the head of a letter or page. Stateless.
 */
final class AgencyFinder {

  private static final Pattern IN_BRACKETS =
      Pattern.compile(
          "^(?:\\p{Lu}[\\p{L} .]{1,30},?\\s?)?[(\\[](?<name>[^()\\[\\]\\n]{2,40})[)\\]]\\s{0,3}(?<dash>[-–—:.]{1,2})?\\s{0,3}");
  private static final Pattern BARE =
      Pattern.compile(
          "^(?<name>[\\p{Lu}&.]{2,10}(?:\\s(?:online|Online))?|[\\p{L}\\d]{3,30}(?:\\.[a-z]{2,6}){1,3}|\\p{Lu}\\p{L}{1,9}\\s\\p{L}{2,8}(?:\\s(?:online|Online))?)\\s?[-–—]{1,2}\\s{1,3}(?=\\S)");
  private static final Pattern SHORT = Pattern.compile("[\\p{Lu}&.-]{2,10}");
  private static final Pattern PAPER =
      Pattern.compile(
          "(?iu)(?:báo|cổng|đài|tạp chí|ttxvn|thông tấn xã)(?:\\s.*|$)|.*(?:online|điện tử|\\.vn|\\.com)$");
  private static final Pattern NO_PAPER =
      Pattern.compile(
          "UBND|HĐND|MTTQ|THPT|THCS|COVID|CLB|HTX|NTM|TNCS|CNTT|BHYT|BHXH|VN|TP|TX|TT|QL|ĐT|HĐ|ANTT|ATGT");
  private static final int ROWS = 4;

  private AgencyFinder() {}

  static void find(Work work) {
    boolean found = false;
    int seen = 0;
    for (int i = Math.max(0, work.title() + 1); i < work.size() && seen < ROWS && !found; i++) {
      if (!work.isTaken(i) && work.row(i).runs()) {
        found = prefix(work, i);
        seen++;
      }
    }
    for (Hint hint : work.hints()) {
      if (hint.about() == Hint.About.AGENCY) {
        work.found(
            Field.AGENCY,
            Agencies.byName(hint.value()).orElse(hint.value()),
            work.has(Field.AGENCY) ? Certainty.GUESS : Certainty.LIKELY,
            Where.PAGE_HEAD,
            hint.value());
      }
    }
  }

  private static boolean prefix(Work work, int row) {
    String text = work.row(row).text();
    Optional<Matcher> match = match(text, work);
    match.ifPresent(
        matcher -> {
          String name = matcher.group("name").strip();
          Optional<String> known = Agencies.byName(name);
          work.found(
              Field.AGENCY,
              known.orElse(name),
              known.isPresent() ? Certainty.SURE : Certainty.LIKELY,
              Where.FIRST_PARAGRAPH,
              matcher.group().strip());
          if (matcher.end() < text.length()) {
            work.cut(row, 0, matcher.end());
          }
        });
    return match.isPresent();
  }

  /** What stands before the first words of a text, where it is the name of a paper. */
  private static Optional<Matcher> match(String text, Work work) {
    Matcher brackets = IN_BRACKETS.matcher(text);
    if (brackets.find()) {
      String name = brackets.group("name").strip();
      boolean known = Agencies.byName(name).isPresent();
      boolean dash = brackets.group("dash") != null;
      boolean start = brackets.start("name") == 1;
      boolean named = PAPER.matcher(name).matches() || start && SHORT.matcher(name).matches();
      boolean paper = known || dash && named && !NO_PAPER.matcher(name).matches();
      return paper ? Optional.of(brackets) : Optional.empty();
    }
    Matcher bare = BARE.matcher(text);
    if (bare.find()) {
      String name = bare.group("name").strip();
      boolean site = name.contains(".") && PAPER.matcher(name).matches();
      boolean known = Agencies.byName(name).isPresent() || site;
      boolean unknown =
          SHORT.matcher(name).matches()
              && !NO_PAPER.matcher(name).matches()
              && text.length() > 60
              && !isUsed(name, text.substring(bare.end()), work);
      return known || unknown ? Optional.of(bare) : Optional.empty();
    }
    return Optional.empty();
  }

  private static boolean isUsed(String name, String rest, Work work) {
    for (int i = 0; i < work.size(); i++) {
      String text = work.row(i).text();
      boolean first = text.endsWith(rest);
      if (!first && text.contains(name) || first && rest.contains(name)) {
        return true;
      }
    }
    return false;
  }
}
