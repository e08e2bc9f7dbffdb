package vn.cachlamhay.check;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;

/**
 * Checks that every link and anchor on every page of a site leads to something. Files are added
 * from any thread; {@link #report} is called when all are there.
 */
public final class PageCheck {

  /** Stands for what is missing for a known reason, and is compared by identity. */
  private static final PageLinks ANYTHING = new PageLinks(Set.of(), List.of());

  private final Map<String, PageLinks> seen = new ConcurrentHashMap<>();

  /** Adds a file of the site. */
  public void add(String uri, byte[] bytes) {
    boolean html = uri.endsWith(".html");
    seen.put(
        uri, html ? PageLinks.of(new String(bytes, StandardCharsets.UTF_8)) : PageLinks.NOTHING);
  }

  /** How many links and anchors were looked at. */
  public int links() {
    return seen.values().stream().mapToInt(page -> page.links().size()).sum();
  }

  /**
   * Tells of every link that leads nowhere; places are pages of the site.
   *
   * @param excused addresses known to be missing for a reason that has been told
   */
  public void report(Set<String> excused, Problems problems) {
    excused.forEach(uri -> seen.putIfAbsent(uri, ANYTHING));
    seen.forEach(
        (uri, page) -> {
          for (String link : new HashSet<>(page.links())) {
            check(uri, link, problems);
          }
        });
  }

  private void check(String page, String link, Problems problems) {
    if (!PageLinks.isInside(link)) {
      return;
    }
    PageLinks.Goal goal = PageLinks.goal(page, link);
    PageLinks found = seen.get(goal.uri());
    if (found == null) {
      problems.add(ProblemCode.TRANG_CO_LIEN_KET_HONG, SourcePos.ofFile(page), link);
    } else if (found != ANYTHING
        && !goal.anchor().isEmpty()
        && !found.anchors().contains(goal.anchor())) {
      problems.add(ProblemCode.TRANG_CO_NEO_HONG, SourcePos.ofFile(page), link);
    }
  }
}
