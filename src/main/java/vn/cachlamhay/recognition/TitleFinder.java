package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/**
 * Finds the title among what the document says of itself, its headings and its first lines, and the
 * line that repeats it. Immutable and thread-safe.
 */
final class TitleFinder {

  private static final int LONGEST = 220;
  private static final int DEEPEST = 40;

  /** What stands between a title and the name of its site. */
  private static final Pattern SITE = Pattern.compile("\\s+[|–—»]\\s+|\\s+-\\s+");

  private static final Pattern KICKER_END = Pattern.compile(".*[:：]$");
  private static final Pattern FILE_TITLE =
      Pattern.compile(
          "(?iu).*(?:\\.docx?|\\.odt|\\.rtf|\\.txt|\\.html?|microsoft word|untitled|document\\d*)\\s?.*");

  private static final Pattern KIND =
      Pattern.compile(
          "BÁO CÁO|KẾ HOẠCH|THÔNG BÁO|HƯỚNG DẪN|NGHỊ QUYẾT|CHƯƠNG TRÌNH|ĐỀ ÁN|THAM LUẬN|TỜ TRÌNH|QUYẾT ĐỊNH|CHUYÊN ĐỀ");
  private static final Pattern GOES_ON =
      Pattern.compile("^(?:VÀ|VỚI|CỦA|Ở|TRONG|VỀ|CHO|TẠI|KHI|NHƯNG|HAY|BẰNG|ĐỂ|TỪ|TRÊN)(?!\\p{L})");

  private final SentenceCase cases;

  TitleFinder(SentenceCase cases) {
    this.cases = cases;
  }

  void find(Work work) {
    List<Hint> hints =
        work.hints().stream().filter(hint -> hint.about() == Hint.About.TITLE).toList();
    int row = rowOf(hints, work);
    boolean repeated = row >= 0;
    row = repeated ? row : heading(work);
    Optional<Hint> head =
        hints.stream()
            .filter(
                hint ->
                    !DateFinder.isOfProperties(hint) && isTitle(withoutSite(hint.value(), work)))
            .findFirst();
    if (row < 0 && head.isPresent()) {
      String title = withoutSite(head.get().value(), work);
      tell(title, Certainty.LIKELY, Where.PAGE_HEAD, head.get().value(), work);
      return;
    }
    row = row >= 0 ? row : best(work);
    if (row >= 0) {
      take(row, hints, repeated, work);
    } else {
      fallBack(hints, work);
    }
  }

  private void take(int row, List<Hint> hints, boolean repeated, Work work) {
    String text = work.row(row).text();
    work.titleAt(row);
    work.take(row);
    var whole = new StringBuilder(text);
    for (int i = row - 1; !repeated && i >= 0 && leads(i, work.row(i + 1).text(), work); i--) {
      whole.insert(0, work.row(i).text() + " ");
      work.take(i);
    }
    int next = row + 1;
    while (!repeated && continues(next, text, work)) {
      whole.append(' ').append(work.row(next).text());
      work.take(next);
      work.titleAt(next);
      next++;
    }
    String title = whole.toString();
    String better =
        hints.stream()
            .map(hint -> withoutSite(hint.value(), work))
            .filter(value -> Letters.key(value).equals(Letters.key(title)))
            .filter(value -> !Letters.capitals(value))
            .findFirst()
            .orElse(title);
    boolean heading = work.row(row).kind() == Passage.Kind.HEADING;
    tell(
        better,
        heading || repeated ? Certainty.SURE : Certainty.LIKELY,
        heading ? Where.HEADING : Where.ABOVE_TEXT,
        title,
        work);
    repeats(row, title, work);
  }

  private void tell(String title, Certainty certainty, Where where, String quote, Work work) {
    String written = cases.of(title, work);
    if (!written.equals(title) && !work.has(Field.TITLE)) {
      work.doubt(ProblemCode.NHAN_TIEU_DE_HOA, written);
    }
    work.found(Field.TITLE, written, certainty, where, quote);
  }

  /** "BÁO CÁO", or a line that the next one goes on with: "… ¶ VÀ …". */
  private static boolean leads(int row, String next, Work work) {
    String text = work.row(row).text();
    boolean capitals = work.isOpen(row) && Letters.capitals(text) && Letters.capitals(next);
    return capitals && (KIND.matcher(text).matches() || GOES_ON.matcher(next).find());
  }

  /** A title in capitals often goes on in the next line. */
  private static boolean continues(int row, String first, Work work) {
    if (row >= work.size() || !work.isOpen(row) || !Letters.capitals(first)) {
      return false;
    }
    String text = work.row(row).text();
    return Letters.capitals(text)
        && Letters.words(text, 3) > 1
        && BylineLine.read(text, false).isEmpty()
        && DateLine.read(text).isEmpty()
        && !FurnitureWords.isAtEdge(text)
        && !FurnitureWords.isPath(text)
        && !FurnitureWords.isRule(text)
        && work.row(row).kind() == work.row(row - 1).kind();
  }

  /** Pages write their title twice. */
  private static void repeats(int title, String text, Work work) {
    String key = Letters.key(text);
    int end = Math.min(work.firstProse(), title + DEEPEST);
    for (int i = 0; i < Math.min(work.size(), end); i++) {
      if (i != title && work.isOpen(i) && Letters.key(work.row(i).text()).equals(key)) {
        work.drop(i);
      }
    }
  }

  private int rowOf(List<Hint> hints, Work work) {
    for (Hint hint : hints) {
      String whole = Letters.key(hint.value());
      String cut = Letters.key(withoutSite(hint.value(), work));
      for (int i = 0; i < Math.min(work.size(), DEEPEST); i++) {
        String key = work.isOpen(i) ? Letters.key(work.row(i).text()) : "";
        boolean same = key.equals(whole) || key.equals(cut);
        boolean longer = key.length() > 20 && whole.startsWith(key + " ");
        if (!key.isEmpty() && (same || longer)) {
          return i;
        }
      }
    }
    return -1;
  }

  /** The first heading of the highest level, unless text stands before it. */
  private static int heading(Work work) {
    int best = -1;
    for (int i = 0; i < Math.min(work.size(), DEEPEST) && !work.row(i).isProse(); i++) {
      Row row = work.row(i);
      boolean title =
          row.kind() == Passage.Kind.HEADING && work.isOpen(i) && isCandidate(row.text());
      if (title && (best < 0 || row.passage().level() < work.row(best).passage().level())) {
        best = i;
      }
    }
    return best;
  }

  /** The line above the text that looks most like a title. */
  private static int best(Work work) {
    int end = Math.min(Math.min(work.size(), DEEPEST), Math.max(1, work.firstProse()));
    int best = -1;
    int most = 0;
    for (int i = 0; i < end; i++) {
      Row row = work.row(i);
      if (row.runs() && work.isOpen(i) && isCandidate(row.text())) {
        int points = points(work, i);
        if (points > most) {
          best = i;
          most = points;
        }
      }
    }
    return best;
  }

  private static int points(Work work, int i) {
    Row row = work.row(i);
    int words = Letters.words(row.text(), 30);
    int points = 2 + Math.min(words, 8);
    points += row.passage().bold() ? 3 : 0;
    points += Letters.capitals(row.text()) ? 2 : 0;
    points -=
        Letters.endsSentence(row.text())
            ? row.text().endsWith("?") || row.text().endsWith("!") || row.text().endsWith("…")
                ? 0
                : 6
            : 0;
    points -= FurnitureWords.isSection(row.text()) && words < 8 ? 4 : 0;
    points -= KICKER_END.matcher(row.text()).matches() ? 4 : 0;
    points -= row.kind() == Passage.Kind.ITEM ? 4 : 0;
    points -= words < 4 ? 3 : 0;
    boolean dated =
        i + 1 < work.size()
            && work.isOpen(i + 1)
            && DateLine.read(work.row(i + 1).text()).isPresent();
    points += dated ? 4 : 0;
    // what follows a title is a lead or a caption as often as another title
    points -= earlierTitles(work, i) ? 5 : 0;
    return points;
  }

  private static boolean earlierTitles(Work work, int row) {
    for (int i = Math.max(0, row - 4); i < row; i++) {
      boolean before =
          work.isOpen(i)
              && isCandidate(work.row(i).text())
              && Letters.words(work.row(i).text(), 6) > 4
              && !FurnitureWords.isSection(work.row(i).text());
      if (before) {
        return true;
      }
    }
    return false;
  }

  private static boolean isCandidate(String text) {
    return isTitle(text)
        && !FurnitureWords.isAtEdge(text)
        && !FurnitureWords.isPath(text)
        && !FurnitureWords.isRule(text)
        && !FurnitureWords.opensList(text)
        && !isLetterHead(text)
        && DateLine.read(text).filter(line -> Letters.words(line.rest(), 6) < 4).isEmpty()
        && BylineLine.read(text, false).isEmpty();
  }

  /** The board that writes a letter, above its title. */
  static boolean isLetterHead(String text) {
    return Letters.capitals(text)
        && Organisations.begins(text)
        && Letters.words(text, 8) < 7
        && text.indexOf(':') < 0;
  }

  private static boolean isTitle(String text) {
    return text.length() <= LONGEST && text.length() >= 5 && Letters.words(text, 2) > 1;
  }

  private void fallBack(List<Hint> hints, Work work) {
    for (Hint hint : hints) {
      boolean usable = isTitle(hint.value()) && !FILE_TITLE.matcher(hint.value()).matches();
      if (usable) {
        tell(hint.value(), Certainty.GUESS, Where.PROPERTIES, hint.value(), work);
      }
    }
  }

  /** A title without the paper's name behind it: the last part, where it is short or known. */
  static String withoutSite(String title, Work work) {
    List<String> agencies = work.hints(Hint.About.AGENCY).stream().map(Letters::key).toList();
    String rest = title.strip();
    boolean cut = true;
    while (cut) {
      cut = false;
      var marks = new ArrayList<int[]>();
      var matcher = SITE.matcher(rest);
      while (matcher.find()) {
        marks.add(new int[] {matcher.start(), matcher.end()});
      }
      if (!marks.isEmpty()) {
        int[] last = marks.get(marks.size() - 1);
        String tail = rest.substring(last[1]);
        String key = Letters.key(tail);
        boolean bar = "|»".indexOf(rest.substring(last[0], last[1]).strip().charAt(0)) >= 0;
        boolean site =
            agencies.contains(key)
                || Agencies.byName(tail).isPresent()
                || FurnitureWords.isSection(tail)
                || tail.matches("(?i)\\S{3,40}\\.(?:vn|com|net|org)")
                || bar && Letters.words(tail, 8) < 8;
        if (site && isTitle(rest.substring(0, last[0]))) {
          rest = rest.substring(0, last[0]).strip();
          cut = true;
        }
      }
    }
    return rest;
  }
}
