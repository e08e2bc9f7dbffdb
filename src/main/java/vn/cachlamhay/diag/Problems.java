package vn.cachlamhay.diag;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;

/**
 * Collects the problems of a run, from any thread. They come out sorted by place, so that a run
 * says the same things in the same order whatever its threads did. The same problem told twice is
 * kept once.
 */
public final class Problems {

  /** More than these help nobody; the rest is counted in a last notice. */
  public static final int DEFAULT_CAP = 1000;

  private final int cap;
  private final TreeSet<Problem> problems = new TreeSet<>();

  public Problems() {
    this(DEFAULT_CAP);
  }

  /**
   * @param cap how many problems come out at the most
   */
  public Problems(int cap) {
    this.cap = cap;
  }

  /** Adds a problem. */
  public synchronized void add(Problem problem) {
    problems.add(problem);
  }

  /** Adds a problem of a kind at a place. */
  public void add(ProblemCode code, SourcePos pos, String... args) {
    add(Problem.of(code, pos, args));
  }

  /** Adds all of a list. */
  public void addAll(Iterable<Problem> more) {
    more.forEach(this::add);
  }

  /** Whether anything was found that makes the exit code 1. */
  public boolean hasErrors() {
    return errorCount() > 0;
  }

  /** How many errors there were, those beyond the cap included. */
  public synchronized int errorCount() {
    return (int) problems.stream().filter(Problem::isError).count();
  }

  /**
   * The problems sorted by place. Where there are more than the cap, errors stay before notices,
   * and a last notice says how many were left out.
   */
  public synchronized List<Problem> sorted() {
    if (problems.size() <= cap) {
      return List.copyOf(problems);
    }
    var kept = new ArrayList<Problem>();
    problems.stream()
        .sorted(Comparator.comparing(Problem::isError).reversed())
        .limit(cap)
        .sorted()
        .forEach(kept::add);
    String dropped = Integer.toString(problems.size() - cap);
    kept.add(Problem.of(ProblemCode.QUA_NHIEU, SourcePos.ofFile("…"), dropped));
    return List.copyOf(kept);
  }
}
