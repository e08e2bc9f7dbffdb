package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.cache.BuildCache;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.Site;

/**
 * A site that is baked again and again in one process, as a preview does: what is known of it stays
 * in memory. For one thread at a time.
 */
public final class LiveSite implements AutoCloseable {

  private final Path folder;
  private final Optional<Path> output;
  private final boolean drafts;
  private Optional<Opened> opened = Optional.empty();

  /** The cache of one output folder. */
  private record Opened(Path output, BuildCache cache) {}

  /**
   * @param output where the site goes instead of the configured folder
   * @param drafts whether drafts become pages too
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
    var builder = new SiteBuilder(BuildOptions.now(folder, output, drafts), Progress.SILENT);
    Site site = builder.load();
    return builder.bake(site, cache(builder, site), first, true);
  }

  private BuildCache cache(SiteBuilder builder, Site site) {
    Path wanted = site.config().output();
    if (opened.filter(open -> open.output().equals(wanted) && open.cache().isOpen()).isEmpty()) {
      close();
      opened = Optional.of(new Opened(wanted, builder.cache(site)));
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
