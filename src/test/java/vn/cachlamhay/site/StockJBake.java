package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Bakes sites with JBake 2.7.0 as released, from {@code target/stock-jbake}. */
final class StockJBake {

  private static final Path LIBRARIES = Path.of("target/stock-jbake").toAbsolutePath();

  private StockJBake() {}

  /**
   * Bakes sites one after the other in one new JVM, set to Việt Nam as a Vietnamese editor's
   * machine is, and to one processor: with more, OrientDB deals documents out to as many clusters,
   * so that those of one date come in another order on every kind of machine.
   *
   * @param work an empty folder
   * @param extension a jar on the class path, or nothing
   * @param folders a site folder and its output folder, and so on in pairs
   */
  static void bake(Path work, List<Path> extension, List<Path> folders)
      throws IOException, InterruptedException {
    assertThat(LIBRARIES).as("made by mvn verify").isDirectory();
    Path classes = work.resolve("classes");
    copyClass(StockOven.class, classes);
    Path quiet = Files.writeString(work.resolve("logback.xml"), "<configuration/>");
    var classPath = new ArrayList<>(List.of(LIBRARIES + "/*", classes.toString()));
    extension.forEach(jar -> classPath.add(jar.toString()));
    var command =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin/java").toString(),
                "-XX:ActiveProcessorCount=1",
                "-XX:+UseSerialGC",
                "-Xms1g",
                "-Xmn700m",
                "-Duser.timezone=Asia/Ho_Chi_Minh",
                "-Duser.language=vi",
                "-Duser.country=VN",
                "-Dfile.encoding=UTF-8",
                "-Dlogback.configurationFile=" + quiet,
                "-cp",
                String.join(System.getProperty("path.separator"), classPath),
                StockOven.class.getName()));
    folders.forEach(folder -> command.add(folder.toString()));
    run(command, work.resolve("stock-jbake.log"));
  }

  /** Runs a program to its end, which must be a good one. */
  static void run(List<String> command, Path log) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    boolean ended = process.waitFor(5, TimeUnit.MINUTES);
    if (!ended) {
      process.destroyForcibly();
    }
    assertThat(ended).as("ends in time: " + command).isTrue();
    assertThat(process.exitValue()).as(Files.readString(log)).isZero();
  }

  private static void copyClass(Class<?> type, Path folder) throws IOException {
    String name = type.getName().replace('.', '/') + ".class";
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    try (InputStream in = type.getClassLoader().getResourceAsStream(name)) {
      Files.copy(in, file);
    }
  }
}
