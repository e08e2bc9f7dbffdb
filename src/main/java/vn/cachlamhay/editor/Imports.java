package vn.cachlamhay.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.importer.ImportOptions;
import vn.cachlamhay.importer.Importer;
import vn.cachlamhay.importer.Outcome;

/**
 * Imports for the editor's page, one after the other. An importer has read all articles, so it
 * serves for all files that were chosen together; what changes on the disk meanwhile is found by
 * the next ones. Thread-safe.
 */
final class Imports {

  private static final ImportOptions OPTIONS = new ImportOptions(Optional.empty(), false, false);

  private final Site site;
  private final AtomicBoolean stopped = new AtomicBoolean();
  private volatile Progress progress = new Progress(0, 0);
  private Importer importer;
  private String batch = "";
  private Path content;

  /** How far the import at work is: of an archive, one that holds many files. */
  record Progress(int done, int all) {}

  /** What an importer is to do. */
  private interface Work {
    List<Outcome> with(Importer importer, Importer.Listener listener) throws IOException;
  }

  Imports(Site site) {
    this.site = site;
  }

  /**
   * Brings in a file.
   *
   * @param name by which the editor knows it
   * @param of the files that were chosen together; empty for one alone
   */
  List<Outcome> file(Path file, String name, String of) throws IOException {
    return run(of, (at, listener) -> at.run(file, name, stopped::get, listener));
  }

  /** Brings in the page of an address. */
  List<Outcome> address(String address, String of) throws IOException {
    return run(of, (at, listener) -> at.run(List.of(address), stopped::get, listener));
  }

  /** How far the import at work is. */
  Progress progress() {
    return progress;
  }

  /** No draft more is written of the archive at work. */
  void stop() {
    stopped.set(true);
  }

  private synchronized List<Outcome> run(String of, Work work) throws IOException {
    stopped.set(false);
    boolean fresh = choose(of);
    List<Outcome> outcomes = run(work);
    if (!fresh && outcomes.stream().anyMatch(this::isGone)) {
      // deleted since this importer read what there was
      importer.close();
      importer = made(site.catalog());
      outcomes = run(work);
    }
    return outcomes;
  }

  private List<Outcome> run(Work work) throws IOException {
    progress = new Progress(0, 0);
    return work.with(importer, (outcome, done, all) -> progress = new Progress(done, all));
  }

  /** Takes an importer for these files, and tells whether it is a new one. */
  private boolean choose(String of) throws IOException {
    Catalog catalog = site.catalog();
    Path now = catalog.config().content();
    if (importer != null && !of.isEmpty() && of.equals(batch) && now.equals(content)) {
      return false;
    }
    if (importer != null) {
      importer.close();
    }
    importer = made(catalog);
    batch = of;
    content = now;
    return true;
  }

  private static Importer made(Catalog catalog) throws IOException {
    return Importer.of(catalog.config(), catalog.gazetteer(), catalog.topics(), OPTIONS);
  }

  private boolean isGone(Outcome outcome) {
    return outcome.status() == Outcome.Status.KNOWN
        && outcome.article().filter(path -> !Files.exists(content.resolve(path))).isPresent();
  }
}
