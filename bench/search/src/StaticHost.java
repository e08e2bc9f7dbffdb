import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/**
 * A static host as most are: sends text compressed with its length, lets the browser keep it for
 * ten minutes, and remembers when it was asked for what and how many bytes it sent. The browser's
 * own count leaves out what a worker loads. Thread-safe.
 */
final class StaticHost implements AutoCloseable {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "json", "application/json",
          "svg", "image/svg+xml",
          "xml", "application/xml");

  private final Path root;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(8);
  private final Map<Path, byte[]> compressed = new ConcurrentHashMap<>();
  private final List<Sent> log = new ArrayList<>();

  /** A request: milliseconds since 1970 when it came, bytes of the answer with its head. */
  record Sent(String path, double at, long bytes) {}

  StaticHost(Path root) throws IOException {
    // or every answer waits for the acknowledgement of its head
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.root = root;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The address of the site's root, with a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** How many requests there have been. */
  int count() {
    synchronized (log) {
      return log.size();
    }
  }

  /** The requests from a number on that came up to a time. */
  List<Sent> sent(int from, double until) {
    synchronized (log) {
      return log.subList(from, log.size()).stream().filter(sent -> sent.at() <= until).toList();
    }
  }

  /** Compresses what lies in a folder, so that the first who ask do not wait longer. */
  void prepare(String folder) throws IOException {
    try (var files = Files.walk(root.resolve(folder))) {
      files.parallel().filter(Files::isRegularFile).filter(StaticHost::isText).forEach(this::gzip);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    double at = System.currentTimeMillis();
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      Path file = root.resolve(path.substring(1)).normalize();
      if (Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      boolean found = file.startsWith(root) && Files.isRegularFile(file);
      file = found ? file : root.resolve("404.html");
      byte[] body = isText(file) ? gzip(file) : Files.readAllBytes(file);
      var head = exchange.getResponseHeaders();
      head.set("Content-Type", TYPES.getOrDefault(ending(file), "application/octet-stream"));
      head.set("Cache-Control", "max-age=600");
      if (isText(file)) {
        head.set("Content-Encoding", "gzip");
        head.set("Vary", "Accept-Encoding");
      }
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      long bytes = body.length + "HTTP/1.1 200 OK\r\n\r\n".length();
      for (var line : head.entrySet()) {
        bytes += (line.getKey() + ": " + String.join("", line.getValue()) + "\r\n").length();
      }
      synchronized (log) {
        log.add(new Sent(path, at, bytes));
      }
      exchange.getResponseBody().write(body);
    }
  }

  private byte[] gzip(Path file) {
    return compressed.computeIfAbsent(
        file,
        f -> {
          var bytes = new ByteArrayOutputStream();
          try (var gzip = new GZIPOutputStream(bytes)) {
            Files.copy(f, gzip);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          return bytes.toByteArray();
        });
  }

  private static boolean isText(Path file) {
    return TYPES.containsKey(ending(file));
  }

  private static String ending(Path file) {
    String name = file.getFileName().toString();
    return name.substring(name.lastIndexOf('.') + 1);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdown();
  }
}
