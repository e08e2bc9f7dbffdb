package vn.cachlamhay.stats;

import java.time.LocalDate;
import java.util.List;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Views;

/**
 * What became of the lines of some access logs. Immutable.
 *
 * @param views of articles
 * @param lines all that tell of a request
 * @param counted views
 * @param repeated views of the same page by the same reader within minutes
 * @param bots views by programs
 * @param other answers that were no article, or none at all
 * @param unreadable lines of no format that is known
 * @param from the day of the oldest line, in Việt Nam
 * @param to that of the newest
 * @param problems the first lines of each log that could not be read
 */
public record LogReport(
    Views views,
    long lines,
    long counted,
    long repeated,
    long bots,
    long other,
    long unreadable,
    LocalDate from,
    LocalDate to,
    List<Problem> problems) {

  public LogReport {
    problems = List.copyOf(problems);
  }
}
