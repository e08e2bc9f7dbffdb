package vn.cachlamhay.recognition;

import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Hint;

/**
 * Finds the lead. It stays in the text, since the page of an article does not show its summary:
 * only lists and searches do. Stateless.
 */
final class LeadFinder {

  private static final int LONGEST = 700;
  private static final int SHORTEST = 40;

  private LeadFinder() {}

  static void find(Work work) {
    int first = firstLine(work);
    if (first >= 0) {
      String text = work.textOf(first);
      boolean told =
          work.hints(Hint.About.SUMMARY).stream()
              .anyMatch(hint -> Letters.key(hint).equals(Letters.key(text)));
      boolean long_ = text.length() >= SHORTEST && text.length() <= LONGEST;
      if (long_ && (told || looksDifferent(work, first))) {
        work.found(Field.SUMMARY, text, Certainty.SURE, Where.FIRST_PARAGRAPH, text);
      } else if (long_ && Letters.sentences(text).size() == 1 && pictureFollows(work, first)) {
        work.found(Field.SUMMARY, text, Certainty.LIKELY, Where.FIRST_PARAGRAPH, text);
      }
    }
    for (String hint : work.hints(Hint.About.SUMMARY)) {
      boolean cut = hint.endsWith("...") || hint.endsWith("…");
      boolean usable = hint.length() >= SHORTEST && hint.length() <= LONGEST && !cut;
      Certainty certainty = usable && !work.has(Field.SUMMARY) ? Certainty.LIKELY : Certainty.GUESS;
      work.found(Field.SUMMARY, hint, certainty, Where.PAGE_HEAD, hint);
    }
  }

  private static int firstLine(Work work) {
    for (int i = Math.max(0, work.title() + 1); i < work.size(); i++) {
      if (!work.isTaken(i) && work.row(i).runs()) {
        return work.row(i).text().length() >= SHORTEST ? i : -1;
      }
    }
    return -1;
  }

  /** All bold or italic, where the text that follows is not. */
  private static boolean looksDifferent(Work work, int first) {
    boolean bold = work.row(first).passage().bold();
    boolean italic = work.row(first).passage().italic();
    int plain = 0;
    for (int i = first + 1; i < work.size(); i++) {
      Row row = work.row(i);
      boolean other = row.passage().bold() != bold || row.passage().italic() != italic;
      plain += row.isProse() && other ? 1 : 0;
    }
    return (bold || italic) && plain > 0;
  }

  private static boolean pictureFollows(Work work, int first) {
    int next = first + 1;
    boolean caption =
        next < work.size()
            && work.isTaken(next)
            && work.best(Field.CAPTION)
                .filter(found -> found.value().equals(work.row(next).text()))
                .isPresent();
    boolean picture = next < work.size() && work.row(next).isPicture();
    boolean more = false;
    for (int i = next + 1; i < work.size(); i++) {
      more |= work.row(i).isProse();
    }
    return (caption || picture) && more;
  }
}
