package vn.cachlamhay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.SiteBuilder;

/** {@code portal bake}: makes the site. */
@Command(name = "bake", mixinStandardHelpOptions = true)
final class BakeCommand implements Callable<Integer> {

  @Mixin private BuildingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var console = new Console(spec.commandLine(), options);
    return console.show(() -> new SiteBuilder(options.build(), console.progress()).bake());
  }
}
