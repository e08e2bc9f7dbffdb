package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What new articles do to the portal's own pages: little, and nothing to what is older. Publishing
 * sends only what changed, and readers' browsers keep the rest.
 */
class AdditionTest {

  /**
   * None of those that are added makes the search merge its second segment: every 32nd does, which
   * is four more files and 30 KB for each.
   */
  private static final int BEFORE = 1312;

  private static final int ADDED = 12;

  private static final String NEWEST_PART = "sitemap-moi.xml";

  /** No article is nearer to the newest on one of its lists than so many places. */
  private static final int FAR = 120;

  private static final List<String> PLACES =
      List.of("Lạng Sơn/huyện Bắc Sơn", "Sơn La", "Hà Nội", "Bắc Ninh", "Cao Bằng", "Quảng Ninh");
  private static final List<String> TOPICS =
      List.of("Phát triển đảng viên", "Tạo nguồn kết nạp", "Sinh hoạt chi bộ", "Dân vận");
  private static final LocalDate START = LocalDate.of(2019, 1, 1);
  private static final Pattern OLDER = Pattern.compile("(.*/)trang-(\\d+)\\.html");

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void write() throws IOException {
    site = new TestSite(folder);
    for (String part : List.of("templates", "assets", "data")) {
      copy(part);
    }
    site.write(
        "jbake.properties",
        Files.readString(Path.of("jbake.properties")) + "\nsite.host=https://example.vn\n");
    for (String page : List.of("gioi-thieu", "lien-he")) {
      site.write(
          "content/" + page + ".md",
          "---\ntitle: Trang\ntype: page\nstatus: published\n---\nChữ\n");
    }
    for (int i = 0; i < BEFORE; i++) {
      article(i);
    }
  }

  @Test
  void changesLittleAndNothingOlder() throws IOException {
    Map<String, String> before = bake();
    assertThat(before)
        .containsKeys(
            "sitemap-1000-1.xml",
            "sitemap-100-13.xml",
            "tim-kiem/muc-luc/0/63.js",
            "tim-kiem/bai/1/1307.js",
            "tin-tuc/trang-1.html",
            "luu-tru/2020/trang-1.html");
    int files = 0;
    long bytes = 0;
    for (int i = BEFORE; i < BEFORE + ADDED; i++) {
      article(i);
      Map<String, String> after = bake();
      TreeSet<String> changed = changed(before, after);
      assertOlderIsAsItWas(i, changed, before, after);
      files += changed.size();
      bytes += changed.stream().mapToLong(uri -> size(after.get(uri))).sum();
      before = after;
    }
    System.out.printf(
        "A new article changed %.1f files and %.0f KB of %d files%n",
        (double) files / ADDED, bytes / 1000.0 / ADDED, before.size());
    assertThat((double) files / ADDED).isLessThanOrEqualTo(32.5);
    assertThat(bytes / ADDED).isLessThanOrEqualTo(350_000);
  }

  private static void assertOlderIsAsItWas(
      int added, TreeSet<String> changed, Map<String, String> before, Map<String, String> after) {
    for (String uri : changed) {
      Matcher older = OLDER.matcher(uri);
      if (older.matches() && before.containsKey(uri)) {
        // the newest of the older pages has a new neighbour; what it lists is the same
        String next = older.group(1) + "trang-" + (Integer.parseInt(older.group(2)) + 1) + ".html";
        assertThat(before).as(uri).doesNotContainKey(next);
        assertThat(after).as(uri).containsKey(next);
        assertThat(cards(after.get(uri))).isEqualTo(cards(before.get(uri)));
      }
      if (uri.startsWith("bai-viet/") && before.containsKey(uri)) {
        int number = Integer.parseInt(uri.replaceAll("\\D", ""));
        assertThat(number).as(uri).isGreaterThan(added - FAR);
      }
      assertThat(uri.matches("tim-kiem/(muc-luc|loc)/0[/.].*|tim-kiem/bai/.*"))
          .as("of older articles, which are found and shown as before: " + uri)
          .isEqualTo(!before.containsKey(uri) && uri.startsWith("tim-kiem/bai/"));
      if (uri.matches("sitemap-\\d.*") && before.containsKey(uri)) {
        assertThat(after).as("full, so changed by a merger only: " + uri).doesNotContainKey(uri);
      }
    }
    // it names the part of the newest articles only as long as there is one
    assertThat(changed.contains("sitemap.xml"))
        .isEqualTo(before.containsKey(NEWEST_PART) != after.containsKey(NEWEST_PART));
    assertThat(changed)
        .contains(NEWEST_PART)
        .contains("bai-viet/%05d.html".formatted(added), "index.html", "feed.xml")
        .doesNotContain(
            "so-do-trang.html",
            "tim-kiem/index.html",
            "sitemap-trang-1.xml",
            "404.html",
            "sw.js",
            "manifest.webmanifest",
            "ngoai-tuyen.html",
            "da-luu/index.html",
            "gioi-thieu.html");
  }

  /** The list of a page without the way to its neighbours. */
  private static String cards(String page) {
    return page.substring(page.indexOf("<ul class=\"cards"), page.indexOf("<nav class=\"pager"));
  }

  private static TreeSet<String> changed(Map<String, String> before, Map<String, String> after) {
    var changed = new TreeSet<>(before.keySet());
    changed.addAll(after.keySet());
    changed.removeIf(uri -> before.getOrDefault(uri, "-").equals(after.get(uri)));
    return changed;
  }

  private static long size(String text) {
    return text == null ? 0 : text.getBytes(StandardCharsets.UTF_8).length;
  }

  private Map<String, String> bake() throws IOException {
    assertThat(site.bake().problems()).isEmpty();
    return new TreeMap<>(site.pages());
  }

  private void article(int number) throws IOException {
    site.write(
        "content/bai-viet/%05d.md".formatted(number),
        """
        ---
        title: "Bài số %1$d về cách làm ở cơ sở"
        date: %2$s
        type: %3$s
        status: published
        locality: %4$s
        topic: %5$s
        tags: [thẻ %6$d]
        author: Tác giả %7$d
        summary: "%8$s"
        ---

        Chữ của bài %1$d. %8$s
        """
            .formatted(
                number,
                START.plusDays(number),
                number % 3 == 0 ? "practice" : "post",
                PLACES.get(number % PLACES.size()),
                TOPICS.get(number % TOPICS.size()),
                number % 7,
                number % 4,
                "Chi bộ họp, bàn rõ việc, giao rõ người, ".repeat(4).strip()));
  }

  private void copy(String part) throws IOException {
    try (Stream<Path> files = Files.walk(Path.of(part))) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path to = folder.resolve(file.toString());
        Files.createDirectories(to.getParent());
        Files.copy(file, to);
      }
    }
  }
}
