package vn.cachlamhay.editor;

import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.edit.SourceFile;

/**
 * A problem beside the field or the line that it concerns, in the words of the command line.
 *
 * @param field key of front matter; null where it concerns none
 * @param line of the file, 0 for the file as a whole
 * @param bodyLine of the text below the front matter, counted from 1; null where it is not there
 * @param severity {@code error} or {@code notice}
 */
record ToldProblem(
    String field,
    int line,
    int column,
    Integer bodyLine,
    String code,
    String severity,
    String message,
    String hint) {

  /** What concerns a field that is not there. */
  private static final Map<ProblemCode, String> MISSING =
      Map.of(
          ProblemCode.THIEU_TIEU_DE, "title",
          ProblemCode.THIEU_NGAY, "date",
          ProblemCode.THIEU_LOAI, "type",
          ProblemCode.THIEU_TRANG_THAI, "status");

  /**
   * Problems of one file.
   *
   * @param file as it is or would be written
   */
  static List<ToldProblem> of(List<Problem> problems, SourceFile file, Messages messages) {
    return problems.stream().map(problem -> of(problem, file, messages)).toList();
  }

  private static ToldProblem of(Problem problem, SourceFile file, Messages messages) {
    int line = problem.pos().line();
    boolean inBody = file.whole() && line >= file.bodyLine();
    String field = file.fieldAt(line).orElse(MISSING.get(problem.code()));
    return new ToldProblem(
        inBody ? null : field,
        line,
        problem.pos().column(),
        inBody ? line - file.bodyLine() + 1 : null,
        problem.code().code(),
        problem.isError() ? "error" : "notice",
        messages.message(problem),
        messages.hint(problem));
  }
}
