import java.io.BufferedReader;
import java.io.File;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Saves an article again and again while a browser looks at its page in {@code portal serve}, and prints the
 * milliseconds until the browser shows the edit, one line an edit: PORTAL CHROMIUM SITE ARTICLE WARM EDITS PAUSE.
 * The browser is driven by its own protocol, so nothing but Java and Chromium is needed.
 */
public final class SavedToSeen {

  /** Says what the page shows once it has been laid out. */
  private static final String TELL =
      "addEventListener('DOMContentLoaded', () => requestAnimationFrame(() => setTimeout(() => {"
          + " const found = document.body.textContent.match(/dau moc [0-9]+ het/g);"
          + " seen(found ? found[found.length - 1] : 'none'); })));";

  private SavedToSeen() {}

  public static void main(String[] args) throws Exception {
    Path site = Path.of(args[2]);
    Path article = site.resolve(args[3]);
    int warm = Integer.parseInt(args[4]);
    int edits = Integer.parseInt(args[5]);
    String page = args[3].replaceFirst("^content/", "").replaceFirst("\\.md$", ".html");
    String original = Files.readString(article);
    Path profile = Files.createTempDirectory("saved-to-seen");
    Process serve =
        new ProcessBuilder(args[0], "serve", "--site", site.toString(), "--no-open", "--lang", "en", "--port", "18800")
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    Process browser = null;
    try {
      String address = address(serve);
      browser =
          new ProcessBuilder(
                  args[1], "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync",
                  "--disable-background-networking", "--disable-component-update", "--remote-debugging-port=0",
                  "--window-size=1280,900", "--user-data-dir=" + profile, "about:blank")
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      var seen = new LinkedBlockingQueue<String>();
      connect(profile, seen, address + page);
      await(seen, "none");
      for (int edit = 1; edit <= warm + edits; edit++) {
        Thread.sleep(Integer.parseInt(args[6]));
        String mark = "dau moc " + edit + " het";
        long saved = System.nanoTime();
        Files.writeString(article, original + "\n\n" + mark + "\n");
        await(seen, mark);
        if (edit > warm) {
          System.out.printf(Locale.ROOT, "%.1f%n", (System.nanoTime() - saved) / 1e6);
        }
      }
    } finally {
      if (browser != null) {
        browser.destroy();
        browser.waitFor(10, TimeUnit.SECONDS);
      }
      Files.writeString(article, original);
      serve.destroy();
      serve.waitFor(20, TimeUnit.SECONDS);
      delete(profile.toFile());
    }
  }

  private static String address(Process serve) throws Exception {
    BufferedReader lines = serve.inputReader(java.nio.charset.StandardCharsets.UTF_8);
    Pattern address = Pattern.compile("http://localhost:[0-9]+/");
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.err.println(line);
      Matcher found = address.matcher(line);
      if (found.find()) {
        var rest = new Thread(() -> lines.lines().forEach(System.err::println));
        rest.setDaemon(true);
        rest.start();
        return found.group();
      }
    }
    throw new IllegalStateException("portal serve ended");
  }

  private static void await(BlockingQueue<String> seen, String wanted) throws Exception {
    String last = "nothing";
    for (String now = seen.poll(30, TimeUnit.SECONDS); now != null; now = seen.poll(30, TimeUnit.SECONDS)) {
      last = now;
      if (now.equals(wanted)) {
        return;
      }
    }
    throw new IllegalStateException("the browser shows " + last + ", not " + wanted);
  }

  private static void connect(Path profile, BlockingQueue<String> seen, String address) throws Exception {
    Path file = profile.resolve("DevToolsActivePort");
    while (!Files.exists(file) || Files.readAllLines(file).isEmpty()) {
      Thread.sleep(50);
    }
    var client = HttpClient.newHttpClient();
    String list =
        client
            .send(
                java.net.http.HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + Files.readAllLines(file).get(0) + "/json/list"))
                    .build(),
                java.net.http.HttpResponse.BodyHandlers.ofString())
            .body();
    Matcher target = Pattern.compile("\"webSocketDebuggerUrl\": \"([^\"]+/page/[^\"]+)\"").matcher(list);
    if (!target.find()) {
      throw new IllegalStateException(list);
    }
    WebSocket socket =
        client.newWebSocketBuilder().buildAsync(URI.create(target.group(1)), new Listener(seen)).join();
    send(socket, 1, "Page.enable", "{}");
    send(socket, 2, "Runtime.enable", "{}");
    send(socket, 3, "Runtime.addBinding", "{\"name\": \"seen\"}");
    send(socket, 4, "Page.addScriptToEvaluateOnNewDocument", "{\"source\": \"" + TELL + "\"}");
    send(socket, 5, "Page.navigate", "{\"url\": \"" + address + "\"}");
  }

  private static void send(WebSocket socket, int id, String method, String params) {
    socket
        .sendText("{\"id\": " + id + ", \"method\": \"" + method + "\", \"params\": " + params + "}", true)
        .join();
  }

  private static void delete(File file) {
    File[] inside = file.listFiles();
    if (inside != null) {
      for (File each : inside) {
        delete(each);
      }
    }
    file.delete();
  }

  /** Hears what the page says. */
  private static final class Listener implements WebSocket.Listener {
    private static final Pattern CALLED =
        Pattern.compile("\"method\":\"Runtime.bindingCalled\".*\"payload\":\"([^\"]*)\"");
    private final BlockingQueue<String> seen;
    private final StringBuilder text = new StringBuilder();

    Listener(BlockingQueue<String> seen) {
      this.seen = seen;
    }

    @Override
    public CompletionStage<?> onText(WebSocket socket, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        Matcher called = CALLED.matcher(text);
        if (called.find()) {
          seen.add(called.group(1));
        }
        text.setLength(0);
      }
      socket.request(1);
      return null;
    }
  }
}
