package vn.cachlamhay.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import vn.cachlamhay.content.ArticleReader;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.edit.ArticleStore;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.recognition.Recognizer;
import vn.cachlamhay.reference.Gazetteer;
import vn.cachlamhay.reference.Topics;
import vn.cachlamhay.richtext.RichText;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Brings in texts, one draft each. A source that cannot be read is told, and the rest goes on; one
 * that is there already is passed over, so that a run that was cut off is simply begun again. For
 * one thread at a time; reading uses all processors.
 */
public final class Importer implements AutoCloseable {

  /** So many are read at a time, before they are written one after the other. */
  private static final int AT_ONCE = 32;

  /** What articles are where nobody says it. */
  private static final String USUAL_TYPE = "post";

  private final Reading reading;
  private final DraftMaker maker;
  private final DraftWriter writer;
  private final Register register;
  private final boolean again;

  /**
   * @param again whether what is there already is brought in once more
   */
  Importer(
      Reading reading, DraftMaker maker, DraftWriter writer, Register register, boolean again) {
    this.reading = reading;
    this.maker = maker;
    this.writer = writer;
    this.register = register;
    this.again = again;
  }

  /**
   * An importer for a site, which knows what is there already.
   *
   * @throws SiteException where the site has no such type of article
   */
  public static Importer of(
      SiteConfig config, Gazetteer gazetteer, Topics topics, ImportOptions options)
      throws IOException {
    String usual = config.types().contains(USUAL_TYPE) ? USUAL_TYPE : config.types().get(0);
    String type = options.type().or(config::defaultType).orElse(usual);
    if (!config.types().contains(type)) {
      throw new SiteException(
          Problem.of(
              ProblemCode.NHAP_LOAI_BAI,
              SourcePos.ofFile("--type"),
              type,
              String.join(", ", config.types())));
    }
    LocalDate today = LocalDate.now(VietnameseDates.ZONE);
    var reader = new ArticleReader(config, gazetteer, topics, new StaticFiles(Map.of()));
    var store = new ArticleStore(config, Clock.systemUTC());
    return new Importer(
        new SourceReading(options.privateAddresses()),
        new DraftMaker(new Recognizer(gazetteer, topics), today),
        new DraftWriter(config, reader, store, type, today),
        Register.read(config),
        options.again());
  }

  /** Hears what comes of each source, in their order. */
  public interface Listener {

    /**
     * A source is done with.
     *
     * @param done how many are, this one among them
     * @param all how many there are
     */
    void done(Outcome outcome, int done, int all);
  }

  /**
   * Brings in what words of a command line name.
   *
   * @param words files, folders, archives, addresses
   * @param stopped asked before each draft is written
   * @throws IOException where the site's own disk fails; whole articles are there until then
   */
  public List<Outcome> run(List<String> words, BooleanSupplier stopped, Listener listener)
      throws IOException {
    try (var sources = new Sources(reading::reads)) {
      return all(sources.find(words), stopped, listener);
    }
  }

  /**
   * Brings in a file, or all that an archive has.
   *
   * @param name by which people know the file
   * @throws IOException as {@link #run}
   */
  public List<Outcome> run(Path file, String name, BooleanSupplier stopped, Listener listener)
      throws IOException {
    try (var sources = new Sources(reading::reads)) {
      return all(sources.file(file, name), stopped, listener);
    }
  }

  private List<Outcome> all(Sources.Found found, BooleanSupplier stopped, Listener listener)
      throws IOException {
    var outcomes = new ArrayList<Outcome>();
    int all = found.sources().size() + found.problems().size();
    for (Problem problem : found.problems()) {
      outcomes.add(failed(problem.pos().file(), List.of(problem)));
      listener.done(outcomes.get(outcomes.size() - 1), outcomes.size(), all);
    }
    for (int from = 0; from < found.sources().size() && !stopped.getAsBoolean(); from += AT_ONCE) {
      int to = Math.min(from + AT_ONCE, found.sources().size());
      for (Work work : read(found.sources().subList(from, to))) {
        if (stopped.getAsBoolean()) {
          break;
        }
        outcomes.add(outcome(work));
        listener.done(outcomes.get(outcomes.size() - 1), outcomes.size(), all);
      }
    }
    return List.copyOf(outcomes);
  }

  /** A source on its way: what was read of it, or what came of it already. */
  private static final class Work {
    private final Source source;
    private Optional<Outcome> ended = Optional.empty();
    private Reading.Read read;
    private Draft draft;
    private Optional<Fingerprint> print = Optional.empty();

    Work(Source source) {
      this.source = source;
    }
  }

  private List<Work> read(List<Source> sources) throws IOException {
    reading.prepare(sources);
    List<Work> works = sources.stream().map(Work::new).toList();
    Parallel.forEach(works, this::read);
    return works;
  }

  private void read(Work work) {
    String name = work.source.name();
    try {
      byte[] bytes = reading.bytes(work.source);
      work.ended = known(work.source, SourceFile.version(bytes));
      if (work.ended.isEmpty()) {
        work.read = reading.read(work.source, bytes);
        work.draft = maker.of(work.read.manuscript(), name);
        work.print = Fingerprint.of(words(work.draft.text()));
      }
    } catch (SiteException e) {
      work.ended = Optional.of(failed(name, e.problems()));
    } catch (IOException e) {
      work.ended = Optional.of(failed(name, unreadable(name, e)));
    } catch (UncheckedIOException e) {
      work.ended = Optional.of(failed(name, unreadable(name, e.getCause())));
    } catch (RuntimeException e) {
      // a mistake of ours with one file shall not cost the hundreds that follow
      Problem problem =
          Problem.of(ProblemCode.LOI_CHUONG_TRINH, SourcePos.ofFile(name), e + place(e));
      work.ended = Optional.of(failed(name, List.of(problem)));
    }
  }

  /** Where in our own code it was, for who has to mend it. */
  private static String place(RuntimeException e) {
    return Stream.of(e.getStackTrace())
        .filter(frame -> frame.getClassName().startsWith("vn.cachlamhay."))
        .limit(2)
        .map(frame -> " at " + frame)
        .collect(Collectors.joining());
  }

  private static String words(RichText text) {
    return String.join(" ", text.passages().stream().map(passage -> passage.text()).toList());
  }

  private Optional<Outcome> known(Source source, String digest) {
    Optional<Register.Match> match =
        again
            ? Optional.empty()
            : register
                .file(digest)
                .or(
                    () ->
                        source.file().isPresent()
                            ? Optional.empty()
                            : register.page(source.name()));
    return match.map(found -> known(source.name(), found));
  }

  private static Outcome known(String source, Register.Match match) {
    Problem problem = Problem.of(ProblemCode.NHAP_DA_CO, SourcePos.ofFile(source), match.article());
    return new Outcome(
        source,
        Outcome.Status.KNOWN,
        Optional.of(match.article()),
        Optional.empty(),
        List.of(problem));
  }

  private Outcome outcome(Work work) throws IOException {
    if (work.ended.isPresent()) {
      return work.ended.get();
    }
    String name = work.source.name();
    Origin origin = work.read.origin();
    Optional<Outcome> twin = known(work.source, SourceFile.version(origin.bytes()));
    if (twin.isPresent()) {
      return twin.get();
    }
    String title = work.draft.title().orElse("");
    Optional<Register.Match> match = register.text(title, work.print);
    if (!again && match.filter(found -> found.reason() == Register.Reason.SAME_TEXT).isPresent()) {
      return known(name, match.get());
    }
    var notices = new ArrayList<Problem>();
    match.ifPresent(
        found ->
            notices.add(
                Problem.of(ProblemCode.NHAP_GAN_GIONG, SourcePos.ofFile(name), found.article())));
    Kept kept;
    try {
      kept = writer.write(origin, work.draft, work.print, notices);
    } catch (EditException e) {
      return failed(name, List.of(e.problem()));
    }
    register.add(kept);
    register.add(kept.article(), title, "", Optional.empty());
    List<Problem> told =
        kept.notices().stream().flatMap(notice -> notice.problem(name).stream()).toList();
    return new Outcome(
        name, Outcome.Status.MADE, Optional.of(kept.article()), Optional.of(kept), told);
  }

  private static List<Problem> unreadable(String name, IOException e) {
    return List.of(Problem.of(ProblemCode.KHONG_DOC_DUOC, SourcePos.ofFile(name), e.toString()));
  }

  private static Outcome failed(String source, List<Problem> problems) {
    return new Outcome(source, Outcome.Status.FAILED, Optional.empty(), Optional.empty(), problems);
  }

  /** Ends what was started to read documents; nothing can be brought in any more. */
  @Override
  public void close() throws IOException {
    reading.close();
  }
}
