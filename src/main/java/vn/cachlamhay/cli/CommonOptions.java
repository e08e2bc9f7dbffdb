package vn.cachlamhay.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;
import vn.cachlamhay.build.BuildOptions;

/** Options that several commands have. */
final class CommonOptions {

  @Option(names = "--site", paramLabel = "DIR", descriptionKey = "site")
  private Path site = Path.of("");

  @Option(names = "--out", paramLabel = "DIR", descriptionKey = "out")
  private Path out;

  @Option(names = "--lang", paramLabel = "vi|en", descriptionKey = "lang")
  private Language language = Language.vi;

  @Option(names = "--drafts", descriptionKey = "drafts")
  private boolean drafts;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  /** Languages, named as they are typed. */
  enum Language {
    vi,
    en
  }

  BuildOptions build() {
    return BuildOptions.now(site, Optional.ofNullable(out), drafts);
  }

  Texts texts() {
    return Texts.in(language.name());
  }

  boolean json() {
    return json;
  }
}
