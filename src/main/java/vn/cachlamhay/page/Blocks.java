package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.List;

/**
 * Divides what grows with every article into blocks of which a new article changes only the last:
 * full blocks of 1,000 counted from the oldest article, of what is left full blocks of 100, then of
 * 20, and the rest. Every hundredth article merges blocks into one of 100, every thousandth into
 * one of 1,000; that follows from the list alone, so nothing need be remembered between bakes.
 * Stateless.
 */
public final class Blocks {

  /** The block of the newest articles, the only one that is not full. */
  static final String REST = "moi";

  private static final int[] SIZES = {1000, 100, 20};

  private Blocks() {}

  /**
   * Some neighbours of a list.
   *
   * @param name for file names: {@code 100-12} is the twelfth hundred, counted from the oldest. A
   *     full block of a name never changes unless older articles do.
   * @param items newest first
   */
  public record Block<T>(String name, List<T> items) {}

  /**
   * Divides a list.
   *
   * @param items newest first
   * @return newest first; none for an empty list
   */
  public static <T> List<Block<T>> of(List<T> items) {
    var blocks = new ArrayList<Block<T>>();
    int done = 0;
    for (int size : SIZES) {
      for (; items.size() - done >= size; done += size) {
        blocks.add(0, block(items, done, size, size + "-" + (done / size + 1)));
      }
    }
    if (done < items.size()) {
      blocks.add(0, block(items, done, items.size() - done, REST));
    }
    return List.copyOf(blocks);
  }

  /**
   * @param older how many items are older than those of the block
   */
  private static <T> Block<T> block(List<T> items, int older, int size, String name) {
    int end = items.size() - older;
    return new Block<>(name, List.copyOf(items.subList(end - size, end)));
  }
}
