import com.google.gson.Gson;
import com.google.gson.JsonObject;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Asks the search page in Chromium, and prints what it answered and what that cost, one JSON line a
 * query: OUTPUT SESSIONS. A session, one JSON line, is a new browser profile.
 */
public final class Browse {

  private static final Path PROGRAM = Path.of("/usr/bin/chromium");
  private static final String PAGE = "tim-kiem/index.html";
  private static final double ROUND_TRIP_MS = 80;
  private static final double BYTES_A_SECOND = 8e6 / 8;
  private static final double PATIENCE_MS = 20_000;
  private static final int QUIET_MS = 200;
  private static final int MOST_FAILURES = 5;
  private static final Gson GSON = new Gson();

  /** Notes in the page when a key came, when results of it were shown, when all was done. */
  private static final String WATCH =
      """
      (() => {
        const tidy = text => text.normalize('NFC').trim().replace(/\\s+/g, ' ');
        const seen = window.searchBench = {wanted: '%s', key: 0, shown: 0, done: 0};
        document.addEventListener('input', () => {
          seen.key = performance.now();
          seen.shown = seen.done = 0;
        }, true);
        new MutationObserver(changes => {
          const list = document.getElementById('ket-qua');
          if (!list) return;
          const added = change => list.contains(change.target) && change.addedNodes.length;
          if (!seen.shown && list.querySelector('li a') && changes.some(added)) {
            seen.shown = performance.now();
          }
          const done = list.getAttribute('data-done');
          if (!seen.done && done !== null && seen.wanted && tidy(done) === tidy(seen.wanted)) {
            seen.done = performance.now();
          }
        }).observe(document, {subtree: true, childList: true, attributeFilter: ['data-done']});
      })();
      """;

  private static final String ANSWER =
      """
      () => {
        const seen = searchBench;
        const links = [...document.querySelectorAll('#ket-qua li a')].map(a => a.href);
        return JSON.stringify({
          hits: links,
          shown: Math.min(seen.shown && links.length ? seen.shown : seen.done, seen.done) - seen.key,
          done: seen.done - seen.key,
          until: performance.timeOrigin + seen.done});
      }
      """;

  private final Browser browser;
  private final StaticHost host;
  private final PrintStream out;
  private int failures;

  private Browse(Browser browser, StaticHost host, PrintStream out) {
    this.browser = browser;
    this.host = host;
    this.out = out;
  }

  /**
   * @param opened whether the first query stands in the address; otherwise it is typed
   * @param pause milliseconds from the focus on the field to the first key of a session
   * @param typing milliseconds from key to key; 0 for all at once
   */
  private record Session(
      boolean slow, boolean opened, int pause, int typing, List<Asked> queries) {}

  private record Asked(String set, String query) {}

  public static void main(String[] args) throws IOException {
    var options = new BrowserType.LaunchOptions().setExecutablePath(PROGRAM);
    options.setArgs(
        List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync"));
    var noDownload = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
    try (var host = new StaticHost(Path.of(args[0]));
        var playwright = Playwright.create(new Playwright.CreateOptions().setEnv(noDownload));
        Browser browser = playwright.chromium().launch(options)) {
      host.prepare("tim-kiem");
      var browse =
          new Browse(browser, host, new PrintStream(System.out, true, StandardCharsets.UTF_8));
      // the first one of all pays for the start of the browser
      browse.warmUp();
      for (String line : Files.readAllLines(Path.of(args[1]))) {
        browse.run(GSON.fromJson(line, Session.class));
        if (browse.failures >= MOST_FAILURES) {
          System.err.println("bench: the search page does not say when it is done; giving up");
          System.exit(1);
        }
      }
    }
  }

  private void warmUp() {
    try (BrowserContext context = browser.newContext()) {
      context.newPage().navigate(host.address() + PAGE);
    }
  }

  private void run(Session session) {
    try (BrowserContext context =
        browser.newContext(new Browser.NewContextOptions().setLocale("vi-VN"))) {
      Page page = context.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      if (session.slow()) {
        slowDown(page);
      }
      Asked first = session.queries().get(0);
      int start = host.count();
      page.addInitScript(WATCH.formatted(session.opened() ? escaped(first.query()) : ""));
      String address = host.address() + PAGE;
      if (session.opened()) {
        page.navigate(address + "?q=" + URLEncoder.encode(first.query(), StandardCharsets.UTF_8));
        tell(session, first, "opened", page, start);
      } else {
        page.navigate(address);
        page.click("#q");
        page.waitForTimeout(session.pause());
        type(page, first.query(), session.typing());
        tell(session, first, "first", page, start);
      }
      for (Asked further : session.queries().subList(1, session.queries().size())) {
        waitUntilQuiet(page);
        int before = host.count();
        type(page, further.query(), session.typing());
        tell(session, further, "further", page, before);
      }
    }
  }

  private static void slowDown(Page page) {
    var network = new JsonObject();
    network.addProperty("offline", false);
    network.addProperty("latency", ROUND_TRIP_MS);
    network.addProperty("downloadThroughput", BYTES_A_SECOND);
    network.addProperty("uploadThroughput", BYTES_A_SECOND);
    var session = page.context().newCDPSession(page);
    session.send("Network.enable");
    session.send("Network.emulateNetworkConditions", network);
  }

  private static void type(Page page, String query, int typing) {
    page.evaluate("query => { searchBench.wanted = query; }", query);
    page.focus("#q");
    page.evaluate("() => document.getElementById('q').select()");
    if (typing == 0) {
      page.keyboard().insertText(query);
      return;
    }
    for (int at = 0; at < query.length(); at = query.offsetByCodePoints(at, 1)) {
      page.keyboard().insertText(Character.toString(query.codePointAt(at)));
      page.waitForTimeout(typing);
    }
  }

  /** What the page loads on its own account after an answer belongs to no query. */
  private void waitUntilQuiet(Page page) {
    int before;
    do {
      before = host.count();
      page.waitForTimeout(QUIET_MS);
    } while (host.count() > before);
  }

  private void tell(Session session, Asked asked, String kind, Page page, int from) {
    var line = new JsonObject();
    line.addProperty("set", asked.set());
    line.addProperty("query", asked.query());
    line.addProperty("slow", session.slow());
    line.addProperty("kind", kind);
    try {
      page.waitForFunction("() => searchBench.done > 0");
      JsonObject answer = GSON.fromJson((String) page.evaluate(ANSWER), JsonObject.class);
      List<StaticHost.Sent> sent = host.sent(from, answer.get("until").getAsDouble());
      answer.remove("until");
      answer.entrySet().forEach(e -> line.add(e.getKey(), e.getValue()));
      line.addProperty("requests", sent.size());
      line.addProperty("bytes", sent.stream().mapToLong(StaticHost.Sent::bytes).sum());
      failures = 0;
      line.add("files", GSON.toJsonTree(sent.stream().map(StaticHost.Sent::path).toList()));
    } catch (PlaywrightException e) {
      failures++;
      String message = String.valueOf(e.getMessage()).replaceAll("\\s+", " ");
      line.addProperty("failed", message.substring(0, Math.min(message.length(), 100)));
    }
    out.println(GSON.toJson(line));
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\\\").replace("'", "\\'");
  }
}
