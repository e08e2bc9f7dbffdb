package vn.cachlamhay.text;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.Tidying.Change;

/** Changes of a text, and changes of what came of it, as changes of the text. Stateless. */
final class TidyMerge {

  private TidyMerge() {}

  /**
   * Changes that touch each other become one, which is of the kind of the first.
   *
   * @param text as it was
   * @param first its changes
   * @param second changes of the text after the first
   */
  static List<Change> of(String text, List<Change> first, List<Change> second) {
    String between = Tidying.apply(text, first);
    var merged = new ArrayList<Change>();
    int shift = 0;
    int i = 0;
    int j = 0;
    while (i < first.size() || j < second.size()) {
      int shiftBefore = shift;
      int low = Math.min(start(first, i, shift), start(second, j, 0));
      int high = low;
      int fromFirst = i;
      int fromSecond = j;
      boolean grown = true;
      while (grown) {
        grown = false;
        // one of the first alone takes no neighbour of the first with it
        while (i < first.size()
            && first.get(i).start() + shift <= high
            && (i == fromFirst || j > fromSecond)) {
          Change change = first.get(i++);
          high = Math.max(high, change.start() + shift + change.replacement().length());
          shift += change.replacement().length() - (change.end() - change.start());
          grown = true;
        }
        while (j < second.size() && second.get(j).start() <= high) {
          high = Math.max(high, second.get(j++).end());
          grown = true;
        }
      }
      List<Change> own = second.subList(fromSecond, j);
      Change head = fromFirst < i ? first.get(fromFirst) : own.get(0);
      String before = text.substring(low - shiftBefore, high - shift);
      String after = part(between, low, high, own);
      if (!before.equals(after)) {
        merged.add(new Change(low - shiftBefore, high - shift, after, head.kind()));
      }
    }
    return List.copyOf(merged);
  }

  private static int start(List<Change> changes, int i, int shift) {
    return i < changes.size() ? changes.get(i).start() + shift : Integer.MAX_VALUE;
  }

  private static String part(String text, int low, int high, List<Change> changes) {
    var out = new StringBuilder();
    int from = low;
    for (Change change : changes) {
      out.append(text, from, change.start()).append(change.replacement());
      from = change.end();
    }
    return out.append(text, from, high).toString();
  }
}
