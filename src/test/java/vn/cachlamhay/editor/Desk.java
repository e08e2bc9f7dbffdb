package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/**
 * Somebody's browser with the editor in it. It remembers what a writer would never see: scripts
 * that broke, answers that nobody expected, other hosts that were asked.
 */
final class Desk implements AutoCloseable {

  private static final double PATIENCE = 30_000;

  private final BrowserContext context;
  private final String address;
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final Set<Integer> expected = new ConcurrentSkipListSet<>();
  private Page page;

  Desk(BrowserContext context, String address) {
    this.context = context;
    this.address = address;
    PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    context.setDefaultTimeout(PATIENCE);
    context.onWebError(error -> complaints.add("script: " + error.error()));
    context.onRequest(
        request -> {
          if (!request.url().matches("(?s)(" + address + "|data:|blob:|about:|chrome).*")) {
            complaints.add("asked elsewhere: " + request.url());
          }
        });
    context.onResponse(
        response -> {
          if (response.status() >= 400 && !expected.contains(response.status())) {
            complaints.add(response.status() + ": " + response.url());
          }
        });
    context.onConsoleMessage(
        message -> {
          // what was not loaded is told above, with its address; pages of articles may run nothing
          boolean told = message.text().matches("(?s)(Failed to load|Blocked script execution).*");
          if (message.type().equals("error") && !told) {
            complaints.add("console: " + message.text());
          }
        });
    this.page = context.newPage();
  }

  /** From now on, such answers are what the test is about. */
  Desk expect(int... statuses) {
    for (int status : statuses) {
      expected.add(status);
    }
    return this;
  }

  BrowserContext context() {
    return context;
  }

  Page page() {
    return page;
  }

  /** Turns to another tab of the same browser. */
  Page tab() {
    page = context.newPage();
    return page;
  }

  void turnTo(Page other) {
    page = other;
    page.bringToFront();
  }

  /** The list of all articles. */
  Page list() {
    go(address + "bien-tap/");
    assertThat(page.locator("#ds-than tr").first()).isVisible();
    return page;
  }

  /** Opens an article as from a bookmark, and waits until its text is there. */
  Page open(String path) {
    go("about:blank");
    go(address + "bien-tap/#bai=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
    opened();
    return page;
  }

  /** Which article is open. */
  String path() {
    String hash = page.url().replaceFirst(".*#bai=", "");
    return URLDecoder.decode(hash, StandardCharsets.UTF_8);
  }

  /** Waits until an article stands in the form. */
  void opened() {
    assertThat(page).hasURL(Pattern.compile(".*#bai=.*"));
    assertThat(page.locator("#man-bai")).isVisible();
    assertThat(page.locator("#ten-bai")).not().hasText("");
    assertThat(page.locator("#trang-thai-luu")).not().hasText("");
  }

  /** A page of the site itself. */
  Page site(String uri) {
    go(address + uri);
    return page;
  }

  /**
   * Pages of the site load themselves again when a bake ends, also right now: who was on the way
   * elsewhere sets out once more, as a writer would.
   */
  private void go(String url) {
    try {
      page.navigate(url);
    } catch (PlaywrightException e) {
      if (!e.getMessage().contains("interrupted by another navigation")) {
        throw e;
      }
      page.waitForLoadState();
      page.navigate(url);
    }
  }

  Locator at(String selector) {
    return page.locator(selector);
  }

  Locator button(String name) {
    return page.getByRole(
        AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
  }

  /** The one dialog that is open. */
  Locator dialog() {
    return page.locator("dialog[open]");
  }

  /** The page of the article as it is now, without scripts. */
  FrameLocator preview() {
    return page.frameLocator("#khung-xem iframe:not(.khung-cho)");
  }

  void previewShows(String text) {
    assertThat(preview().locator("main"))
        .containsText(text, new LocatorAssertions.ContainsTextOptions().setTimeout(PATIENCE));
  }

  /**
   * The text that is being written, with its line breaks.
   *
   * @param awaited what must be in it before it is read: answers of dialogs come in a moment later.
   *     It is read all the same where they never do, so that the assertion tells what was there.
   */
  String body(String... awaited) {
    try {
      page.waitForFunction(
          "parts => { const text = document.querySelector('.CodeMirror').CodeMirror.getValue();"
              + " return parts.every(part => text.includes(part)); }",
          List.of(awaited));
    } catch (TimeoutError e) {
      System.out.println("not in the text: " + List.of(awaited));
    }
    return (String) page.evaluate("document.querySelector('.CodeMirror').CodeMirror.getValue()");
  }

  /**
   * Lets CodeMirror come to rest: it empties its field for keys 20 ms after it got the focus, which
   * no hand is quick enough to notice.
   */
  void settle() {
    assertThat(page.locator("#than-bai-go")).isFocused();
    page.evaluate("() => new Promise(done => setTimeout(done, 40))");
  }

  /** Goes to the end of the text, and types there. */
  void type(String text) {
    page.locator("#than-bai-go").focus();
    settle();
    page.keyboard().press("Control+End");
    page.keyboard().type(text);
  }

  /** Pastes as another program would have left it in the clipboard. */
  void paste(String html, String rtf) {
    page.locator("#than-bai-go").focus();
    page.evaluate(
        """
        ([html, rtf]) => {
          const data = new DataTransfer();
          data.setData('text/html', html);
          data.setData('text/plain', 'chữ thường');
          if (rtf) {
            data.setData('text/rtf', rtf);
          }
          document.activeElement.dispatchEvent(
            new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        }""",
        List.of(html, rtf));
  }

  void save() {
    page.locator("#luu").click();
    saved();
  }

  void saved() {
    assertThat(page.locator("#trang-thai-luu")).containsText("Đã lưu");
  }

  void unsaved() {
    assertThat(page.locator("#trang-thai-luu")).containsText("Chưa lưu");
  }

  /** Presses a button of the dialog, by its words. */
  void answer(String name) {
    dialog()
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true))
        .click();
  }

  /** What was wrong so far and nobody expected. */
  List<String> complaints() {
    return complaints;
  }

  @Override
  public void close() {
    context.close();
    assertThat(complaints).isEmpty();
  }
}
