package vn.cachlamhay.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.diag.Problem;

/**
 * Problems as browsers show them: with the lines of the file around the place. Immutable and
 * thread-safe.
 *
 * @param site folder of the files
 */
record ProblemTexts(Path site) {

  private static final int AROUND = 3;
  private static final int LONGEST_LINE = 300;
  private static final int MOST = 30;
  private static final long LARGEST = 4_000_000;
  private static final Messages WORDS = Messages.in("vi");

  /** The errors among problems. */
  List<Map<String, Object>> errors(List<Problem> problems) {
    return problems.stream().filter(Problem::isError).limit(MOST).map(this::of).toList();
  }

  private Map<String, Object> of(Problem problem) {
    var texts = new LinkedHashMap<String, Object>();
    texts.put("file", problem.pos().file());
    texts.put("line", problem.pos().line());
    texts.put("column", problem.pos().column());
    texts.put("severity", problem.severity().name().toLowerCase(Locale.ROOT));
    texts.put("code", problem.code().code());
    texts.put("message", WORDS.message(problem));
    texts.put("hint", WORDS.hint(problem));
    List<String> lines = lines(problem);
    int from = Math.max(1, problem.pos().line() - AROUND);
    int to = Math.min(lines.size(), problem.pos().line() + AROUND);
    texts.put("from", from);
    texts.put("lines", from > to ? List.of() : lines.subList(from - 1, to));
    return texts;
  }

  /** The lines of a file; none where it has no lines to show. */
  private List<String> lines(Problem problem) {
    if (problem.pos().line() == 0) {
      return List.of();
    }
    try {
      Path file = site.resolve(problem.pos().file()).normalize();
      if (!file.startsWith(site) || !Files.isRegularFile(file) || Files.size(file) > LARGEST) {
        return List.of();
      }
      return new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
          .lines()
          .map(line -> line.length() > LONGEST_LINE ? line.substring(0, LONGEST_LINE) + " …" : line)
          .toList();
    } catch (IOException | InvalidPathException e) {
      // gone since: the place alone must do
      return List.of();
    }
  }
}
