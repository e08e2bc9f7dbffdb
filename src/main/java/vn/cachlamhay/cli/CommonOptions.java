package vn.cachlamhay.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Options that every command has. */
class CommonOptions {

  @Option(names = "--site", paramLabel = "DIR", descriptionKey = "site")
  private Path site = Path.of("");

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

  final Texts texts() {
    return Texts.in(language.name());
  }
}
