package vn.cachlamhay.editor;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Frame;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.site.PathServer;

/** No article can do anything in the editor, and no other site can use it. */
class EditorSafetyIT extends InEditor {

  private static final String EVIL = "bai-viet/2019/doc.md";
  private static final String TARGET = "bai-viet/2019/dich.md";
  private static final String FLAG = "parent.hacked = top.hacked = window.hacked = true";

  private static final String ATTACK =
      """
      <script>%1$s</script>

      <img src="khong-co.png" onerror="%1$s">

      <svg onload="%1$s"><script>%1$s</script><a href="javascript:%1$s"><text y="20">svg</text></a></svg>

      [bấm đây](javascript:%1$s) <a href="javascript:%1$s">bấm nữa</a>

      <iframe src="javascript:%1$s"></iframe> <iframe srcdoc="<script>%1$s</script>"></iframe>

      <details open ontoggle="%1$s"><summary>x</summary></details> <input autofocus onfocus="%1$s">

      <form action="javascript:%1$s"><button>gửi</button></form>

      <object data="anh/doc.svg"></object> <embed src="anh/doc.svg"> <iframe src="anh/doc.svg"></iframe>

      <meta http-equiv="refresh" content="0;url=javascript:%1$s"> <base href="https://evil.example/">

      ![hình](anh/doc.svg)
      """
          .formatted(FLAG);

  @Override
  void prepare() throws IOException {
    write(TARGET, plain("Đích của kẻ xấu", "Chữ lành."));
    write(EVIL, plain("Bài độc <img src=x onerror=\\\"" + FLAG.replace("'", "") + "\\\">", ATTACK));
    write(
        "bai-viet/2019/anh/doc.svg",
        "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"40\" height=\"40\" onload=\"%1$s\"><script>%1$s</script></svg>"
            .formatted(FLAG));
  }

  @Test
  void nothingOfAnArticleRuns() {
    try (Desk desk = desk().expect(404)) {
      // in the list, in dialogs, in the form
      desk.list();
      assertThat(desk.at("#ds-than").getByText("Bài độc")).isVisible();
      harmless(desk);
      desk.open(EVIL);
      desk.previewShows("bấm đây");
      harmless(desk);
      // what may be pressed in the page
      for (String text : List.of("bấm đây", "bấm nữa", "gửi")) {
        if (desk.preview().getByText(text).count() > 0) {
          desk.preview().getByText(text).first().click();
        }
      }
      harmless(desk);
      desk.type(
          "\n<img src=x onerror=\"" + FLAG + "\">\n\n<script>" + FLAG + "</script>\n\nMốc cuối.\n");
      desk.previewShows("Mốc cuối.");
      harmless(desk);
      desk.paste("<p>Dán <img src=x onerror='" + FLAG + "'><script>" + FLAG + "</script></p>", "");
      assertThat(desk.at(".CodeMirror")).containsText("Dán");
      desk.at("#mo-lich-su").click();
      assertThat(desk.dialog()).isVisible();
      desk.page().keyboard().press("Escape");
      desk.at("#xoa").click();
      assertThat(desk.dialog()).containsText("Bài độc");
      desk.page().keyboard().press("Escape");
      harmless(desk);
      // the page has no way to what the editor knows
      assertThat(desk.at("#khung-xem iframe:not(.khung-cho)"))
          .hasAttribute("sandbox", "allow-same-origin");
      String address =
          (String)
              desk.page()
                  .evaluate(
                      "document.querySelector('#khung-xem iframe:not(.khung-cho)').contentDocument.location.href");
      // even alone in a window, where no frame guards it
      desk.tab().navigate(address);
      assertThat(desk.at("main")).containsText("bấm đây");
      assertThat(desk.page().evaluate("window.hacked")).isNull();
    }
  }

  /** Without this the test above might be about nothing. */
  @Test
  void theSameTextDoesHarmWhereNothingGuards() {
    BrowserContext context = chromium.context();
    Page page = context.newPage();
    page.setContent(ATTACK);
    page.waitForFunction("window.hacked");
    context.close();
  }

  private static void harmless(Desk desk) {
    assertThat(desk.page().evaluate("window.hacked")).isNull();
    for (Frame frame : desk.page().frames()) {
      if (frame != desk.page().mainFrame() && frame.url().contains("/bien-tap/xem/")) {
        assertThat(frame.url()).doesNotContain("javascript:");
        Object flag =
            desk.page()
                .evaluate(
                    "() => [...document.querySelectorAll('#khung-xem iframe')]"
                        + ".some(frame => frame.contentWindow && frame.contentWindow.hacked)");
        assertThat(flag).isEqualTo(false);
      }
    }
  }

  /** The writer has the editor open, and looks at another site in the same browser. */
  @Test
  void anotherSiteCanNeitherReadNorWrite(@TempDir Path other) throws IOException {
    String before = read(TARGET);
    Files.writeString(
        other.resolve("index.html"),
        "<!doctype html><html lang=vi><title>Khác</title><body><p>Trang khác</p></body></html>");
    Files.writeString(other.resolve("404.html"), "<!doctype html><title>404</title>");
    BrowserContext context = chromium.context();
    try (PathServer server = new PathServer(other)) {
      context.setDefaultTimeout(30_000);
      Page own = context.newPage();
      own.navigate(editor.address() + "bien-tap/");
      assertThat(own.locator("#ds-than tr").first()).isVisible();
      assertThat(context.cookies()).isNotEmpty();
      String token = own.locator("meta[name=bien-tap-token]").getAttribute("content");
      // a site of the same machine as far as cookies go, and one that is not
      for (String host : List.of("localhost", "127.0.0.1")) {
        Page page = context.newPage();
        page.navigate(server.address().replace("127.0.0.1", host));
        attack(page, token);
        assertThat(read(TARGET)).isEqualTo(before);
        page.close();
      }
    } finally {
      context.close();
    }
    assertThat(read(TARGET)).isEqualTo(before);
    assertThat(file(TARGET)).exists();
  }

  @SuppressWarnings("unchecked")
  private void attack(Page page, String token) {
    var answers =
        (Map<String, Object>)
            page.evaluate(
                """
                async ([editor, path, token]) => {
                  const body = JSON.stringify({ path, base: '', text: 'hacked', fields: {}, body: 'hacked' });
                  const ask = async (name, address, options) => {
                    try {
                      const answer = await fetch(editor + 'bien-tap/' + address, { credentials: 'include', ...options });
                      return [name, answer.type === 'opaque' ? 'opaque' : answer.status + ' ' + await answer.text()];
                    } catch (error) {
                      return [name, 'refused'];
                    }
                  };
                  const json = { 'Content-Type': 'application/json', 'X-Bien-Tap': token };
                  return Object.fromEntries(await Promise.all([
                    ask('shell', ''),
                    ask('list', 'api/articles'),
                    ask('article', 'api/article?path=' + path),
                    ask('events', 'su-kien'),
                    ask('save', 'api/save', { method: 'POST', body, headers: json }),
                    ask('simple save', 'api/save', { method: 'POST', body }),
                    ask('blind save', 'api/save', { method: 'POST', mode: 'no-cors', body }),
                    ask('delete', 'api/delete', { method: 'POST', mode: 'no-cors', body }),
                    ask('put', 'api/file?article=' + path + '&name=x.png', { method: 'PUT', body, headers: json }),
                  ]));
                }""",
                List.of(editor.address(), TARGET, token));
    assertThat(answers).hasSize(9);
    answers.forEach((name, answer) -> assertThat(answer).as(name).isIn("refused", "opaque"));
    // a form needs no permission of the browser
    page.evaluate(
        """
        ([editor, path]) => new Promise(done => {
          document.body.innerHTML += `<iframe name="f" id="f"></iframe><form target="f" method="post" enctype="text/plain"
            action="${editor}bien-tap/api/save"><input name='{"path":"${path}","base":"","text":"hacked","x":"' value='"}'></form>`;
          document.getElementById('f').onload = () => done();
          document.forms[0].submit();
        })""",
        List.of(editor.address(), TARGET));
    // and the editor does not let itself be shown within another page
    page.evaluate(
        """
        editor => new Promise(done => {
          const frame = document.createElement('iframe');
          frame.name = 'editor';
          frame.onload = () => done();
          frame.src = editor + 'bien-tap/';
          document.body.append(frame);
        })""",
        editor.address());
    Frame frame = page.locator("iframe[name=editor]").elementHandle().contentFrame();
    assertThat(frame.content()).doesNotContain("bien-tap-token", "man-danh-sach");
  }
}
