package vn.cachlamhay.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options of the commands that know the finished site. */
class SiteOptions extends CommonOptions {

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private Path out;

  final Optional<Path> output() {
    return Optional.ofNullable(out);
  }
}
