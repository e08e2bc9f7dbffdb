package vn.cachlamhay.preview;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * The HTTP server: reads requests, lets in those that {@link Gate} and {@link Login} let in, and
 * sends the answers of its handlers. Thread-safe.
 */
final class PreviewServer implements AutoCloseable {

  private static final String EVENTS = "/bien-tap/su-kien";
  private static final String API = "/bien-tap/api/";
  private static final String LOOK = "/bien-tap/xem/";

  /** Browsers open six connections each, and every listening page keeps one. */
  private static final int THREADS = 256;

  private final HttpServer http;
  private final ThreadPoolExecutor threads;
  private final Gate gate;
  private final Optional<Login> login;
  private final Parts parts;

  /**
   * What the server shows.
   *
   * @param site the baked site
   * @param editor what the editor asks for
   * @param failed told of our own mistakes
   */
  record Parts(Handler site, Editor editor, Events events, Consumer<RuntimeException> failed) {}

  private PreviewServer(HttpServer http, Gate gate, Optional<Login> login, Parts parts) {
    this.http = http;
    this.gate = gate;
    this.login = login;
    this.parts = parts;
    this.threads =
        new ThreadPoolExecutor(
            0, THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), PreviewServer::thread);
    http.setExecutor(threads);
    http.createContext("/", this::answer);
    http.start();
  }

  /** Where a server listens, before it knows what it shows. */
  record Bound(HttpServer http, String host) {

    InetSocketAddress address() {
      return http.getAddress();
    }

    /**
     * Begins to answer.
     *
     * @param login where other machines can reach it
     */
    PreviewServer start(Gate gate, Optional<Login> login, Parts parts) {
      return new PreviewServer(http, gate, login, parts);
    }
  }

  /**
   * Takes a port: the one that is wanted, or the next one that is free.
   *
   * @param tries how many ports are tried
   * @throws BindException none is free, or the host is not one of this machine
   */
  static Bound bind(String host, int port, int tries) throws IOException {
    limits();
    for (int i = 0; ; i++) {
      try {
        return new Bound(HttpServer.create(new InetSocketAddress(host, port + i), 0), host);
      } catch (BindException e) {
        if (i + 1 >= tries || port + i >= 65535) {
          throw e;
        }
      }
    }
  }

  /**
   * The JDK's server reads these once, when it is first used. Without the first one each answer on
   * a connection that stays open may wait 40 ms; the others end what comes too slowly or never.
   */
  private static void limits() {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    System.setProperty("sun.net.httpserver.maxReqTime", "60");
    System.setProperty("sun.net.httpserver.idleInterval", "60");
  }

  private static Thread thread(Runnable work) {
    var thread = new Thread(work, "preview-http");
    thread.setDaemon(true);
    return thread;
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Map<String, String> headers = headers(exchange.getRequestHeaders());
      URI uri = exchange.getRequestURI();
      String sent = exchange.getRequestMethod().toUpperCase(Locale.ROOT);
      String method = sent.equals("HEAD") ? "GET" : sent;
      Optional<Refusal> refused = refusal(exchange, method, headers);
      Optional<String> path = RequestPath.of(String.valueOf(uri.getRawPath()));
      Optional<Map<String, String>> query = RequestPath.query(uri.getRawQuery());
      if (refused.isPresent()) {
        send(exchange, refused.get().response());
      } else if (path.isEmpty() || query.isEmpty()) {
        send(exchange, Refusal.BAD_REQUEST.response());
      } else {
        var request =
            new Request(
                method,
                path.get(),
                query.get(),
                headers,
                exchange.getRequestBody(),
                length(headers));
        answer(exchange, request);
      }
    }
  }

  private void answer(HttpExchange exchange, Request request) throws IOException {
    if (login.isPresent() && !login.get().knows(request.headers())) {
      String from = exchange.getRemoteAddress().getAddress().getHostAddress();
      send(exchange, handled(asked -> login.get().ask(asked, from), request));
    } else if (request.path().equals(EVENTS)) {
      listen(exchange, request);
    } else {
      send(exchange, handled(handler(request), request));
    }
  }

  private Optional<Refusal> refusal(
      HttpExchange exchange, String method, Map<String, String> headers) {
    boolean oneHost =
        Optional.ofNullable(exchange.getRequestHeaders().get("Host"))
            .filter(hosts -> hosts.size() == 1)
            .isPresent();
    if (!oneHost || exchange.getRequestURI().isAbsolute()) {
      return Optional.of(Refusal.BAD_REQUEST);
    }
    if (!List.of("GET", "POST", "PUT", "DELETE").contains(method)) {
      return Optional.of(Refusal.WRONG_METHOD);
    }
    return gate.refuses(method, headers);
  }

  private Handler handler(Request request) {
    String path = request.path();
    if (!path.startsWith(EditorParts.ROOT)) {
      return path.equals("/bien-tap") ? r -> moved(EditorParts.ROOT) : parts.site();
    }
    if (path.startsWith(API) || path.startsWith(LOOK)) {
      Optional<Refusal> refusal = gate.refusesEditor(request.method(), request.headers());
      Handler handler = path.startsWith(API) ? parts.editor().api() : parts.editor().look();
      return refusal.<Handler>map(why -> r -> why.response()).orElse(handler);
    }
    return path.equals(Login.ADDRESS) ? r -> moved("/") : new EditorParts(gate);
  }

  private static Response moved(String address) {
    return Response.empty().withStatus(302).with("Location", address);
  }

  private Response handled(Handler handler, Request request) {
    try {
      return handler.handle(request);
    } catch (RefusedException e) {
      return e.response();
    } catch (IOException | java.io.UncheckedIOException e) {
      parts.failed().accept(new IllegalStateException(request.path(), e));
      return Refusal.DISK.response();
    } catch (RuntimeException e) {
      parts.failed().accept(e);
      return Refusal.FAILED.response();
    }
  }

  private void listen(HttpExchange exchange, Request request) throws IOException {
    Optional<Refusal> wrong =
        request.isGet() && !Gate.isFromElsewhere(request.headers())
            ? Optional.empty()
            : Optional.of(Refusal.OTHER_SITE);
    String page = request.value("trang").map(SitePages::uri).orElse("");
    Optional<Events.Listener> listener =
        wrong.isPresent() ? Optional.empty() : parts.events().open(page, request.value("tu"));
    if (listener.isPresent()) {
      common(exchange.getResponseHeaders());
      EventStream.pump(exchange, parts.events(), listener.get());
    } else {
      send(exchange, wrong.orElse(Refusal.TOO_BUSY).response());
    }
  }

  private void send(HttpExchange exchange, Response response) throws IOException {
    Headers headers = exchange.getResponseHeaders();
    common(headers);
    if (!response.type().isEmpty()) {
      headers.set("Content-Type", response.type());
    }
    response.headers().forEach(headers::set);
    byte[] bytes = response.bytes();
    boolean head = exchange.getRequestMethod().equalsIgnoreCase("HEAD");
    if (head) {
      headers.set("Content-Length", String.valueOf(bytes.length));
    }
    exchange.sendResponseHeaders(response.status(), head || bytes.length == 0 ? -1 : bytes.length);
    if (!head && bytes.length > 0) {
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  private static void common(Headers headers) {
    headers.set("Cache-Control", "no-store");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("X-Frame-Options", "SAMEORIGIN");
    headers.set("Referrer-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Content-Security-Policy", "frame-ancestors 'self'");
  }

  private static Map<String, String> headers(Headers sent) {
    var headers = new HashMap<String, String>();
    sent.forEach(
        (name, values) -> {
          if (name != null && !values.isEmpty()) {
            headers.put(name.toLowerCase(Locale.ROOT), values.get(values.size() - 1));
          }
        });
    return Map.copyOf(headers);
  }

  private static long length(Map<String, String> headers) {
    String length = headers.getOrDefault("content-length", "");
    return length.matches("[0-9]{1,18}") ? Long.parseLong(length) : -1;
  }

  /** Ends at once: what is on its way is cut off, and the port is free. */
  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
