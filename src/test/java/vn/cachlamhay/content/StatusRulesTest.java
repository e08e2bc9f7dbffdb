package vn.cachlamhay.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;

/** Which articles are out, and at which address. */
class StatusRulesTest {

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 1, 15, 8, 0);

  @TempDir Path site;

  @ParameterizedTest
  @CsvSource({
    "published,      2018-09-12,       true",
    "published,      2030-01-01,       true",
    "draft,          2018-09-12,       false",
    "published-date, 2018-09-12,       true",
    "published-date, 2026-01-15 07:59, true",
    "published-date, 2026-01-15 08:00, true",
    "published-date, 2026-01-15 08:01, false",
    "published-date, 2026-01-15,       true",
    "published-date, 2026-01-16,       false",
    "published-date, 15/1/2026 8h00,   true"
  })
  void theStatusAndTheClockOfVietnamDecide(String status, String date, boolean out)
      throws IOException {
    Library library =
        new ContentFixture(site)
            .withArticle("a.md", "date: " + date, "status: " + status)
            .library(NOW, false);

    assertThat(library.articles()).hasSize(out ? 1 : 0);
    assertThat(library.unpublished()).hasSize(out ? 0 : 1);
    assertThat(library.brokenSources()).isEmpty();
  }

  @Test
  void whatIsNotOutStaysKnownUnderTheAddressThatItWillHave() throws IOException {
    Library library =
        new ContentFixture(site).withArticle("tin/a.md", "status: draft").library(NOW, false);

    assertThat(library.unpublished().get("content/tin/a.md").uri()).isEqualTo("tin/a.html");
  }

  @ParameterizedTest
  @CsvSource({
    "draft,          2018-09-12, tin/a-draft.html",
    "published-date, 2026-01-16, tin/a-draft.html",
    "published-date, 2018-09-12, tin/a.html",
    "published,      2018-09-12, tin/a.html"
  })
  void withDraftsThoseGetAnAddressOfTheirOwn(String status, String date, String uri)
      throws IOException {
    Library library =
        new ContentFixture(site)
            .withArticle("tin/a.md", "status: " + status, "date: " + date)
            .library(NOW, true);

    assertThat(library.articles()).extracting(Article::uri).containsExactly(uri);
    assertThat(library.unpublished()).isEmpty();
  }

  @Test
  void anArticleInErrorIsLeftOutAndItsAddressRemembered() throws IOException {
    var fixture =
        new ContentFixture(site)
            .withArticle("a.md")
            .withArticle("tin/Bắc Sơn.md", "type: pots")
            .with("c.md", "");
    Library library = fixture.library(NOW, false);

    assertThat(library.articles()).extracting(Article::source).containsExactly("content/a.md");
    assertThat(library.brokenSources())
        .containsOnlyKeys("content/tin/Bắc Sơn.md", "content/c.md")
        .containsEntry("content/tin/Bắc Sơn.md", "tin/bac-son.html");
    assertThat(fixture.problems().errorCount()).isEqualTo(2);
  }

  @Test
  void ofTwoArticlesOfOneAddressNeitherIsTaken() throws IOException {
    var fixture = new ContentFixture(site).withArticle("bac-son.md").withArticle("Bắc Sơn.md");
    Library library = fixture.library(NOW, false);

    assertThat(library.articles()).isEmpty();
    assertThat(library.brokenSources())
        .containsOnlyKeys("content/bac-son.md", "content/Bắc Sơn.md");
    assertThat(fixture.problems().errorCount()).isEqualTo(1);
  }

  @Test
  void articlesComeNewestFirstThenByAddress() throws IOException {
    Library library =
        new ContentFixture(site)
            .withArticle("c.md", "date: 2018-01-01")
            .withArticle("b.md", "date: 2018-01-01")
            .withArticle("a.md", "date: 2017-01-01")
            .withArticle("d.md", "date: 2018-01-01 09:00")
            .with("e.md", "---\ntitle: Trang\ntype: page\nstatus: published\n---\n")
            .library(NOW, false);

    assertThat(library.articles())
        .extracting(Article::uri)
        .containsExactly("d.html", "b.html", "c.html", "a.html", "e.html");
  }

  @Test
  void otherFilesBesideArticlesGoToTheSiteAsTheyAre() throws IOException {
    Library library =
        new ContentFixture(site)
            .withArticle("tin/a.md", "attachments: so-lieu.csv", "image: anh/hop.jpg")
            .with("tin/so-lieu.csv", "1,2")
            .with("tin/anh/hop.jpg", "x")
            .with("tin/.an.txt", "x")
            .with("nhap/.jbakeignore", "")
            .with("nhap/b.md", "")
            .library(NOW, false);

    assertThat(library.files().byUri()).containsOnlyKeys("tin/so-lieu.csv", "tin/anh/hop.jpg");
    assertThat(library.articles().get(0).attachments()).hasSize(1);
    assertThat(library.articles().get(0).image().orElseThrow().uri()).isEqualTo("tin/anh/hop.jpg");
  }
}
