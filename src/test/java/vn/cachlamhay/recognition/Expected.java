package vn.cachlamhay.recognition;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * What a person says of a text, from a file beside it.
 *
 * @param values by their names
 */
record Expected(Map<?, ?> values) {

  static Expected read(Path file) throws IOException {
    var load = new Load(LoadSettings.builder().build());
    return new Expected((Map<?, ?>) load.loadFromString(Files.readString(file)));
  }

  String text(String name) {
    return values.get(name).toString();
  }

  int number(String name) {
    return (Integer) values.get(name);
  }

  List<String> list(String name) {
    return ((List<?>) values.get(name)).stream().map(Object::toString).toList();
  }

  /** {@code unknown} is what must not be told. */
  List<String> known(String name) {
    String value = text(name);
    return value.equals("unknown") || value.isEmpty() ? List.of() : List.of(value);
  }
}
