package vn.cachlamhay.importer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a person would make of a text.
 *
 * @param source the file that is brought in
 * @param title empty where the text has none
 * @param date {@code unknown} where the text does not say it
 * @param authors in the order of the text; may be empty
 * @param locality as front matter has it; may be empty
 * @param furniture lines that do not belong to the article
 * @param sentences that must not be lost
 */
record Expected(
    Path source,
    String title,
    String date,
    List<String> authors,
    List<String> locality,
    List<String> furniture,
    List<String> sentences) {

  /** Of a text that does not say when it was written. */
  static final String UNKNOWN = "unknown";

  private static final Path RESOURCES = Path.of("src/test/resources");

  /** All fixtures of readers and of recognition. */
  static List<Expected> all() throws IOException {
    var all = new ArrayList<Expected>();
    for (String folder : List.of("web", "word", "recognition/articles", "encoding")) {
      try (Stream<Path> files = Files.walk(RESOURCES.resolve(folder))) {
        files
            .filter(file -> file.toString().endsWith(".yaml"))
            .sorted()
            .map(Expected::read)
            .forEach(all::add);
      }
    }
    return all;
  }

  private static Expected read(Path yaml) {
    try {
      var values =
          (Map<?, ?>)
              new Load(LoadSettings.builder().build()).loadFromString(Files.readString(yaml));
      return new Expected(
          source(yaml),
          text(values, "title"),
          text(values, "date"),
          list(values, "authors"),
          list(values, "locality"),
          list(values, "furniture"),
          list(values, "sentences"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file of the same name, or the page of the folder. */
  private static Path source(Path yaml) throws IOException {
    String stem = yaml.getFileName().toString().replace(".yaml", "");
    try (Stream<Path> files = Files.list(yaml.getParent())) {
      return files
          .filter(
              file ->
                  !file.toString().matches(".*\\.(?:yaml|md|expected)")
                      && Files.isRegularFile(file))
          .filter(
              file ->
                  file.getFileName().toString().startsWith(stem + ".")
                      || file.getFileName().toString().startsWith("page."))
          .sorted()
          .findFirst()
          .orElseThrow(() -> new IllegalStateException("no source for " + yaml));
    }
  }

  private static String text(Map<?, ?> values, String key) {
    Object value = values.get(key);
    return value == null ? "" : value.toString();
  }

  private static List<String> list(Map<?, ?> values, String key) {
    Object value = values.get(key);
    if (value instanceof List<?> list) {
      return list.stream().map(Object::toString).toList();
    }
    String text = text(values, key);
    return text.isEmpty() || text.equals(UNKNOWN) ? List.of() : List.of(text);
  }
}
