package vn.cachlamhay.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Options that every command has. */
class SiteOptions {

  @Option(names = "--site", paramLabel = "DIR", descriptionKey = "site")
  private Path site = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private Path out;

  @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "lang")
  private Language language = Language.vi;

  /** Languages, named as they are typed. */
  enum Language {
    vi,
    en
  }

  final Path site() {
    return site;
  }

  final Optional<Path> output() {
    return Optional.ofNullable(out);
  }

  final Texts texts() {
    return Texts.in(language.name());
  }
}
