package vn.cachlamhay.practice;

import java.util.List;
import java.util.Set;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.reference.PracticeTerms;

/**
 * Recognises the parts, steps and results in the finished HTML of an article, and marks them there:
 * parts become sections, steps and rows of results get anchors. Immutable and thread-safe.
 */
public final class PracticeReader {

  private final PracticeTerms terms;

  public PracticeReader(PracticeTerms terms) {
    this.terms = terms;
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

  /** Reads an article that is listed; of other pages nothing is recognised. */
  public Reading read(Article article, String html) {
    return new Reading(html, Practice.NONE, Set.of(), List.of());
  }
}
