package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;

/**
 * Finds headings in texts without styles: short, bold and larger than the text, between paragraphs
 * of the text. A title at the head and names at the end are none. For one text and one thread.
 */
final class LookHeadings {

  private static final int LONGEST = 120;

  /** As long as that, it is a paragraph of the text. */
  private static final int PARAGRAPH = 80;

  private final List<Seen> seen = new ArrayList<>();

  /** A paragraph of the main text; size in half points. */
  private record Seen(
      Element element, int length, boolean bold, int size, boolean ends, boolean right) {}

  void add(Element paragraph, List<Piece> pieces, String alignment) {
    boolean bold = true;
    int size = Integer.MAX_VALUE;
    for (Piece piece : pieces) {
      if (!piece.isBlank() && piece.element().isEmpty()) {
        bold &= piece.look().bold();
        size = Math.min(size, piece.look().size());
      }
    }
    String text = paragraph.text().strip();
    boolean ends =
        text.matches("(?s).*[.,;:!…”\"]|") || !paragraph.select("img, br, sup").isEmpty();
    boolean right = alignment.matches("right|end");
    seen.add(new Seen(paragraph, text.length(), bold, size, ends, right));
  }

  /** Makes headings of those that are sure to be some. */
  void mark() {
    int usual = usualSize();
    boolean begun = false;
    for (int i = 0; i + 1 < seen.size(); i++) {
      Seen here = seen.get(i);
      Seen next = seen.get(i + 1);
      boolean larger = here.size() >= usual + 2 && here.size() != Integer.MAX_VALUE;
      boolean alone = here.bold() && !here.right() && !here.ends() && here.length() <= LONGEST;
      boolean inText = begun && isParagraph(next) && next.element() == follower(here);
      if (larger && alone && inText && here.element().parent() != null) {
        here.element().tagName("h2");
        here.element().select("strong").unwrap();
      }
      begun |= isParagraph(here);
    }
  }

  private static Element follower(Seen here) {
    return here.element().nextElementSibling();
  }

  private static boolean isParagraph(Seen seen) {
    return !seen.bold() && seen.length() >= PARAGRAPH;
  }

  /** The size of most letters. */
  private int usualSize() {
    Map<Integer, Integer> letters = new HashMap<>();
    seen.forEach(each -> letters.merge(each.size(), each.length(), Integer::sum));
    return letters.entrySet().stream()
        .max(Map.Entry.comparingByValue())
        .map(Map.Entry::getKey)
        .orElse(0);
  }
}
