package vn.cachlamhay.word;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Documents that LibreOffice has made .docx of, in a folder for temporary files that goes when this
 * is closed. LibreOffice takes seconds to start, so many are converted in one run; a document that
 * makes it fail is found and left out. Thread-safe: one run at a time.
 */
final class OfficeConversion implements AutoCloseable {

  private static final int BATCH = 40;

  /** The first start makes a profile. */
  private static final Duration START = Duration.ofSeconds(40);

  private final WordOptions options;
  private final Map<Path, Path> made = new HashMap<>();
  private final Map<Path, ProblemCode> failed = new HashMap<>();
  private Optional<Path> folder = Optional.empty();
  private int number;

  OfficeConversion(WordOptions options) {
    this.options = options;
  }

  private record Job(Path document, Path copy, Path result) {}

  /** The program, where there is one. */
  Optional<Path> program() {
    return options
        .office()
        .or(() -> OfficeProgram.find(System.getenv()))
        .filter(Files::isExecutable);
  }

  /** Converts those that were not converted yet. */
  synchronized void convert(Map<Path, ContentKind> documents) throws IOException {
    Optional<Path> program = program();
    if (program.isEmpty()) {
      return;
    }
    var jobs = new ArrayList<Job>();
    for (Map.Entry<Path, ContentKind> each : documents.entrySet()) {
      if (!made.containsKey(each.getKey()) && !failed.containsKey(each.getKey())) {
        jobs.add(job(each.getKey(), each.getValue()));
      }
    }
    var run = new OfficeRun(program.get(), folder());
    for (int from = 0; from < jobs.size(); from += BATCH) {
      batch(run, new ArrayList<>(jobs.subList(from, Math.min(from + BATCH, jobs.size()))));
    }
  }

  /**
   * The .docx of a document.
   *
   * @param file how messages name it
   */
  synchronized Path result(Path document, ContentKind kind, String file) throws IOException {
    if (program().isEmpty()) {
      throw Refusal.of(ProblemCode.WORD_THIEU_LIBREOFFICE, file);
    }
    convert(Map.of(document, kind));
    Path result = made.get(document);
    if (result == null) {
      String patience = Long.toString(options.patience().toSeconds());
      throw Refusal.of(failed.get(document), file, patience);
    }
    return result;
  }

  /** Forgets a document and its result, which would only take room. */
  synchronized void forget(Path document) throws IOException {
    failed.remove(document);
    Path result = made.remove(document);
    if (result != null) {
      Files.deleteIfExists(result);
    }
  }

  private Job job(Path document, ContentKind kind) throws IOException {
    number++;
    Path copy = folder().resolve("in").resolve(number + "." + kind.extension());
    Files.createDirectories(copy.getParent());
    // a name of our own: some names are options, and two folders may have the same one
    Files.copy(document, copy);
    return new Job(document, copy, folder().resolve("out").resolve(number + ".docx"));
  }

  private void batch(OfficeRun run, List<Job> jobs) throws IOException {
    List<Job> left = jobs;
    while (!left.isEmpty()) {
      Duration patience = START.plus(options.patience());
      boolean ended = run(run, left, patience);
      List<Job> still = new ArrayList<>(left);
      still.removeIf(this::isMade);
      boolean stuck = still.size() == left.size();
      if (stuck || left.size() == 1) {
        // converted in order, so the first that is missing is the one to blame; tried by itself
        Job first = left.get(0);
        boolean alone = left.size() == 1;
        ended = alone ? ended : run(run, List.of(first), patience);
        if (!isMade(first)) {
          failed.put(
              first.document(),
              ended ? ProblemCode.WORD_KHONG_DOI_DUOC : ProblemCode.WORD_DOI_QUA_LAU);
        }
        Files.deleteIfExists(first.copy());
        still = new ArrayList<>(left.subList(1, left.size()));
        still.removeIf(this::isMade);
      }
      left = still;
    }
  }

  /** Patience grows with the number: a document takes a second at most, but one may hang. */
  private static boolean run(OfficeRun run, List<Job> jobs, Duration patience) throws IOException {
    Path out = jobs.get(0).result().getParent();
    Files.createDirectories(out);
    Duration all = patience.plus(Duration.ofSeconds(2L * jobs.size()));
    return run.convert(jobs.stream().map(Job::copy).toList(), out, all);
  }

  private boolean isMade(Job job) {
    if (made.containsKey(job.document())) {
      return true;
    }
    if (!Files.isRegularFile(job.result())) {
      return false;
    }
    made.put(job.document(), job.result());
    try {
      Files.deleteIfExists(job.copy());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return true;
  }

  private Path folder() throws IOException {
    if (folder.isEmpty()) {
      folder = Optional.of(Files.createTempDirectory("portal-word"));
    }
    return folder.get();
  }

  @Override
  public synchronized void close() throws IOException {
    if (folder.isPresent()) {
      List<Path> all;
      try (Stream<Path> walk = Files.walk(folder.get())) {
        all = walk.sorted(Comparator.reverseOrder()).toList();
      }
      for (Path each : all) {
        Files.deleteIfExists(each);
      }
      folder = Optional.empty();
      made.clear();
      failed.clear();
    }
  }
}
