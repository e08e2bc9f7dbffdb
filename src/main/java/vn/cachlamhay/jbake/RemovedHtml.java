package vn.cachlamhay.jbake;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;

/** Tells what was cleaned away from the text of an article. Stateless. */
final class RemovedHtml {

  private RemovedHtml() {}

  /**
   * The notices.
   *
   * @param removed described as {@code <tag>}, attribute, or {@code href="scheme:…"}
   */
  static List<Problem> problems(Article article, Set<String> removed) {
    return removed.stream()
        .map(what -> Problem.of(ProblemCode.HTML_BI_BO, position(article, what), what))
        .toList();
  }

  /** Where the removed tag, attribute or address first stands in the text. */
  private static SourcePos position(Article article, String removed) {
    // described as <tag>, attribute, or href="scheme:…"
    String wanted = removed.replaceAll("[>…]|=.*", "");
    Matcher matcher =
        Pattern.compile(Pattern.quote(wanted), Pattern.CASE_INSENSITIVE).matcher(article.markup());
    if (!matcher.find()) {
      return SourcePos.ofFile(article.source());
    }
    String before = article.markup().substring(0, matcher.start());
    int line = article.markupLine() + (int) before.chars().filter(c -> c == '\n').count();
    return new SourcePos(article.source(), line, matcher.start() - before.lastIndexOf('\n'));
  }
}
