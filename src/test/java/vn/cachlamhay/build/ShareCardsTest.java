package vn.cachlamhay.build;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which pages have cards, and when these are drawn. */
class ShareCardsTest {

  private static final String HOST = "https://example.vn/";
  private static final Pattern IMAGE =
      Pattern.compile("<meta property=\"og:image\" content=\"([^\"]*)\">");

  @TempDir Path folder;
  private TestSite site;

  /** The portal's own templates, and a site with an address. */
  @BeforeEach
  void write() throws IOException {
    site = new TestSite(folder);
    for (String part : new String[] {"templates", "assets", "data", "content"}) {
      try (Stream<Path> files = Files.walk(Path.of(part))) {
        for (Path file : files.filter(Files::isRegularFile).toList()) {
          Path to = folder.resolve(file.toString());
          Files.createDirectories(to.getParent());
          Files.copy(file, to);
        }
      }
    }
    configure("\nsite.host=https://example.vn\n");
  }

  @Test
  void everyPageNamesACardThatIsThere() throws IOException {
    site.bake();
    Map<String, String> output = site.output();
    int articles = 0;
    for (Map.Entry<String, String> page : output.entrySet()) {
      if (!page.getKey().endsWith(".html") || !page.getValue().contains("og:title")) {
        continue;
      }
      var image = IMAGE.matcher(page.getValue());
      if (page.getKey().equals("404.html")) {
        assertThat(image.find()).isFalse();
        continue;
      }
      assertThat(image.find()).as(page.getKey()).isTrue();
      assertThat(image.group(1)).startsWith(HOST);
      assertThat(output).containsKey(image.group(1).substring(HOST.length()));
      assertThat(page.getValue())
          .contains("<meta name=\"twitter:card\" content=\"summary_large_image\">");
      // the summary of a practice is no page to be shared
      if (page.getKey().startsWith("bai-viet/") && !page.getKey().endsWith("/to-tom-tat.html")) {
        articles++;
        assertThat(image.group(1))
            .isEqualTo(HOST + "the-chia-se/" + page.getKey().replace(".html", ".png"));
        // known before the picture is: who shares it first sees it at once
        assertThat(page.getValue())
            .contains(
                "<meta property=\"og:image:width\" content=\"1200\">",
                "<meta property=\"og:image:height\" content=\"630\">");
      }
    }
    assertThat(articles).isGreaterThan(20);
  }

  @Test
  void aCardIsDrawnAgainOnlyWhenItsWordsHaveChanged() throws IOException {
    site.bake();
    Map<String, String> before = site.output();
    site.append("content/bai-viet/2019/chau-son-lam-ca-vuot-chi-tieu.md", "\nThêm một câu.\n");
    site.bake();
    Map<String, String> after = site.output();
    assertThat(changedCards(before, after)).isEmpty();
    Path article = folder.resolve("content/bai-viet/2019/chau-son-lam-ca-vuot-chi-tieu.md");
    Files.writeString(article, Files.readString(article).replaceFirst("title: .*", "title: Khác"));
    site.bake();
    assertThat(changedCards(after, site.output()))
        .containsExactly("the-chia-se/bai-viet/2019/chau-son-lam-ca-vuot-chi-tieu.png");
    Map<String, String> warm = site.output();
    site.deleteCache().delete("output").bake();
    assertThat(site.output()).isEqualTo(warm);
  }

  @Test
  void aNewArticleIsOneMoreCard() throws IOException {
    site.bake();
    Map<String, String> before = site.output();
    site.write(
        "content/bai-viet/2024/moi.md",
        "---\ntitle: Mới\ndate: 2024-09-09\ntype: post\nstatus: published\n---\nChữ\n");
    site.bake();
    assertThat(changedCards(before, site.output()))
        .containsExactly("the-chia-se/bai-viet/2024/moi.png");
    site.delete("content/bai-viet/2024/moi.md").bake();
    assertThat(site.output()).doesNotContainKey("the-chia-se/bai-viet/2024/moi.png");
  }

  /** Previews could not load one; nothing that draws is made, or even loaded. */
  @Test
  void withoutAnAddressThereAreNone() throws IOException {
    configure("");
    site.bake();
    assertThat(site.output().keySet()).noneMatch(uri -> uri.startsWith("the-chia-se/"));
    assertThat(site.output().get("index.html")).doesNotContain("og:image");
  }

  @Test
  void aCardOfTheSitesOwnGoesFirst() throws IOException {
    site.write("assets/the-chia-se/index.png", "mine");
    site.bake();
    assertThat(site.output()).containsEntry("the-chia-se/index.png", "mine");
  }

  /** The address is taken, as those of pages are. */
  @Test
  void noFormerAddressMayBeThatOfACard() throws IOException {
    site.write(
        "content/bai-viet/2024/moi.md",
        "---\ntitle: Mới\ndate: 2024-09-09\ntype: post\nstatus: published\n"
            + "aliases: /the-chia-se/index.png\n---\nChữ\n");
    assertThat(site.bake().problems())
        .extracting(problem -> problem.code().code())
        .contains("trung-dia-chi-cu");
  }

  private void configure(String more) throws IOException {
    site.write("jbake.properties", Files.readString(Path.of("jbake.properties")) + more);
  }

  private static TreeSet<String> changedCards(
      Map<String, String> before, Map<String, String> after) {
    var changed = new TreeSet<String>();
    after.forEach(
        (uri, text) -> {
          if (uri.startsWith("the-chia-se/") && !text.equals(before.get(uri))) {
            changed.add(uri);
          }
        });
    return changed;
  }
}
