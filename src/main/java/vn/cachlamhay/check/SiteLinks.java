package vn.cachlamhay.check;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/**
 * Checks the links of some pages of a finished site, such as those that are about to be published.
 * What is remembered of a page is what it asks of others, so a big site needs little memory. For
 * one call.
 */
public final class SiteLinks {

  private final Path folder;
  private final Set<String> all;
  private final Queue<Problem> problems = new ConcurrentLinkedQueue<>();
  private final Map<String, Queue<Asked>> asked = new ConcurrentHashMap<>();

  /** An anchor that a page wants on another one. */
  private record Asked(String page, String link, String anchor) {}

  private SiteLinks(Path folder, Set<String> all) {
    this.folder = folder;
    this.all = all;
  }

  /**
   * The links and anchors that lead nowhere, by page; none where all is well.
   *
   * @param folder of the finished site
   * @param all addresses of the site
   * @param changed those whose links are wanted; what is no page among them is passed over
   * @throws UncheckedIOException where a page cannot be read
   */
  public static List<Problem> broken(Path folder, Set<String> all, Collection<String> changed) {
    var check = new SiteLinks(folder, all);
    Parallel.forEach(changed.stream().filter(SiteLinks::isPage).toList(), check::look);
    // pages that are asked for are read now, whether or not they have changed
    Parallel.forEach(check.asked.keySet(), check::answer);
    return check.problems.stream().sorted().toList();
  }

  private static boolean isPage(String uri) {
    return uri.endsWith(".html");
  }

  private void look(String page) {
    PageLinks found = read(page);
    for (String link : new HashSet<>(found.links())) {
      if (PageLinks.isInside(link)) {
        look(page, found, link);
      }
    }
  }

  private void look(String page, PageLinks found, String link) {
    PageLinks.Goal goal = PageLinks.goal(page, link);
    if (!all.contains(goal.uri())) {
      add(ProblemCode.TRANG_CO_LIEN_KET_HONG, page, link);
    } else if (goal.anchor().isEmpty()) {
      return;
    } else if (!goal.uri().equals(page)) {
      asked
          .computeIfAbsent(goal.uri(), uri -> new ConcurrentLinkedQueue<>())
          .add(new Asked(page, link, goal.anchor()));
    } else if (!found.anchors().contains(goal.anchor())) {
      add(ProblemCode.TRANG_CO_NEO_HONG, page, link);
    }
  }

  private void answer(String uri) {
    Set<String> anchors = isPage(uri) ? read(uri).anchors() : Set.of();
    for (Asked one : asked.get(uri)) {
      if (!anchors.contains(one.anchor())) {
        add(ProblemCode.TRANG_CO_NEO_HONG, one.page(), one.link());
      }
    }
  }

  private PageLinks read(String uri) {
    try {
      return PageLinks.of(Files.readString(folder.resolve(uri)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(ProblemCode code, String page, String link) {
    problems.add(Problem.of(code, SourcePos.ofFile(page), link));
  }
}
