package vn.cachlamhay.site;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** "Nghe bài", with a voice that only writes down what it is to say. */
final class ListenIT extends InBrowser {

  private static final String TITLE = "Bắc Sơn: giao chỉ tiêu từ đầu năm, mở lớp ngay tại xã";

  /**
   * Voices: what the device has; said: what was said; finish: the sentence that is said is over.
   */
  private static final String VOICE =
      """
      window.said = [];
      window.voices = [{ lang: 'en-US', name: 'Emma', localService: true },
        { lang: 'vi-VN', name: 'Mạng', localService: false }, { lang: 'vi_VN', name: 'Máy', localService: true }];
      let now = null;
      window.SpeechSynthesisUtterance = function (text) { this.text = text; };
      const late = [];
      const synthesis = {
        getVoices: () => window.voices,
        addEventListener: (name, listener) => name === 'voiceschanged' && late.push(listener),
        speak(it) { now = it; window.said.push({ text: it.text, lang: it.lang, rate: it.rate, voice: it.voice.name }); },
        cancel() {
          const before = now;
          now = null;
          if (before) setTimeout(() => { before.onerror({ error: 'canceled' }); before.onend({}); }, 0);
        },
      };
      Object.defineProperty(window, 'speechSynthesis', { value: synthesis });
      window.finish = () => { const over = now; now = null; if (over) over.onend({}); return !!over; };
      window.speaks = () => now && now.text;
      window.comeLate = voices => { window.voices = voices; late.forEach(listener => listener()); };
      """;

  private Tab tab(String script) {
    Tab tab = chromium.open(server.address());
    tab.page().addInitScript(script);
    return tab;
  }

  static Stream<Arguments> sentences() {
    return Stream.of(
        Arguments.of("Một câu. Hai câu! Ba câu? Hết…", "Một câu.|Hai câu!|Ba câu?|Hết…"),
        Arguments.of(
            "Đạt 88,78% chỉ tiêu, có 11.000 đảng viên. Năm 2018. Đến nay đã hơn.",
            "Đạt 88,78% chỉ tiêu, có 11.000 đảng viên.|Năm 2018.|Đến nay đã hơn."),
        Arguments.of(
            "Ở TP. HCM và TX. Từ Sơn. Ở TP. Hồ Chí Minh, Q. 1, P. Bến Nghé.",
            "Ở TP. HCM và TX. Từ Sơn.|Ở TP. Hồ Chí Minh, Q. 1, P. Bến Nghé."),
        Arguments.of(
            "Theo PGS.TS. Nguyễn Văn A., ThS. Lê B. và GS. Trần C. nói. Hết.",
            "Theo PGS.TS. Nguyễn Văn A., ThS. Lê B. và GS. Trần C. nói.|Hết."),
        Arguments.of(
            "C. Mác và V. I. Lênin. T.Ư. Đảng họp.", "C. Mác và V. I. Lênin.|T.Ư. Đảng họp."),
        Arguments.of(
            "Gạo, ngô, v.v. đều có. Chè, cam, v.v. Sau đó bán.",
            "Gạo, ngô, v.v. đều có.|Chè, cam, v.v.|Sau đó bán."),
        Arguments.of("1. Mở đầu. 2. Kết thúc.", "1. Mở đầu.|2. Kết thúc."),
        Arguments.of(
            "“Làm được không?” ông hỏi. “Được!” Rồi ông cười.",
            "“Làm được không?” ông hỏi.|“Được!”|Rồi ông cười."),
        Arguments.of(
            "Xem tại www.chinhphu.vn và 8.30 giờ. Hết.",
            "Xem tại www.chinhphu.vn và 8.30 giờ.|Hết."),
        Arguments.of("Không có dấu chấm", "Không có dấu chấm"),
        Arguments.of("– … –", ""));
  }

  @ParameterizedTest
  @MethodSource("sentences")
  void sentencesEndWhereTheyEnd(String text, String sentences) {
    try (Tab tab = tab(VOICE)) {
      Page page = tab.go(Articles.LONG);
      List<String> expected = sentences.isEmpty() ? List.of() : List.of(sentences.split("\\|"));
      assertThat(readOut(page, "<p>" + text + "</p>")).isEqualTo(expected);
    }
  }

  /** Voices from the network fall silent in the middle of what is too long. */
  @Test
  void longSentencesAreSaidInPieces() {
    String text = "Chi bộ họp, ".repeat(30) + "rồi giao việc " + "rất dài ".repeat(60) + "hết.";
    try (Tab tab = tab(VOICE)) {
      List<String> said = readOut(tab.go(Articles.LONG), "<p>" + text + "</p>");
      assertThat(said).hasSizeGreaterThan(3).allMatch(piece -> piece.length() <= 220);
      assertThat(String.join(" ", said)).isEqualTo(text);
    }
  }

  @Test
  void whatIsReadIsWhatStandsThere() {
    String html =
        """
        <h2>Mục <em>một</em></h2>
        <p>Câu <a href="#x">có liên kết</a> và <strong>chữ đậm</strong>.<sup><a href="#f">1</a></sup> Câu hai.</p>
        <ul><li>Gạch một<ul><li>Gạch con</li></ul></li></ul>
        <figure><img alt="Ảnh"><figcaption>Chú thích</figcaption></figure>
        <table><thead><tr><th>Xã</th><th>Số</th></tr></thead>
        <tbody><tr><td>Vũ Lễ</td><td>15</td></tr></tbody></table>
        <blockquote><p>Trích.</p></blockquote>
        <p><a class="footnote-backref" href="#x">↩︎</a></p>
        """;
    try (Tab tab = tab(VOICE)) {
      assertThat(readOut(tab.go(Articles.LONG), html))
          .containsExactly(
              "Mục một",
              "Câu có liên kết và chữ đậm.",
              "Câu hai.",
              "Gạch một",
              "Gạch con",
              "Chú thích",
              "Xã, Số",
              "Vũ Lễ, 15",
              "Trích.");
    }
  }

  /** The title, the lead, then the text, with the voice of the device, to the end. */
  @Test
  void theWholeArticleIsReadSentenceBySentenceAndMarked() {
    try (Tab tab = tab(VOICE)) {
      Page page = tab.go(Articles.LONG);
      String before = page.locator("article.article").innerHTML();
      listen(page).click();
      assertThat(page.evaluate("said[0]"))
          .isEqualTo(Map.of("text", TITLE, "lang", "vi-VN", "rate", 1, "voice", "Máy"));
      int sentences = 0;
      do {
        sentences++;
        Object marked = page.evaluate(MARKED);
        assertThat(marked).isEqualTo(page.evaluate("speaks()"));
      } while ((boolean) page.evaluate("finish() && !!speaks()"));
      assertThat(sentences).isGreaterThan(50);
      assertThat(page.locator(".reader")).hasCount(0);
      assertThat(page.evaluate("CSS.highlights.size")).isEqualTo(0);
      assertThat(page.evaluate("said[1].text"))
          .asString()
          .startsWith("Hơn tám tháng đầu năm 2018")
          .endsWith("gần người học.");
      assertThat(page.locator("article.article").innerHTML().replace(" aria-pressed=\"false\"", ""))
          .as("links and all else as they were")
          .isEqualTo(before.replace(" aria-pressed=\"false\"", ""));
    }
  }

  private static final String MARKED =
      """
      [...[...CSS.highlights.get('doc')][0].cloneContents().childNodes].map(function text(n) {
        if (n.nodeType === 3) return n.data;
        if (n.matches('sup')) return '';
        const inner = [...n.childNodes].map(text).join('');
        return n.matches('td, th') && inner.trim() ? inner + ', ' : inner;
      }).join('').replace(/\\s+/g, ' ').replace(/ ,/g, ',').replace(/, $/, '').trim()
      """;

  @Test
  void itPausesGoesOnStopsAndKeepsItsSpeed() {
    try (Tab tab = tab(VOICE)) {
      Page page = tab.go(Articles.LONG);
      listen(page).click();
      Locator pause = page.locator(".reader button").first();
      assertThat(pause).isFocused();
      assertThat(page.locator(".reader")).containsText("Câu 1/");
      page.evaluate("finish()");
      Object second = page.evaluate("speaks()");
      pause.click();
      assertThat(pause).hasText("Nghe tiếp");
      assertThat(page.evaluate("speaks()")).isNull();
      pause.click();
      assertThat(pause).hasText("Tạm dừng");
      assertThat(page.evaluate("speaks()")).isEqualTo(second);
      page.locator(".reader select").selectOption("1.5");
      assertThat(page.evaluate("speaks()")).isEqualTo(second);
      assertThat(page.evaluate("said[said.length - 1].rate")).isEqualTo(1.5);
      page.keyboard().press("Escape");
      assertThat(page.locator(".reader")).hasCount(0);
      assertThat(page.evaluate("speaks()")).isNull();
      page.reload();
      listen(page).click();
      assertThat(page.evaluate("said[0].rate")).isEqualTo(1.5);
      page.locator(".reader button").nth(1).click();
      assertThat(page.locator(".reader")).hasCount(0);
      assertThat(listen(page)).isFocused();
      listen(page).click();
      listen(page).click();
      assertThat(page.evaluate("speaks()")).isNull();
    }
  }

  @Test
  void withoutHighlightsTheParagraphIsMarked() {
    try (Tab tab = tab(VOICE + "delete window.Highlight;")) {
      Page page = tab.go(Articles.LONG);
      listen(page).click();
      assertThat(page.locator(".spoken")).hasText(TITLE);
      page.evaluate("finish()");
      assertThat(page.locator(".spoken")).hasCount(1);
      assertThat(page.locator(".spoken")).hasClass("lead spoken");
      page.keyboard().press("Escape");
      assertThat(page.locator(".spoken")).hasCount(0);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        VOICE + "window.voices = [{ lang: 'en-US' }, { lang: 'vie-x' }];",
        VOICE + "window.voices = [];",
        "delete window.speechSynthesis; Object.defineProperty(window, 'speechSynthesis', { value: undefined });"
      })
  void nothingIsOfferedWithoutAVietnameseVoice(String script) {
    try (Tab tab = tab(script)) {
      Page page = tab.go(Articles.LONG);
      assertThat(page.locator("[data-share]")).isVisible();
      assertThat(listen(page)).isHidden();
    }
  }

  @Test
  void aVoiceMayComeLate() {
    try (Tab tab = tab(VOICE + "window.voices = [];")) {
      Page page = tab.go(Articles.LONG);
      assertThat(listen(page)).isHidden();
      page.evaluate("comeLate([{ lang: 'vi', name: 'Máy' }])");
      assertThat(listen(page)).isVisible();
    }
  }

  @Test
  void itFallsSilentWhenThePageIsLeft() {
    try (Tab tab = tab(VOICE + "window.cancelled = 0;")) {
      Page page = tab.go(Articles.LONG);
      listen(page).click();
      page.evaluate("window.dispatchEvent(new PageTransitionEvent('pagehide'))");
      assertThat(page.evaluate("speaks()")).isNull();
    }
  }

  @ParameterizedTest
  @CsvSource({"320", "1280"})
  void theBarHidesNothingThatHasTheFocus(int width) {
    try (Tab tab = tab(VOICE)) {
      Page page = tab.go(Articles.LONG);
      page.setViewportSize(width, 700);
      listen(page).click();
      assertThat(AccessibilityIT.look(page, false).getViolations()).isEmpty();
      Object hidden =
          page.evaluate(
              """
              () => {
                const bar = document.querySelector('.reader');
                const found = [];
                for (const link of document.querySelectorAll('main a, main summary, footer a')) {
                  link.focus();
                  if (document.activeElement !== link) continue;
                  const box = link.getBoundingClientRect();
                  if (box.bottom > bar.getBoundingClientRect().top && box.top > 0) found.push(link.textContent);
                }
                return found;
              }
              """);
      assertThat(hidden).isEqualTo(List.of());
      assertThat(page.evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
    }
  }

  @Test
  void aRecordingIsPlayedInstead() {
    BakedSite site = SiteFixture.hosted();
    try (Tab tab = chromium.open(Articles.disk(site))) {
      tab.page().addInitScript(VOICE);
      Page page = tab.go(LargeSite.RECORDED);
      Locator audio = page.locator("audio[controls]");
      assertThat(audio).isVisible();
      assertThat(audio).hasAttribute("preload", "none");
      assertThat(audio).hasAttribute("src", "anh/nghe.mp3");
      assertThat(audio).hasAttribute("aria-labelledby", "_nghe");
      assertThat(listen(page)).hasCount(0);
    }
    assertThat(site.files()).contains("bai-viet/2020/anh/nghe.mp3");
  }

  private static Locator listen(Page page) {
    return page.locator("[data-listen]");
  }

  /** What is said of a text that stands in the article's place, without title and lead. */
  private static List<String> readOut(Page page, String html) {
    page.evaluate(
        """
        html => {
          document.querySelector('.prose').innerHTML = html;
          document.querySelectorAll('.lead').forEach(lead => lead.remove());
        }
        """,
        html);
    listen(page).click();
    @SuppressWarnings("unchecked")
    var said =
        (List<String>)
            page.evaluate(
                "() => { while (finish()) { /* to the end */ } return said.map(s => s.text); }");
    assertThat(said.get(0)).isEqualTo(TITLE);
    return said.subList(1, said.size());
  }
}
