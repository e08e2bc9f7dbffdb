package vn.cachlamhay.site;

import com.vladsch.flexmark.util.sequence.Escaping;
import java.io.File;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import java.util.Random;
import org.jbake.app.Oven;
import org.jbake.app.configuration.JBakeConfigurationFactory;

/**
 * JBake's own {@code Oven}, run by {@link StockJBake} in a JVM of its own with the libraries that
 * JBake 2.7.0 was released with. Arguments: a site folder and its output folder, and so on in
 * pairs. Each bake begins as one in a fresh process would.
 */
final class StockOven {

  private StockOven() {}

  public static void main(String[] folders) throws Exception {
    boolean fine = true;
    Locale machine = Locale.getDefault();
    for (int i = 0; i < folders.length; i += 2) {
      Locale.setDefault(localeOf(Path.of(folders[i]), machine));
      rewindRandomNumbers();
      // a collection in the middle of a bake makes JBake lose the neighbours of documents with tags
      System.gc();
      Oven oven =
          new Oven(
              new JBakeConfigurationFactory()
                  .createDefaultJbakeConfiguration(
                      new File(folders[i]), new File(folders[i + 1]), true));
      oven.bake();
      for (Throwable error : oven.getErrors()) {
        System.err.println(folders[i] + ": " + error.getMessage());
        fine = false;
      }
    }
    // the threads of OrientDB would go on
    System.exit(fine ? 0 : 1);
  }

  /** JBake sets the locale of a site after FreeMarker has taken that of the machine. */
  private static Locale localeOf(Path site, Locale machine) throws IOException {
    var properties = new Properties();
    Path file = site.resolve("jbake.properties");
    if (Files.exists(file)) {
      try (Reader reader = Files.newBufferedReader(file)) {
        properties.load(reader);
      }
    }
    String named = properties.getProperty("jvm.locale");
    return named == null ? machine : Locale.forLanguageTag(named.replace('_', '-'));
  }

  /** Disguised mail addresses follow a row of random numbers that begins anew in each process. */
  private static void rewindRandomNumbers() throws ReflectiveOperationException {
    Field random = Escaping.class.getDeclaredField("random");
    random.setAccessible(true);
    random.set(null, new Random(0));
  }
}
