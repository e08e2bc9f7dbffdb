package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/** A jar such as a site's developers would put into {@code lib/}, compiled when it is needed. */
final class ExtensionJar {

  private static final Path SOURCES = Path.of("src/test/resources/jbake-extensions");

  private ExtensionJar() {}

  /** Makes the jar from the sources among the test resources, against JBake as released. */
  static Path in(Path work) throws IOException {
    Path classes = Files.createDirectories(work.resolve("extension-classes"));
    var arguments = new ArrayList<>(List.of("--release", "8", "-nowarn", "-Xlint:-options", "-cp"));
    arguments.add(jars("target/stock-jbake"));
    arguments.addAll(List.of("-d", classes.toString()));
    try (Stream<Path> sources = Files.list(SOURCES)) {
      sources.map(Path::toString).sorted().forEach(arguments::add);
    }
    assertThat(
            ToolProvider.getSystemJavaCompiler()
                .run(null, null, null, arguments.toArray(String[]::new)))
        .isZero();
    Path jar = work.resolve("extension.jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(classes)) {
      for (Path each : files.filter(Files::isRegularFile).sorted().toList()) {
        add(out, classes.relativize(each).toString().replace('\\', '/'), Files.readAllBytes(each));
      }
      add(out, "META-INF/services/org.jbake.render.RenderingTool", text("mau.ListingTool\n"));
      add(
          out,
          "META-INF/org.jbake.parser.MarkupEngines.properties",
          text("mau.ShoutingEngine=shout\n"));
    }
    return jar;
  }

  /** The jars of a folder as a class path. */
  static String jars(String folder) throws IOException {
    try (Stream<Path> files = Files.list(Path.of(folder))) {
      return String.join(
          System.getProperty("path.separator"),
          files.map(Path::toString).filter(name -> name.endsWith(".jar")).sorted().toList());
    }
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void add(JarOutputStream out, String name, byte[] bytes) throws IOException {
    out.putNextEntry(new ZipEntry(name));
    out.write(bytes);
    out.closeEntry();
  }
}
