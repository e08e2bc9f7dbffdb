package vn.cachlamhay.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Looks through the templates of a site. Stateless. */
final class TemplateFiles {

  /**
   * The time of day, objects of Java, which may be anything, and settings that may be those of the
   * process instead of the site. What is called {@code now} in a variable is no time of day.
   */
  private static final Pattern UNPREDICTABLE =
      Pattern.compile(
          "(?:(?<![\\w)\\]])|\\b[lg]te?)\\.\\s*now\\b|\\?\\s*new\\b|\\bconfig\\s*[?\\[]|\\bconfig\\s*\\.\\s*"
              + Site.OF_THE_PROCESS);

  private TemplateFiles() {}

  /**
   * Whether templates make something of more than their variables, so that a page made of the same
   * variables may still be another one.
   */
  static boolean areUnpredictable(Path folder) {
    try (Stream<Path> files = Files.walk(folder.toRealPath())) {
      List<Path> templates = files.filter(Files::isRegularFile).toList();
      for (Path template : templates) {
        // the marks are ASCII, whatever the rest is
        String text = Files.readString(template, StandardCharsets.ISO_8859_1).replace("\0", "");
        if (UNPREDICTABLE.matcher(text).find()) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
