package vn.cachlamhay.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;

/**
 * What the page of all best practices loads as scripts, so that it can filter and sort them. The
 * practices are numbered by age, the oldest 0, so a new one changes the last block only. Immutable.
 *
 * @param blocks oldest first
 * @param today decides which provinces are former ones
 */
public record PracticePlan(List<Block> blocks, LocalDate today) {

  /** Nothing: the site has no such page. */
  static final PracticePlan NONE = new PracticePlan(List.of(), LocalDate.EPOCH);

  /** Rows a file; {@link Blocks} end where a file ends. */
  public static final int ROWS = 10;

  private static final String FOLDER = "cach-lam-hay/loc/";

  private static final String ROW_FOLDER = "cach-lam-hay/dong/";

  /** The list of the blocks, and the newest of them. */
  public static final String ROOT = FOLDER + "muc-luc.js";

  /**
   * Neighbours in the list.
   *
   * @param first number of the oldest
   * @param items oldest first
   * @param id the same as long as its practices have the same numbers: what a browser has of one
   *     block must not be mixed with what it gets of another
   */
  public record Block(String name, int first, List<PracticeItem> items, String id) {

    /** Whether the next practice goes to it; the list of the blocks itself holds it. */
    public boolean isOpen() {
      return name.equals(Blocks.REST);
    }

    /** The file with what its practices can be filtered by. */
    public String uri() {
      return FOLDER + name + ".js";
    }
  }

  public PracticePlan {
    blocks = List.copyOf(blocks);
  }

  /**
   * Divides the list.
   *
   * @param items newest first
   */
  static PracticePlan of(List<PracticeItem> items, LocalDate today) {
    var blocks = new ArrayList<Block>();
    List<Blocks.Block<PracticeItem>> newestFirst = Blocks.of(items);
    int done = 0;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      var oldestFirst = new ArrayList<>(newestFirst.get(i).items());
      Collections.reverse(oldestFirst);
      blocks.add(
          new Block(newestFirst.get(i).name(), done, List.copyOf(oldestFirst), id(oldestFirst)));
      done += oldestFirst.size();
    }
    return new PracticePlan(blocks, today);
  }

  /** The file with the rows of a practice and its neighbours. */
  public static String rows(int number) {
    return ROW_FOLDER + number / ROWS + ".js";
  }

  /** Every address that a file is made at. */
  Set<String> uris() {
    var uris = new TreeSet<String>();
    if (!blocks.isEmpty()) {
      uris.add(ROOT);
    }
    for (Block block : blocks) {
      if (!block.isOpen()) {
        uris.add(block.uri());
      }
      for (int i = 0; i < block.items().size(); i += ROWS) {
        uris.add(rows(block.first() + i));
      }
    }
    return uris;
  }

  private static String id(List<PracticeItem> items) {
    var uris = new StringBuilder();
    items.stream().map(PracticeItem::article).map(Article::uri).forEach(u -> uris.append(u + '\n'));
    return Long.toString(Digest.of(uris.toString()).high() >>> 28, Character.MAX_RADIX);
  }
}
