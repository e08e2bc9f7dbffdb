package vn.cachlamhay.recognition;

import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Passage;

/**
 * Takes out what stands around a text on a page. What reads like a sentence of the text stays, also
 * at the cost of furniture that stays with it. Stateless.
 */
final class FurnitureFinder {

  private static final int TEASER = 450;
  private static final int NEAR = 4;

  private FurnitureFinder() {}

  /** Lines that are furniture wherever they stand. */
  static void everywhere(Work work) {
    for (int i = 0; i < work.size(); i++) {
      String text = work.row(i).text();
      boolean pointer = FurnitureWords.isPointer(text) && work.row(i).isProse();
      if (work.isOpen(i) && !pointer && FurnitureWords.isAnywhere(text)) {
        work.drop(i);
      }
    }
  }

  /** The line below which other texts or a form for readers stand; how many lines where none. */
  static int end(Work work) {
    int last = work.lastProse();
    for (int i = Math.max(0, work.firstProse()); i < work.size(); i++) {
      if (work.isOpen(i) && opens(work.row(i).text())) {
        boolean below = i > last;
        boolean signed = signedAbove(work, i);
        if (below || signed) {
          return i;
        }
      }
    }
    return work.size();
  }

  private static boolean opens(String text) {
    return FurnitureWords.opensList(text) || FurnitureWords.opensForm(text);
  }

  private static boolean signedAbove(Work work, int row) {
    for (int i = row - 1; i >= Math.max(0, row - NEAR); i--) {
      if (work.row(i).isShort() && BylineLine.read(work.row(i).text(), false).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean onlyTeasers(Work work, int from) {
    for (int i = from; i < work.size(); i++) {
      if (work.row(i).text().length() > TEASER) {
        return false;
      }
    }
    return true;
  }

  /** Everything above the title, and what is known of the lines down to the text. */
  static void above(Work work, SentenceCase cases) {
    int end = Math.min(work.firstProse(), work.size());
    for (int i = 0; i < end; i++) {
      String text = work.row(i).text();
      if (work.isOpen(i)) {
        boolean known =
            FurnitureWords.isAtEdge(text)
                || FurnitureWords.isPath(text)
                || FurnitureWords.isRule(text);
        boolean beforeTitle = i < work.title() && !work.row(i).isProse();
        if (beforeTitle || known && work.row(i).kind() != Passage.Kind.HEADING) {
          board(text, cases, work);
          work.drop(i);
        }
      }
    }
  }

  /** The board whose page it is: "BAN TUYÊN GIÁO TỈNH UỶ | TIN HOẠT ĐỘNG". */
  private static void board(String text, SentenceCase cases, Work work) {
    String first = text.split("\\s?[|>»]\\s?", 2)[0].strip();
    boolean board = Organisations.begins(first) && Letters.words(first, 3) > 1;
    if (board && !FurnitureWords.isAtEdge(first) && !Letters.endsSentence(first)) {
      String name = cases.of(first, work);
      work.found(
          Field.AGENCY,
          Agencies.byName(first).orElse(name.replace("uỷ", "ủy")),
          Certainty.LIKELY,
          Where.ABOVE_TEXT,
          text);
    }
  }

  /** What stands below the text, and lists of other texts within it. */
  static void below(Work work, int end) {
    int last = work.lastProse(end);
    for (int i = last + 1; i < end; i++) {
      String text = work.row(i).text();
      boolean known =
          FurnitureWords.isAtEdge(text)
              || FurnitureWords.isPath(text)
              || FurnitureWords.isRule(text)
              || isDatedHeadline(work, i);
      if (last >= 0 && work.isOpen(i) && known) {
        work.drop(i);
      }
    }
    boolean teasers = onlyTeasers(work, end);
    for (int i = end; i < work.size(); i++) {
      if (work.row(i).runs() && !work.isTaken(i)) {
        if (teasers || !work.row(i).isProse()) {
          work.drop(i);
        } else {
          work.doubt(ProblemCode.NHAN_DUOI_TIN_KHAC, Letters.brief(work.row(i).text()));
        }
      }
    }
    for (int i = Math.max(0, work.firstProse()); i < last; i++) {
      if (work.isOpen(i) && FurnitureWords.opensList(work.row(i).text())) {
        box(work, i, last);
      }
    }
  }

  /** A list of headlines between the paragraphs; a heading of the text that follows it stays. */
  private static void box(Work work, int opening, int last) {
    int next = opening + 1;
    while (next <= last && !work.row(next).isProse()) {
      next++;
    }
    Row before = work.row(next - 1);
    boolean heading = before.kind() == Passage.Kind.HEADING || before.passage().bold();
    int stop = heading ? next - 1 : next;
    if (stop > opening + 1) {
      for (int i = opening; i < stop; i++) {
        if (work.isOpen(i)) {
          work.drop(i);
        }
      }
    }
  }

  /** "Tên bài khác (05/09/2018)", where it is not alone. */
  private static boolean isDatedHeadline(Work work, int row) {
    return endsWithDay(work, row) && (endsWithDay(work, row - 1) || endsWithDay(work, row + 1));
  }

  private static boolean endsWithDay(Work work, int row) {
    if (row < 0 || row >= work.size() || !work.row(row).runs() || !work.row(row).isShort()) {
      return false;
    }
    String text = work.row(row).text();
    Optional<DateForms.Day> day = DateForms.in(text).stream().reduce((one, two) -> two);
    return day.filter(d -> d.start() > 10 && text.length() - d.end() < 3 && text.endsWith(")"))
        .isPresent();
  }
}
