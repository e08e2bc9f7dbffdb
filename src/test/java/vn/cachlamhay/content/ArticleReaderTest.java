package vn.cachlamhay.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.model.Alias;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.Moment;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.model.Topic;

class ArticleReaderTest {

  @TempDir Path site;

  private final Problems problems = new Problems();

  @Test
  void everythingThatAnArticleSaysIsRead() throws IOException {
    Article article =
        read(
            """
            ---
            title: "Bắc Sơn: 32 trên 54 chi bộ"
            date: 12/9/2018 8h30
            updated: 2018-09-13
            type: practice
            status: published-date
            author: Hoài Thu, Ban biên tập
            agency: LSO
            source: Báo Lạng Sơn
            summary: Mỗi chi bộ một người.
            locality: lang son/bac son
            topic: [Sinh hoạt chi bộ, dan-van]
            tags: [chi bộ, họp đều, chi bộ]
            caption: Họp
            correction: "Bản đầu ghi 30; đúng là 32."
            aliases: [/tin/1.html, cu/]
            featured: có
            mau: xanh
            ---
            Thân bài.
            """);

    assertThat(article.uri()).isEqualTo("tin/a.html");
    assertThat(article.source()).isEqualTo("content/tin/a.md");
    assertThat(article.title()).isEqualTo("Bắc Sơn: 32 trên 54 chi bộ");
    assertThat(article.date()).contains(new Moment(LocalDateTime.of(2018, 9, 12, 8, 30), true));
    assertThat(article.updated()).contains(new Moment(LocalDateTime.of(2018, 9, 13, 0, 0), false));
    assertThat(article.type()).isEqualTo("practice");
    assertThat(article.status()).isEqualTo(Status.PUBLISHED_DATE);
    assertThat(article.authors())
        .containsExactly(
            new Term("hoai-thu", "Hoài Thu"), new Term("ban-bien-tap", "Ban biên tập"));
    assertThat(article.agency()).isEqualTo("LSO");
    assertThat(article.origin()).isEqualTo("Báo Lạng Sơn");
    assertThat(article.summary()).isEqualTo("Mỗi chi bộ một người.");
    assertThat(article.localities())
        .extracting(Locality::key)
        .containsExactly("lang-son/huyen-bac-son");
    assertThat(article.topics())
        .extracting(Topic::key)
        .containsExactly("sinh-hoat-chi-bo", "dan-van");
    assertThat(article.tags()).extracting(Term::slug).containsExactly("chi-bo", "hop-deu");
    assertThat(article.caption()).isEqualTo("Họp");
    assertThat(article.correction()).isEqualTo("Bản đầu ghi 30; đúng là 32.");
    assertThat(article.audio()).isEmpty();
    assertThat(article.aliases())
        .extracting(Alias::uri)
        .containsExactly("tin/1.html", "cu/index.html");
    assertThat(article.featured()).isTrue();
    assertThat(article.values()).containsEntry("mau", "xanh");
    assertThat(article.markup()).isEqualTo("Thân bài.\n");
    assertThat(article.markupLine()).isEqualTo(20);
  }

  @Test
  void aJBakeHeaderSaysTheSame() throws IOException {
    Article article =
        read(
            """
            title=Bài
            date=2018-09-12
            type=post
            status=published
            tags=chi bộ,họp đều
            locality=Sơn La/Làng Chếu
            ~~~~~~
            Thân bài.
            """);

    assertThat(article.tags()).extracting(Term::name).containsExactly("chi bộ", "họp đều");
    assertThat(article.localities()).extracting(Locality::name).containsExactly("Làng Chếu");
    assertThat(article.markupLine()).isEqualTo(8);
  }

  @Test
  void decomposedTextIsComposedEverywhere() throws IOException {
    String composed =
        """
        ---
        title: Đảng bộ huyện Bắc Sơn
        date: 2018-09-12
        type: post
        status: published
        locality: Lạng Sơn/huyện Bắc Sơn
        tags: chi bộ
        ---
        Họp đều.
        """;
    Article article = read(Normalizer.normalize(composed, Normalizer.Form.NFD));

    assertThat(article.title()).isEqualTo("Đảng bộ huyện Bắc Sơn");
    assertThat(article.markup()).isEqualTo("Họp đều.\n");
    assertThat(article.tags()).containsExactly(new Term("chi-bo", "chi bộ"));
    assertThat(article.localities()).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource({
    "a.md, a.html",
    "tin/2018/Bắc Sơn.md, tin/2018/bac-son.html",
    "Tin Tức/Đình Lập.md, tin-tuc/dinh-lap.html",
    "Ten-Cu_1.2.md, Ten-Cu_1.2.html",
    "bài.viết.md, bai-viet.html"
  })
  void anAddressIsThePathWithPlainLetters(String file, String uri) throws IOException {
    assertThat(new ContentFixture(site).withArticle(file).article(file, problems).map(Article::uri))
        .contains(uri);
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "có", "Có", "yes", "1", "CÓ"})
  void aFlagIsSetInEitherLanguage(String written) throws IOException {
    assertThat(readWith("featured: " + written).featured()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"false", "không", "no", "0", "Không", "\"\""})
  void aFlagIsNotSet(String written) throws IOException {
    assertThat(readWith("featured: " + written).featured()).isFalse();
  }

  @Test
  void aPageNeedsNoDateAndOthersDo() throws IOException {
    var fixture = new ContentFixture(site);
    fixture.with("a.md", "---\ntitle: Trang\ntype: page\nstatus: published\n---\n");
    fixture.with("b.md", "---\ntitle: Bài\ntype: post\nstatus: published\n---\n");
    fixture.with("c.md", "---\ntitle: Bài\ntype: post\nstatus: draft\n---\n");

    assertThat(fixture.article("a.md", problems)).isPresent();
    assertThat(fixture.article("b.md", problems)).isEmpty();
    assertThat(fixture.article("c.md", problems)).isPresent();
    assertThat(problems.sorted())
        .extracting(problem -> problem.pos() + " " + problem.code() + " " + problem.isError())
        .containsExactly("content/b.md THIEU_NGAY true", "content/c.md THIEU_NGAY false");
  }

  @ParameterizedTest
  @ValueSource(strings = {"2018-02-29", "2018-02-30", "2018-02-31", "2018-04-31", "30/2/2018"})
  void aDayThatDoesNotExistIsNeverReplacedByAnother(String day) throws IOException {
    var fixture = new ContentFixture(site).withArticle("a.md", "date: " + day);

    assertThat(fixture.article("a.md", problems).flatMap(Article::date)).isEmpty();
    assertThat(problems.sorted()).extracting(Problem::code).containsExactly(ProblemCode.NGAY_HONG);
  }

  @Test
  void anArticleWithAnythingWrongIsNoArticle() throws IOException {
    var fixture = new ContentFixture(site).withArticle("a.md", "topic: Dân vân", "image: x.jpg");

    assertThat(fixture.article("a.md", problems)).isEmpty();
    assertThat(problems.sorted())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.KHONG_RO_CHU_DE, ProblemCode.THIEU_ANH);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "topic: /",
        "locality: /",
        "title: !x y",
        "mau: !!int abc",
        "mau: {a: 1, a: 2}",
        "mau: [{a: 1, a: 2}]",
        "mau: &a [*a]",
        "mau: &a [[*a]]",
        "mau: &a {b: {c: *a}}",
        "mau: !!binary '???'",
        "mau: !!timestamp x",
        "mau: !!float x",
        "? [a]\n: b",
        "? {a: b}\n: c",
        "<<: x",
        "tags: [[chi bộ]]",
        "date: {a: b}",
        "mau: 99999999999999999999999999",
        "aliases: /",
        "image: /",
        "image: ../../../etc/passwd",
        "attachments: [..]",
        "status: [published, draft]",
        "type: {a: b}"
      })
  void oddValuesGiveAnArticleOrAProblem(String line) throws IOException {
    String text =
        "---\ntitle: Bài\ndate: 2018-09-12\ntype: post\nstatus: published\n" + line + "\n---\n";
    var fixture = new ContentFixture(site).with("a.md", text);
    var article = fixture.article("a.md", problems);

    assertThat(article.isPresent()).isEqualTo(!problems.hasErrors());
  }

  @Test
  void deepNestingIsNoReasonToFall() throws IOException {
    String deep = "[".repeat(20_000) + "]".repeat(20_000);
    var fixture = new ContentFixture(site).withArticle("a.md", "mau: " + deep);
    var article = fixture.article("a.md", problems);

    assertThat(article.isPresent()).isEqualTo(!problems.hasErrors());
  }

  private Article readWith(String line) throws IOException {
    new ContentFixture(site).withArticle("tin/a.md", line);
    return read(new ContentFixture(site));
  }

  /** The guide of a topic stands on the topic's page; what is no topic has a page of its own. */
  @ParameterizedTest
  @CsvSource({
    "chu-de/dan-van.md, page, chu-de/dan-van/index.html",
    "chu-de/khong-co.md, page, chu-de/khong-co.html",
    "chu-de/dan-van.md, post, chu-de/dan-van.html",
    "bai/chu-de/dan-van.md, page, bai/chu-de/dan-van.html",
  })
  void theGuideOfATopicHasTheTopicsAddress(String path, String type, String uri)
      throws IOException {
    String text =
        "---\ntitle: A\ntype: " + type + "\nstatus: published\ndate: 2018-01-01\n---\nA\n";
    assertThat(new ContentFixture(site).with(path, text).article(path, problems))
        .get()
        .extracting(Article::uri)
        .isEqualTo(uri);
  }

  private Article read(String text) throws IOException {
    return read(new ContentFixture(site).with("tin/a.md", text));
  }

  private Article read(ContentFixture fixture) {
    return fixture
        .article("tin/a.md", problems)
        .orElseThrow(() -> new AssertionError(problems.sorted()));
  }
}
