package vn.cachlamhay.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;
import vn.cachlamhay.build.SiteBuilder;

/** {@code portal check}: tells what is wrong, and writes nothing. */
@Command(name = "check", mixinStandardHelpOptions = true)
final class CheckCommand implements Callable<Integer> {

  @Mixin private BuildingOptions options;
  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    var console = new Console(spec.commandLine(), options);
    return console.showAll(() -> new SiteBuilder(options.build(), console.progress()).check());
  }
}
