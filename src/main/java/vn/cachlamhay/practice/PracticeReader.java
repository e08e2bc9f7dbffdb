package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.reference.PracticeTerms;

/**
 * Recognises the parts, steps and results in the finished HTML of an article, and marks them there:
 * parts become sections, steps and rows of results get anchors. Immutable and thread-safe.
 */
public final class PracticeReader {

  private static final String PRACTICE = "practice";

  private final PartFinder parts;

  public PracticeReader(PracticeTerms terms) {
    this.parts = new PartFinder(terms);
  }

  /**
   * What was read.
   *
   * @param html with the parts marked
   * @param anchors ids that the marks added
   * @param problems what an editor should look at
   */
  public record Reading(
      String html, Practice practice, Set<String> anchors, List<Problem> problems) {}

  /** Reads an article; only best practices have parts, only what lists show has results. */
  public Reading read(Article article, String html) {
    boolean practice = article.type().equals(PRACTICE);
    boolean tables = article.isListed() && html.contains("<table");
    if (!practice && !tables) {
      return new Reading(html, Practice.NONE, Set.of(), List.of());
    }
    Document document = Jsoup.parseBodyFragment(html);
    document.outputSettings().prettyPrint(false);
    Element body = document.body();
    var anchors = new Anchors(new HashSet<>(body.select("[id]").eachAttr("id")));
    var found = new ArrayList<Practice.Part>();
    var steps = new ArrayList<Practice.Step>();
    var lessons = new ArrayList<Practice.Lesson>();
    if (practice) {
      found.addAll(parts.mark(body, anchors));
      steps.addAll(StepFinder.mark(body, found, anchors));
      lessons.addAll(LessonFinder.mark(body, found, anchors));
    }
    List<Figure> figures = tables ? ResultTables.mark(body, practice, anchors) : List.of();
    var read = new Practice(found, steps, figures, lessons);
    return new Reading(
        anchors.added().isEmpty() ? html : body.html(),
        read,
        anchors.added(),
        PracticeChecks.of(article, read));
  }

  /** The ids of a text, of which none may be twice. For one text. */
  static final class Anchors {

    private final Set<String> taken;
    private final Set<String> added = new LinkedHashSet<>();
    private final Map<String, Integer> given = new HashMap<>();

    Anchors(Set<String> taken) {
      this.taken = taken;
    }

    /** A new id: the wanted one, or with the first number that is free. */
    String add(String wanted) {
      String id = wanted;
      for (int n = 2; !taken.add(id); n++) {
        id = wanted + "-" + n;
      }
      added.add(id);
      return id;
    }

    /** The next id of a kind: {@code so-lieu-1}, {@code so-lieu-2}. */
    String next(String kind) {
      return add(kind + "-" + given.merge(kind, 1, Integer::sum));
    }

    Set<String> added() {
      return Set.copyOf(added);
    }
  }
}
