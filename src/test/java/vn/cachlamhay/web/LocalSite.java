package vn.cachlamhay.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;

/** A real server on this machine that answers as a test says. */
final class LocalSite implements AutoCloseable {

  /** What a path answers. */
  interface Reply {
    void to(HttpExchange exchange) throws IOException;
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> agents = new CopyOnWriteArrayList<>();
  final List<String> cookies = new CopyOnWriteArrayList<>();

  LocalSite() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.start();
    on("/", exchange -> status(exchange, 404));
  }

  int port() {
    return server.getAddress().getPort();
  }

  String at(String path) {
    return "http://127.0.0.1:" + port() + path;
  }

  void on(String path, Reply reply) {
    if (path.equals("/robots.txt") || !path.equals("/")) {
      try {
        server.removeContext(path);
      } catch (IllegalArgumentException e) {
        // the first answer of this path
        asked.remove("");
      }
    }
    server.createContext(
        path,
        exchange -> {
          asked.add(exchange.getRequestURI().toString());
          agents.add(exchange.getRequestHeaders().getFirst("User-Agent"));
          if (exchange.getRequestHeaders().containsKey("Cookie")) {
            cookies.add(exchange.getRequestHeaders().getFirst("Cookie"));
          }
          try (exchange) {
            reply.to(exchange);
          } catch (IOException e) {
            // the other side has hung up, as it should
            exchange.close();
          }
        });
  }

  static void status(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
  }

  static Reply redirect(int status, String to) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", to);
      status(exchange, status);
    };
  }

  static Reply page(String html) {
    return bytes("text/html; charset=utf-8", html.getBytes(StandardCharsets.UTF_8));
  }

  static Reply bytes(String type, byte[] bytes) {
    return exchange -> {
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.getResponseHeaders().add("Set-Cookie", "a=b");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static byte[] zipped(long zeros) throws IOException {
    var out = new ByteArrayOutputStream();
    try (var zip = new GZIPOutputStream(out)) {
      var block = new byte[1 << 16];
      for (long i = 0; i < zeros; i += block.length) {
        zip.write(block);
      }
    }
    return out.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
