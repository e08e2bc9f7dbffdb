package vn.cachlamhay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Brings a target to the state of a site: looks what is there, plans, and moves what differs, in
 * the order of {@link Stage}. Whatever interrupts it, readers have a site that works, and the next
 * run goes on. For one run and one thread.
 */
public final class Publisher {

  private static final String COPIES = ".portal-cache/publish";

  private final TargetConfig config;
  private final Target target;
  private final Patience patience;
  private final PublishListener listener;
  private final Supplier<Instant> clock;

  /**
   * What is asked for.
   *
   * @param dryRun whether only the plan is wanted
   * @param sure whether doubts have been dispelled: much would vanish, or files of others
   * @param pruneForeign whether files go that the portal never put there
   * @param unlock whether the lock of somebody else counts for nothing
   */
  public record Options(boolean dryRun, boolean sure, boolean pruneForeign, boolean unlock) {}

  /**
   * What came of it.
   *
   * @param plan that was made
   * @param bytes moved, or to be moved
   * @param resumed whether a run that was cut off has been finished
   */
  public record Outcome(Summary plan, long bytes, boolean resumed) {}

  /**
   * A plan for people: paths, sorted.
   *
   * @param foreign files of others that go as well
   */
  public record Summary(
      List<String> added, List<String> changed, List<String> removed, List<String> foreign) {

    /** Whether nothing is to be done. */
    public boolean isEmpty() {
      return added.isEmpty() && changed.isEmpty() && removed.isEmpty() && foreign.isEmpty();
    }
  }

  /** Somebody who may say no to a plan. */
  public interface Inspection {

    /**
     * Looks at it.
     *
     * @throws TargetException to stop
     */
    void look(Summary plan) throws IOException;
  }

  public Publisher(
      TargetConfig config, Target target, Patience patience, PublishListener listener) {
    this.config = config;
    this.target = target;
    this.patience = patience;
    this.listener = listener;
    this.clock = Instant::now;
  }

  /**
   * Publishes a site.
   *
   * @param inspection of the plan, before anything is done
   * @throws TargetException where the host says no, or the plan needs somebody who is sure
   * @throws IOException where the host was lost for good
   */
  public Outcome publish(FinishedSite site, Options options, Inspection inspection)
      throws IOException {
    try (Crew crew = crew()) {
      String run = Ids.next();
      return locked(
          crew,
          run,
          site.folder(),
          options,
          books -> {
            Known known = look(crew, books, site.hashes(), options.pruneForeign());
            Plan plan = Plan.of(site.hashes(), known, options.pruneForeign());
            return carryOut(crew, books, new Errand(run, site, known, plan, inspection), options);
          });
    }
  }

  /**
   * Brings back what was there before the last run.
   *
   * @param folder that this machine publishes from
   * @throws TargetException where the host does not keep it
   */
  public Outcome rollBack(Path folder, Options options) throws IOException {
    try (Crew crew = crew()) {
      String run = Ids.back();
      return locked(
          crew,
          run,
          folder,
          options,
          books -> {
            if (target.isAtomic()) {
              return rolledBack(crew, books, options);
            }
            Known known = look(crew, books, Map.of(), false);
            var kept = new KeptSite(config, before(books, known));
            Plan plan = Plan.of(kept.hashes(), known, false);
            return carryOut(crew, books, new Errand(run, kept, known, plan, any -> {}), options);
          });
    }
  }

  /** Back by the history that the target keeps itself. */
  private Outcome rolledBack(Crew crew, Books books, Options options) throws IOException {
    Known before = look(crew, books, Map.of(), false);
    if (!options.dryRun() && !crew.call(line -> line.rollBack("Quay lại bản trước"))) {
      throw noWayBack();
    }
    Plan plan = Plan.of(look(crew, books, Map.of(), false).hashes(), before, false);
    return new Outcome(summary(plan), 0, false);
  }

  /** What was there; a way back that was cut off leads where it led. */
  private Map<String, String> before(Books books, Known known) throws IOException {
    Optional<Sheet> last = known.unfinished().or(known::last);
    Optional<Sheet> begun = known.unfinished().filter(run -> Ids.isBack(run.id()));
    Optional<Sheet> way =
        begun.isPresent()
            ? begun
            : books
                .sheet(Names.PREVIOUS)
                .filter(
                    previous -> last.filter(run -> run.id().equals(previous.base())).isPresent());
    var hashes = new HashMap<>(known.hashes());
    for (Map.Entry<String, String> line : way.orElseThrow(this::noWayBack).lines().entrySet()) {
      if (line.getValue().equals(Sheet.GONE)) {
        hashes.remove(line.getKey());
      } else if (!line.getValue().equals(Sheet.UNSURE)) {
        hashes.put(line.getKey(), line.getValue());
      }
    }
    return hashes;
  }

  private TargetException noWayBack() {
    return config.refused(ProblemCode.DANG_KHONG_QUAY_LAI, null, config.name());
  }

  /** Something that is done with what the host remembers. */
  private interface Work {
    Outcome with(Books books) throws IOException;
  }

  private Outcome locked(Crew crew, String run, Path folder, Options options, Work work)
      throws IOException {
    var books = new Books(crew, config.site().resolve(COPIES).resolve(config.name()));
    if (options.dryRun() || target.isAtomic()) {
      return work.with(books);
    }
    byte[] origin = (Here.who() + " " + folder.toAbsolutePath().normalize()).getBytes(UTF_8);
    var lock = new Lock(config, run, Here.who(), Md5.of(origin), clock);
    crew.call(connection -> lock.take(connection, options.unlock()));
    crew.between(lock::renewIfDue);
    try {
      Outcome outcome = work.with(books);
      crew.call(lock::release);
      return outcome;
    } catch (IOException e) {
      attempt(lock::release, e);
      throw e;
    }
  }

  /** Once more on a line of its own; where the host is gone, it does not get there. */
  private void attempt(Line.Work<Boolean> work, IOException failure) {
    var nobodyWaits = new CountDownLatch(0);
    try (Line last = new Line(target, patience, listener, nobodyWaits)) {
      last.call(work);
    } catch (IOException e) {
      failure.addSuppressed(e);
    }
  }

  /**
   * Reads back what the portal put there.
   *
   * @return the files that are not as they were, or not there
   */
  public List<String> verify() throws IOException {
    try (Crew crew = crew()) {
      var books = new Books(crew, config.site().resolve(COPIES).resolve(config.name()));
      return new Verification(config, listener).run(crew, books);
    }
  }

  private Crew crew() {
    int connections = config.number("connections", target.connections());
    return new Crew(target, connections, patience, listener);
  }

  private Known look(Crew crew, Books books, Map<String, String> wanted, boolean all)
      throws IOException {
    listener.begins(PublishListener.Work.LOOK, 0, 0);
    return Host.look(crew, books, wanted, all);
  }

  /** One run: its id, where its files come from, what it meets and does, and who looks at that. */
  private record Errand(String run, Source source, Known known, Plan plan, Inspection inspection) {}

  private Outcome carryOut(Crew crew, Books books, Errand errand, Options options)
      throws IOException {
    Plan plan = errand.plan();
    long bytes = 0;
    for (String path : plan.sent()) {
      bytes += errand.source().size(path);
    }
    Summary summary = summary(plan);
    var outcome = new Outcome(summary, bytes, errand.known().unfinished().isPresent());
    List<Problem> doubts = options.sure() ? List.of() : doubts(plan);
    if (options.dryRun()) {
      doubts.forEach(problem -> listener.notice(problem.asNotice()));
    }
    if (options.dryRun() || (plan.isEmpty() && errand.known().isSettled())) {
      return outcome;
    }
    errand.inspection().look(summary);
    if (!doubts.isEmpty()) {
      throw new TargetException(doubts.get(0));
    }
    Sheet after =
        new Sheet(errand.run(), Sheet.NOTHING, clock.get(), Here.who(), errand.source().hashes());
    var run = new Run(config, target, crew, books, listener, after);
    try {
      run.carryOut(errand.source(), errand.known(), plan, bytes);
    } catch (IOException e) {
      // so that the next run knows as much as possible
      attempt(run::writeJournal, e);
      throw e;
    }
    return outcome;
  }

  private static Summary summary(Plan plan) {
    return new Summary(plan.added(), plan.changed(), plan.removed(), plan.foreign());
  }

  /** What needs somebody who is sure. */
  private List<Problem> doubts(Plan plan) {
    var doubts = new ArrayList<Problem>();
    if (plan.removesMuch()) {
      doubts.add(
          config.problem(
              ProblemCode.DANG_XOA_NHIEU,
              String.valueOf(plan.removed().size()),
              String.valueOf(plan.known())));
    }
    if (!plan.overwritten().isEmpty()) {
      doubts.add(
          config.problem(
              ProblemCode.DANG_GHI_DE,
              String.valueOf(plan.overwritten().size()),
              plan.overwritten().get(0)));
    }
    return doubts;
  }
}
