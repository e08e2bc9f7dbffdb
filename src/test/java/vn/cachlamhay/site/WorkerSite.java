package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;

/** A copy of the repository's site that is edited and baked again, and what its worker keeps. */
final class WorkerSite {

  static final String ARTICLE = "bai-viet/2018/phat-trien-dang-vien-o-bac-son.html";
  static final String OTHER = "bai-viet/2018/lop-hoc-theo-cum-o-long-dong.html";

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 8, 0);

  private final Path site;
  private final Path out;

  WorkerSite(String name) {
    site = SiteFixture.copySite(name + "-site");
    out = SiteFixture.freshFolder(name + "-output");
    bake();
  }

  Path out() {
    return out;
  }

  /** Edits a file below the site folder, and bakes the site again. */
  void edit(String file, UnaryOperator<String> change) {
    try {
      String before = Files.readString(site.resolve(file));
      String after = change.apply(before);
      assertThat(after).as("edit of " + file).isNotEqualTo(before);
      Files.writeString(site.resolve(file), after);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    bake();
  }

  /** Puts a file below the site folder; the next edit publishes it. */
  void write(String file, byte[] bytes) {
    try {
      Path path = site.resolve(file);
      Files.createDirectories(path.getParent());
      Files.write(path, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void bake() {
    var options = new BuildOptions(site, Optional.of(out), false, NOW);
    assertThat(new SiteBuilder(options, Progress.SILENT).bake().problems()).isEmpty();
  }

  /** Goes to a page, and waits until the worker answers for the site. */
  static Page begin(Tab tab, String uri) {
    Page page = tab.go(uri);
    page.waitForFunction("() => navigator.serviceWorker.controller");
    return page;
  }

  /** Saves the article that is open, and waits for its copy. */
  static void save(Page page) {
    page.locator("[data-save]").click();
    page.locator(".save-note", new Page.LocatorOptions().setHasText("khi không có mạng")).waitFor();
  }

  /** What is kept: the addresses below the site's root, in each cache whose name has this. */
  @SuppressWarnings("unchecked")
  static List<String> kept(Page page, String cache) {
    return (List<String>)
        page.evaluate(
            """
            async wanted => {
              const found = [];
              for (const name of await caches.keys()) {
                if (!name.includes(wanted)) continue;
                const requests = await (await caches.open(name)).keys();
                found.push(...requests.map(request => new URL(request.url).pathname.slice(5)));
              }
              return found;
            }""",
            cache);
  }

  /** The names of the caches. */
  @SuppressWarnings("unchecked")
  static List<String> caches(Page page) {
    return (List<String>) page.evaluate("caches.keys()");
  }

  /** A host that has no answer. */
  static boolean isGone(HttpExchange exchange, String uri) {
    exchange.close();
    return true;
  }

  /** A host that is slow. */
  static boolean sleep(int milliseconds) {
    try {
      Thread.sleep(milliseconds);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return false;
  }

  /** A host that has nothing but a number to say. */
  static boolean status(HttpExchange exchange, int status) throws IOException {
    byte[] body = String.valueOf(status).getBytes(StandardCharsets.US_ASCII);
    exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length);
    exchange.getResponseBody().write(body);
    return true;
  }

  /**
   * A host that leads from {@code x.html} to {@code x}, and from {@code index.html} to its folder.
   */
  static PathServer.Mood shortAddresses(Path out) {
    return (exchange, uri) -> {
      String place = exchange.getRequestURI().toString();
      String shortened = place.replaceAll("(/)index\\.html|\\.html", "$1");
      if (!shortened.equals(place)) {
        exchange.getResponseHeaders().set("Location", shortened);
        exchange.sendResponseHeaders(308, -1);
        return true;
      }
      Path file = out.resolve(uri + ".html");
      if (uri.isEmpty() || uri.endsWith("/") || !Files.isRegularFile(file)) {
        return false;
      }
      byte[] body = Files.readAllBytes(file);
      exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
      exchange.sendResponseHeaders(200, body.length);
      exchange.getResponseBody().write(body);
      return true;
    };
  }
}
