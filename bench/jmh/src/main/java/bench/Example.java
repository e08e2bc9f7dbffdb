package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the benchmarks work on: the repository's own site, and one long article of it. */
final class Example {

  /** The site folder, which bench/jmh/run names. */
  static final Path SITE = Path.of(System.getProperty("bench.site", "../.."));

  static final String ARTICLE = "content/bai-viet/2018/phat-trien-dang-vien-o-bac-son.md";

  private static final String MARK = "---\n";

  private Example() {}

  /** The Markdown of the article, without its front matter. */
  static String markdown() throws IOException {
    String file = Files.readString(SITE.resolve(ARTICLE));
    return file.substring(file.indexOf(MARK, MARK.length()) + MARK.length());
  }
}
