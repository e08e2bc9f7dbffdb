package vn.cachlamhay.build;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Supplier;
import vn.cachlamhay.cache.FileStamp;
import vn.cachlamhay.cache.LastBake;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Written;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.output.Manifest;

/**
 * Tells, without reading a single article, that nothing has changed since the last bake: every file
 * that went in and every file that came out is still as it was.
 */
final class SameAgain {

  private static final String KEY = "";

  private final Site site;
  private final BuildOptions options;
  private final Memory<LastBake> memory;
  private final Memory<Written> files;
  private final FileStamp.Taker stamps;
  private final Map<String, FileStamp> inputs;

  /**
   * Looks at the files of a site; those of its environment are the same wherever it is asked.
   *
   * @param written waits for what is known of the files of the finished site
   */
  SameAgain(BuildRun run, Supplier<Memory<Written>> written) {
    this.site = run.site();
    this.options = run.options();
    this.memory = run.cache().lastBake(run.environment().pages());
    this.files = written.get();
    this.stamps = FileStamp.Taker.on(site.config().site());
    this.inputs = run.inputs().stamps();
  }

  /** The report of the last bake, if this one would be the same. */
  Optional<BuildReport> report() {
    return memory
        .get(KEY)
        .filter(LastBake::again)
        .filter(last -> last.drafts() == options.drafts())
        .filter(last -> isSameDay(last.moment()))
        .filter(last -> isSame(last.inputs()))
        .filter(last -> isSame(manifest(), last.manifest()))
        .filter(last -> outputIsSame())
        .map(
            last ->
                new BuildReport(
                    last.articles(),
                    last.pages(),
                    0,
                    Optional.of(new BuildReport.Written(files.size(), 0, 0)),
                    Map.of(),
                    last.problems()));
  }

  /**
   * Remembers a bake.
   *
   * @param lasting whether everything in it depends on its files and the day only
   */
  void remember(BuildReport report, boolean lasting) {
    Optional<FileStamp> manifest = stamp(manifest());
    if (manifest.isEmpty()) {
      memory.remove(KEY);
      return;
    }
    memory.put(
        KEY,
        new LastBake(
            lasting && !report.hasErrors(),
            inputs,
            manifest.get(),
            options.now(),
            options.drafts(),
            report.articles(),
            report.pages(),
            report.problems()));
  }

  /** How the site that lies there stands to what it is made from. */
  OutputState state() {
    Optional<LastBake> bake =
        memory
            .get(KEY)
            .filter(last -> stamp(manifest()).filter(last.manifest()::isSameFileAs).isPresent());
    return new OutputState(
        bake.isPresent(),
        bake.flatMap(last -> firstChange(last.inputs())).map(site.config()::relative),
        bake.map(SameAgain::errors).orElse(0),
        bake.filter(LastBake::drafts).isPresent());
  }

  private static int errors(LastBake last) {
    return (int) last.problems().stream().filter(Problem::isError).count();
  }

  private Optional<Path> firstChange(Map<String, FileStamp> before) {
    var all = new TreeSet<>(before.keySet());
    all.addAll(inputs.keySet());
    return all.stream().filter(file -> !seemsSame(file, before)).findFirst().map(Path::of);
  }

  /** For people, who do not bake and change a file in the same moment. */
  private boolean seemsSame(String file, Map<String, FileStamp> before) {
    return before.containsKey(file)
        && inputs.containsKey(file)
        && inputs.get(file).isSameFileAs(before.get(file));
  }

  private boolean isSame(String file, Map<String, FileStamp> before) {
    return before.containsKey(file)
        && inputs.containsKey(file)
        && inputs.get(file).isSameAs(before.get(file));
  }

  /** What is out stays out, and places of today are those of the day. */
  private boolean isSameDay(LocalDateTime before) {
    return !options.now().isBefore(before)
        && options.now().toLocalDate().equals(before.toLocalDate());
  }

  private Path manifest() {
    return site.config().output().resolve(Manifest.FILE);
  }

  private boolean isSame(Map<String, FileStamp> before) {
    return before.size() == inputs.size()
        && inputs.keySet().stream().allMatch(file -> isSame(file, before));
  }

  private boolean outputIsSame() {
    var all = new ArrayList<Map.Entry<String, Written>>();
    files.forEach((uri, written) -> all.add(Map.entry(uri, written)));
    return all.parallelStream()
        .allMatch(
            file -> isSame(site.config().output().resolve(file.getKey()), file.getValue().stamp()));
  }

  private boolean isSame(Path file, FileStamp before) {
    return stamp(file).filter(now -> now.isSameAs(before)).isPresent();
  }

  private Optional<FileStamp> stamp(Path file) {
    try {
      return Optional.of(stamps.of(file));
    } catch (IOException e) {
      // gone, or a link that leads nowhere: not the same as anything
      return Optional.empty();
    }
  }
}
