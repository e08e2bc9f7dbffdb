package vn.cachlamhay.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.apache.commons.configuration2.Configuration;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Hosting;

/** Reads what {@code jbake.properties} says of hosts: {@code host.files}. Stateless. */
final class HostingKeys {

  private static final String FILES = "host.files";
  private static final String PRECOMPRESSED = "host.precompressed";

  private HostingKeys() {}

  /**
   * What a site wants of hosts.
   *
   * @param file where it stands
   * @throws SiteException where a name is none
   */
  static Hosting read(Configuration own, Path file) {
    List<String> kinds = names(own, FILES, Hosting.KINDS, file);
    List<String> encodings = names(own, PRECOMPRESSED, Hosting.ENCODINGS, file);
    return new Hosting(own.containsKey(FILES), kinds, encodings);
  }

  /** In one order, however they are written. */
  private static List<String> names(Configuration own, String key, List<String> valid, Path file) {
    List<String> written =
        Arrays.stream(own.getString(key, "").split("[,\\s]+"))
            .filter(name -> !name.isEmpty())
            .toList();
    for (String name : written) {
      if (!valid.contains(name)) {
        throw new SiteException(
            Problem.of(
                ProblemCode.DICH_GIA_TRI,
                new SourcePos(file.getFileName().toString(), line(file, key), 0),
                key,
                name,
                String.join(", ", valid)));
      }
    }
    return valid.stream().filter(written::contains).toList();
  }

  /** The first line of a file that sets a key; 0 where none does. */
  private static int line(Path file, String key) {
    var setting = Pattern.compile("\\s*" + Pattern.quote(key) + "\\s*(?:[=:].*|\\s.*)?");
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
      return IntStream.range(0, lines.size())
          .filter(i -> setting.matcher(lines.get(i)).matches())
          .map(i -> i + 1)
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
