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
 * @param now the time in Việt Nam that decides what is published already
 */
public record BuildOptions(Path site, Optional<Path> output, boolean drafts, LocalDateTime now) {

  /** A build as of this moment. */
  public static BuildOptions now(Path site, Optional<Path> output, boolean drafts) {
    return new BuildOptions(site, output, drafts, LocalDateTime.now(VietnameseDates.ZONE));
  }
}
