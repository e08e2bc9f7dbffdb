package vn.cachlamhay.page;

import java.util.List;

/**
 * A line of a directory.
 *
 * @param title as readers see it
 * @param uri below the site root; empty where there is no page
 * @param count of articles; 0 where it is not told
 * @param note a short remark; may be empty
 * @param children what stands below it
 */
public record Entry(String title, String uri, int count, String note, List<Entry> children) {

  public Entry {
    children = List.copyOf(children);
  }

  /** Without remark and children. */
  public static Entry of(String title, String uri, int count) {
    return new Entry(title, uri, count, "", List.of());
  }

  /** The same without its counts and those below, for pages that no new article should change. */
  Entry uncounted() {
    return new Entry(title, uri, 0, note, children.stream().map(Entry::uncounted).toList());
  }
}
