package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.jbake.Site;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.output.OutputWriter;

/**
 * A site that is baked again and again in one process, as a preview does: what is known of it stays
 * in memory. For one thread at a time, but for {@link #look} and {@link #catalog}, which any thread
 * may call, also while another one bakes.
 */
public final class LiveSite implements AutoCloseable {

  /** A cache of its own, so that a bake beside it has its own too. */
  private static final String CACHE = "live";

  private final Path folder;
  private final Optional<Path> output;
  private final boolean drafts;
  private Optional<Opened> opened = Optional.empty();
  private List<Path> inputs = List.of();
  private Optional<Preview> preview = Optional.empty();

  /** Of the last bake that came to its end, until the next one does. */
  private volatile Optional<Finished> finished = Optional.empty();

  private record Finished(Preview preview, Optional<Catalog> catalog) {}

  /** The cache of one output folder. */
  private record Opened(Path output, BuildCache cache) {}

  /**
   * @param output where the site goes instead of the configured folder
   * @param drafts whether drafts become pages too, and stand in lists with a mark
   */
  public LiveSite(Path folder, Optional<Path> output, boolean drafts) {
    this.folder = folder;
    this.output = output;
    this.drafts = drafts;
  }

  /**
   * Brings the site up to date. Pages of articles that changed, and those that somebody looks at,
   * are on disk before the others are made.
   *
   * @param first addresses of the pages that somebody looks at
   * @throws SiteException as {@link SiteBuilder#bake}
   */
  public BuildReport bake(Set<String> first) {
    return bake(first, Progress.SILENT, changed -> {});
  }

  /**
   * The same for somebody who wants to know at once.
   *
   * @param progress told of each step
   * @param changed told of files of the site that are new, others, or gone, as soon as they are
   * @throws SiteException as {@link SiteBuilder#bake}
   */
  public BuildReport bake(Set<String> first, Progress progress, Consumer<Set<String>> changed) {
    var builder =
        new SiteBuilder(BuildOptions.now(folder, output, drafts).listingDrafts(), progress);
    Site site = builder.load();
    SiteConfig config = site.config();
    inputs = List.of(config.content(), config.data(), config.templates(), config.assets());
    BuildCache cache = cache(builder, site);
    preview = Optional.empty();
    SiteBuilder.Baked baked = builder.bakeWatched(site, cache, first, changed);
    Preview made = baked.preview().get();
    preview = Optional.of(made);
    finished = Optional.of(new Finished(made, baked.catalog()));
    return baked.report();
  }

  /**
   * Shows at once what articles look like that have been edited since the last bake: their own
   * pages are put on disk, rendered among the other pages as they were. All else, and everything
   * that may be wrong, is left to {@link #bake}, which has to follow.
   *
   * @param files that changed
   * @return addresses of the pages that were shown; none where only a whole bake can tell
   */
  public Set<String> show(Collection<Path> files) {
    if (preview.isEmpty() || opened.isEmpty()) {
      return Set.of();
    }
    try {
      List<Preview.Page> pages = new ArrayList<>();
      Preview known = preview.get();
      synchronized (known) {
        for (Path file : files) {
          Optional<Preview.Page> page = known.of(file.toAbsolutePath().normalize());
          if (page.isEmpty()) {
            return Set.of();
          }
          pages.add(page.get());
        }
      }
      return show(pages, opened.get());
    } catch (SiteException | StaleCacheException e) {
      // the bake that follows tells what is wrong, or mends it
      return Set.of();
    }
  }

  /**
   * What an article would look like if its file held other bytes, beside what the last bake that
   * came to its end knows; nothing is written.
   *
   * @param file of the article, which need not exist
   * @return empty before the first bake, and where the site has no such preview
   * @throws SiteException with the fault of a template
   */
  public Optional<Preview.Look> look(Path file, byte[] content) {
    Optional<Finished> last = finished;
    if (last.isEmpty()) {
      return Optional.empty();
    }
    Preview known = last.get().preview();
    // it renders one page at a time
    synchronized (known) {
      try {
        return known.look(file.toAbsolutePath().normalize(), content);
      } catch (StaleCacheException e) {
        // a bake has thrown away what was known; the one that is on its way knows it again
        return Optional.empty();
      }
    }
  }

  /**
   * The articles of the last bake that came to its end, and what they may name; empty before the
   * first, and for a plain JBake project.
   */
  public Optional<Catalog> catalog() {
    return finished.flatMap(Finished::catalog);
  }

  /** The folders that the last bake read, the articles first; empty before the first one. */
  public List<Path> inputs() {
    return inputs;
  }

  private static Set<String> show(List<Preview.Page> pages, Opened open) {
    try (var writer = new OutputWriter(open.output(), open.cache().files(), changed -> {})) {
      pages.forEach(page -> writer.put(page.uri(), page.bytes()));
      writer.show();
    }
    return pages.stream().map(Preview.Page::uri).collect(Collectors.toUnmodifiableSet());
  }

  private BuildCache cache(SiteBuilder builder, Site site) {
    Path wanted = site.config().output();
    if (opened.filter(open -> open.output().equals(wanted) && open.cache().isOpen()).isEmpty()) {
      close();
      opened =
          Optional.of(
              new Opened(
                  wanted,
                  builder.cache(
                      site, site.config().site().resolve(BuildCache.FOLDER).resolve(CACHE))));
    }
    return opened.get().cache();
  }

  /** Writes down what is known, for the next process. */
  @Override
  public void close() {
    opened.ifPresent(
        open -> {
          try {
            open.cache().save();
          } finally {
            open.cache().close();
          }
        });
    opened = Optional.empty();
  }
}
