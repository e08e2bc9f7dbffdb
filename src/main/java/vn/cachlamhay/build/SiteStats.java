package vn.cachlamhay.build;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.content.SiteFiles;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.jbake.BodyRenderer;
import vn.cachlamhay.jbake.SiteLoader;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.Views;
import vn.cachlamhay.stats.LogFile;
import vn.cachlamhay.stats.LogReader;
import vn.cachlamhay.stats.LogReport;
import vn.cachlamhay.stats.SiteAddresses;
import vn.cachlamhay.stats.ViewsFile;
import vn.cachlamhay.text.VietnameseDates;
import vn.cachlamhay.text.VietnameseText;

/** Counts the readers of a site's articles, and writes that down for its next bake. Immutable. */
public final class SiteStats {

  private static final int MOST_READ = 10;

  private final SiteConfig config;

  /**
   * @param site the site folder
   * @throws SiteException where there is no such site, or its configuration cannot be used
   */
  public SiteStats(Path site) {
    this.config =
        SiteLoader.load(site, Optional.empty(), VietnameseText.LOCALE, VietnameseDates.ZONE)
            .config();
  }

  /**
   * What was counted.
   *
   * @param articles how many were read at all
   * @param mostRead those that were read most in the last 30 days
   * @param file that was written, as problems tell it
   */
  public record Counted(LogReport report, int articles, List<MostRead> mostRead, String file) {

    public Counted {
      mostRead = List.copyOf(mostRead);
    }
  }

  /**
   * An article that was read much.
   *
   * @param views in the last 30 days
   */
  public record MostRead(String uri, long views) {}

  /**
   * Reads logs, and writes the file.
   *
   * @throws SiteException as {@link LogReader#read}; nothing has been written then
   */
  public Counted count(List<LogFile> logs, LogReader.Progress progress) {
    // what is wrong with the files is told by the bake
    SiteFiles files = SiteFiles.scan(config, BodyRenderer.extensions(), new Problems());
    var addresses = new SiteAddresses(files.addresses(config), config.host());
    LogReport report = new LogReader(addresses, progress).read(logs);
    Path file = config.data().resolve(ViewsFile.NAME);
    ViewsFile.write(file, report.views());
    Map<String, Views.Count> counts = report.views().byUri();
    return new Counted(
        report,
        counts.size(),
        counts.entrySet().stream()
            .map(entry -> new MostRead(entry.getKey(), entry.getValue().recent()))
            .filter(article -> article.views() > 0)
            .sorted(Comparator.comparing(MostRead::views).reversed().thenComparing(MostRead::uri))
            .limit(MOST_READ)
            .toList(),
        config.relative(file));
  }
}
