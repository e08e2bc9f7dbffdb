package vn.cachlamhay.cli;

import picocli.CommandLine.Option;
import vn.cachlamhay.build.BuildOptions;

/** Options of the commands that build. */
final class BuildingOptions extends SiteOptions {

  @Option(names = "--drafts", descriptionKey = "drafts")
  private boolean drafts;

  @Option(names = "--json", descriptionKey = "json")
  private boolean json;

  BuildOptions build() {
    return BuildOptions.now(site(), output(), drafts);
  }

  boolean json() {
    return json;
  }
}
