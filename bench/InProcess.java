import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.build.LiveSite;

/**
 * Edits an article of a site again and again while the site lives in this process, and prints the milliseconds until
 * the article's page on the disk shows the edit, one line an edit: SITE OUT ARTICLE [EDITS [title]].
 */
public final class InProcess {

  private static final int WARM_UP = 10;

  private InProcess() {}

  public static void main(String[] args) throws Exception {
    Path site = Path.of(args[0]);
    Path output = Path.of(args[1]);
    Path article = site.resolve(args[2]);
    int edits = args.length > 3 ? Integer.parseInt(args[3]) : 30;
    boolean title = args.length > 4;
    Path page = output.resolve(args[2].replaceFirst("^content/", "").replaceFirst("\\.md$", ".html"));
    String original = Files.readString(article);
    try (var live = new LiveSite(site, Optional.of(output), false)) {
      live.bake(Set.of());
      for (int edit = 1; edit <= WARM_UP + edits; edit++) {
        String mark = "dấu mốc " + edit + " hết";
        String text =
            title
                ? original.replaceFirst("(?m)^(title[=:] *.*)$", "$1 " + mark)
                : original + "\n\n" + mark + "\n";
        long saved = System.nanoTime();
        Files.writeString(article, text);
        var watch = new Watch(page, mark);
        watch.start();
        live.show(List.of(article));
        var report = live.bake(Set.of());
        watch.join();
        double all = (System.nanoTime() - saved) / 1e6;
        if (edit > WARM_UP) {
          System.out.printf(java.util.Locale.ROOT, "%.1f%n", (watch.seen - saved) / 1e6);
          System.err.printf(java.util.Locale.ROOT, "  everything up to date after %.1f ms, steps %s%n", all, report.timings());
        }
      }
    } finally {
      Files.writeString(article, original);
    }
  }

  /** Looks at a file until a text stands in it. */
  private static final class Watch extends Thread {
    private final Path file;
    private final String text;
    private volatile long seen;

    Watch(Path file, String text) {
      this.file = file;
      this.text = text;
    }

    @Override
    public void run() {
      try {
        while (!new String(Files.readAllBytes(file), StandardCharsets.UTF_8).contains(text)) {
          Thread.sleep(1);
        }
        seen = System.nanoTime();
      } catch (Exception e) {
        throw new IllegalStateException(e);
      }
    }
  }
}
