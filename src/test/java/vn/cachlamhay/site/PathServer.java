package vn.cachlamhay.site;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A host that shows a site below a path, with the site's own page for missing addresses. */
public final class PathServer implements AutoCloseable {

  private static final String PATH = "/a/b/";
  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "xml", "application/xml",
          "webmanifest", "application/manifest+json",
          "png", "image/png");

  /** What a host may do that is no better than this one. */
  interface Mood {
    /**
     * Answers a request, or only makes it wait.
     *
     * @param uri below the site's root
     * @return whether it has been answered
     */
    boolean answer(HttpExchange exchange, String uri) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Path root;
  private volatile Mood mood = (exchange, uri) -> false;

  public PathServer(Path root) {
    this.root = root;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The address of the site's root, with a slash at its end. */
  public String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + PATH;
  }

  /** From now on, the host is like that. */
  PathServer in(Mood other) {
    mood = other;
    return this;
  }

  /** The content type that belongs to a file name. */
  static String type(String name) {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (path.startsWith(PATH) && mood.answer(exchange, path.substring(PATH.length()))) {
        return;
      }
      if (path.equals("/favicon.ico")) {
        // browsers ask for it now and then where a page names no icon, such as one that leads
        // elsewhere
        exchange.sendResponseHeaders(204, -1);
        return;
      }
      Path file = path.startsWith(PATH) ? root.resolve(path.substring(PATH.length())) : null;
      if (file != null && Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      boolean found = file != null && Files.isRegularFile(file);
      byte[] body = Files.readAllBytes(found ? file : root.resolve("404.html"));
      String type = found ? type(file.getFileName().toString()) : TYPES.get("html");
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
