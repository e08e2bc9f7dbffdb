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
          "png", "image/png");

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final Path root;

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

  /** The content type that belongs to a file name. */
  static String type(String name) {
    return TYPES.getOrDefault(
        name.substring(name.lastIndexOf('.') + 1), "application/octet-stream");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
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
