package vn.cachlamhay.preview;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;

/**
 * Sends events to one browser until it goes. Each takes a thread, which mostly waits. Stateless.
 */
final class EventStream {

  /** Only by writing does a server learn that a browser has gone. */
  private static final long PING_SECONDS = 10;

  private EventStream() {}

  /** Sends until the browser has gone or the listener is closed. */
  static void pump(HttpExchange exchange, Events events, Events.Listener listener)
      throws IOException {
    try {
      exchange.getResponseHeaders().set("Content-Type", "text/event-stream; charset=utf-8");
      exchange.sendResponseHeaders(200, 0);
      OutputStream out = exchange.getResponseBody();
      write(out, "retry: 400\n\n");
      while (events.isOpen(listener) || !listener.lines().isEmpty()) {
        String line = listener.lines().poll(PING_SECONDS, TimeUnit.SECONDS);
        write(out, line == null ? ": \n\n" : line);
      }
    } catch (InterruptedException e) {
      // the server ends
      Thread.currentThread().interrupt();
    } finally {
      events.close(listener);
    }
  }

  private static void write(OutputStream out, String text) throws IOException {
    out.write(text.getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
