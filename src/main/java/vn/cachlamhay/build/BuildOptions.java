package vn.cachlamhay.build;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Optional;
import vn.cachlamhay.text.VietnameseDates;

/**
 * What a build is asked to do. Immutable.
 *
 * @param site the site folder
 * @param output where the site goes instead of the configured folder
 * @param drafts whether drafts become pages too
 * @param listed whether lists show drafts as if they were out, with a mark
 * @param now the time in Việt Nam that decides what is published already
 */
public record BuildOptions(
    Path site, Optional<Path> output, boolean drafts, boolean listed, LocalDateTime now) {

  /** A build whose lists have no drafts. */
  public BuildOptions(Path site, Optional<Path> output, boolean drafts, LocalDateTime now) {
    this(site, output, drafts, false, now);
  }

  /** A build as of this moment. */
  public static BuildOptions now(Path site, Optional<Path> output, boolean drafts) {
    return new BuildOptions(site, output, drafts, LocalDateTime.now(VietnameseDates.ZONE));
  }

  /** The same with drafts in all lists. */
  BuildOptions listingDrafts() {
    return new BuildOptions(site, output, drafts, true, now);
  }
}
