package vn.cachlamhay.page;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * A page that is offered while somebody types its name.
 *
 * @param kind "Địa phương", "Chủ đề" or "Từ khóa"
 * @param weight binary logarithm of the number of its articles: a new article hardly ever changes
 *     it
 */
public record Suggestion(String name, String uri, String kind, int weight) {

  private static final int MOST = 400;

  /** Places, topics and tags with articles, the weightiest first. */
  static List<Suggestion> of(Directory directory) {
    var all = new ArrayList<Suggestion>();
    collect(directory.provinces(), "Địa phương", all);
    collect(directory.formerProvinces(), "Địa phương", all);
    collect(directory.topics(), "Chủ đề", all);
    collect(directory.tags(), "Từ khóa", all);
    return all.stream()
        .sorted(Comparator.comparingInt(Suggestion::weight).reversed())
        .limit(MOST)
        .toList();
  }

  private static void collect(List<Entry> entries, String kind, List<Suggestion> all) {
    for (Entry entry : entries) {
      if (entry.count() > 0 && !entry.uri().isEmpty()) {
        int weight = Integer.SIZE - 1 - Integer.numberOfLeadingZeros(entry.count());
        all.add(new Suggestion(entry.title(), entry.uri(), kind, weight));
      }
      collect(entry.children(), kind, all);
    }
  }
}
