package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Pages of a list whose numbers never change: full pages are counted from the oldest article, so
 * that a new article changes the first page only; the first page holds what is not on an older full
 * page, from a quarter of a page to almost one and a quarter: three quarters on average, because
 * every new article sends that page to the host and to readers again. Stateless.
 */
final class Slices {

  private Slices() {}

  /**
   * A part of a list.
   *
   * @param number 0 for the first page, otherwise the stable number of an older page
   */
  record Slice<T>(int number, List<T> items) {}

  /**
   * Cuts a list.
   *
   * @param items newest first
   * @param size of a full page, at least 1
   * @return the first page, then older ones; at least one
   */
  static <T> List<Slice<T>> of(List<T> items, int size) {
    int least = Math.max(1, size / 4);
    int older = Math.max(0, (items.size() - least) / size);
    var slices = new ArrayList<Slice<T>>();
    slices.add(new Slice<>(0, items.subList(0, items.size() - older * size)));
    for (int number = older; number >= 1; number--) {
      int end = items.size() - (number - 1) * size;
      slices.add(new Slice<>(number, items.subList(end - size, end)));
    }
    return slices;
  }
}
