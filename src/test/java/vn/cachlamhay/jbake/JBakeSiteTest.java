package vn.cachlamhay.jbake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.TestSite;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * A JBake user is at home: types, variables, tools, engines; and templates fail with their line.
 */
class JBakeSiteTest {

  @TempDir Path folder;
  private TestSite site;

  @BeforeEach
  void plainSite() throws IOException {
    site = TestSite.plain(folder).post("content/a.md", head("A", "2018-01-01"), "một");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          ${content.title}                                            | B
          ${content.type}                                             | post
          ${content.uri}                                              | x/b.html
          ${content.rootpath}                                         | ../
          ${content.date?string("yyyy-MM-dd HH:mm:ss XXX")}           | 2018-01-02 00:00:00 +07:00
          <#list content.tags as t>[${t}]</#list>                     | [x][y z]
          ${content.rieng}                                            | của tôi
          ${content.body?trim}                                        | <p>hai</p>
          ${content.previousContent.title} ${content.previousContent.uri} | A a.html
          ${content.nextContent.title} ${content.nextContent.uri}     | C c.html
          ${config.my_key}                                            | khóa
          ${config.site_host}                                         | https://example.vn
          <#list published_posts as p>${p.title}</#list>              | CBA
          <#list published_pages as p>${p.title}</#list>              | P
          <#list published_mons as p>${p.title}</#list>               | M
          <#list mons as p>${p.title}</#list>                     | M
          ${published_content?size} ${all_content?size}               | 5 5
          <#list tags as t>${t.name}:${t.tagged_posts?size}<#sep>,</#list> | x:2,y z:1
          <#list alltags as t><#if t == "y z">${t}</#if></#list>      | y z
          ${db.getPublishedPostsByTag("x")?size}                      | 2
          ${data.get("so.yaml").ten}                                  | Bảng
          ${published_date?is_date?c}                                 | true
          ${version}                                                  | v2.7.0
          ${1234567.5}                                                | 1.234.567,5
          """)
  void givesTemplatesTheVariablesOfJBake(String template, String printed) throws IOException {
    site.append("jbake.properties", "my.key=khóa\nsite.host=https://example.vn\n")
        .append("jbake.properties", "template.mon.file=post.ftl\n")
        .write("templates/post.ftl", "x")
        .write("templates/page.ftl", "x")
        .write("templates/mau.ftl", "<#if content.title == \"B\">" + template + "</#if>")
        .append("jbake.properties", "template.post.file=mau.ftl\n")
        .post("content/x/b.md", head("B", "2018-01-02") + "\ntags=x,y z\nrieng=của tôi", "hai")
        .post("content/c.md", head("C", "2018-01-03") + "\ntags=x", "ba")
        .write("content/p.md", "type=page\n" + head("P", "2018-01-01") + "\n~~~~~~\np")
        .write("content/m.md", "type=mon\n" + head("M", "2018-01-01") + "\n~~~~~~\nm")
        .write("data/so.yaml", "ten: Bảng\n");
    site.bake();
    assertThat(site.pages().get("x/b.html")).isEqualTo(printed);
  }

  @Test
  void countsDraftsOutOfPreviousAndNext() throws IOException {
    site.write(
            "templates/post.ftl",
            "${(content.previousContent.title)!\"-\"} ${(content.nextContent.title)!\"-\"}")
        .post("content/n.md", "title=N\ndate=2018-01-02\nstatus=draft", "nháp")
        .post("content/c.md", head("C", "2018-01-03"), "ba");
    site.bake(true, TestSite.NOW);
    assertThat(site.pages())
        .containsEntry("a.html", "- C")
        .containsEntry("c.html", "A -")
        .containsEntry("n-draft.html", "A C");
  }

  @Test
  void runsAToolThatASiteAdds() throws IOException {
    site.append("jbake.properties", "test.list.file=them/danh-sach.txt\n")
        .post("content/c.md", head("C", "2018-01-03"), "ba");
    ListTool.during(folder.resolve("tool"), site::bake);
    assertThat(site.pages()).containsEntry("them/danh-sach.txt", "C\nA\n");
  }

  @Test
  void leavesTheSiteAsItWasWhereAToolFails() throws IOException {
    site.bake();
    Map<String, String> before = site.output();
    site.append("jbake.properties", "test.list.fail=true\n")
        .post("content/a.md", head("A2", "2018-01-01"), "x");
    SiteException failure =
        catchThrowableOfType(
            SiteException.class, () -> ListTool.during(folder.resolve("tool"), site::bake));
    assertThat(failure.problems())
        .containsExactly(
            Problem.of(
                ProblemCode.CONG_CU_HONG,
                SourcePos.ofFile("jbake.properties"),
                ListTool.class.getName(),
                "cố ý"));
    assertThat(site.output()).isEqualTo(before);
  }

  @Test
  void readsFilesOfAnEngineThatASiteAdds() throws IOException {
    site.post("content/to.shout", head("To", "2018-01-05"), "nói to");
    site.bake();
    assertThat(site.pages()).containsEntry("to.html", "To: <p>NÓI TO!</p>");
  }

  @Test
  void escapesInFtlhAndNotInFtl() throws IOException {
    site.append("jbake.properties", "template.page.file=page.ftlh\n")
        .write("templates/post.ftl", "${content.title}")
        .write("templates/page.ftlh", "${content.title}|${content.body?no_esc}")
        .post("content/a.md", head("A & <b>", "2018-01-01"), "x")
        .write("content/p.md", "type=page\n" + head("A & <b>", "2018-01-01") + "\n~~~~~~\nx\n");
    site.bake();
    assertThat(site.pages())
        .containsEntry("a.html", "A & <b>")
        .containsEntry("p.html", "A &amp; &lt;b&gt;|<p>x</p>\n");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          dòng\\n  ${content.khong_co}   | templates/post.ftl:2:5
          dòng\\n\\n${1 + }              | templates/post.ftl:3:7
          <#list published_posts as p>   | templates/post.ftl:1:28
          x ${"a"?number}                | templates/post.ftl:1:3
          """)
  void tellsWhereATemplateIsBroken(String template, String place) throws IOException {
    site.bake();
    Map<String, String> before = site.output();
    site.write("templates/post.ftl", template.replace("\\n", "\n"));
    for (int i = 0; i < 20; i++) {
      site.post("content/b" + i + ".md", head("B", "2018-01-02"), "hai");
    }
    SiteException failure = catchThrowableOfType(SiteException.class, site::bake);
    assertThat(failure.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.KHUON_MAU_HONG);
              assertThat(problem.pos().toString()).isEqualTo(place);
            });
    assertThat(site.output()).isEqualTo(before);
  }

  @Test
  void tellsOfBrokenTemplatesAllAtOnce() throws IOException {
    site.write("templates/post.ftl", "${a.b.c}")
        .write("templates/page.ftl", "\n${x.y}")
        .write("content/p.md", "type=page\n" + head("P", "2018-01-01") + "\n~~~~~~\np");
    SiteException failure = catchThrowableOfType(SiteException.class, site::bake);
    assertThat(failure.problems())
        .extracting(problem -> problem.pos().file() + ":" + problem.pos().line())
        .containsExactly("templates/page.ftl:2", "templates/post.ftl:1");
    assertThat(site.output()).isEmpty();
  }

  @Test
  void tellsWhichTemplateIsMissing() throws IOException {
    site.delete("templates/post.ftl");
    SiteException failure = catchThrowableOfType(SiteException.class, site::bake);
    assertThat(failure.problems())
        .singleElement()
        .satisfies(
            problem -> {
              assertThat(problem.code()).isEqualTo(ProblemCode.THIEU_KHUON_MAU);
              assertThat(problem.args()).first().isEqualTo("post.ftl");
            });
    assertThat(site.output()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal-small", "jbake-stock"})
  void saysTheSameWhateverTheMachineIsSetTo(String name) throws Exception {
    Map<String, String> vietnam = bakeIn(name, "vi", Locale.forLanguageTag("vi-VN"), "Asia/Saigon");
    assertThat(vietnam).isNotEmpty();
    assertThat(bakeIn(name, "tr", Locale.forLanguageTag("tr-TR"), "GMT-08:00")).isEqualTo(vietnam);
    assertThat(bakeIn(name, "ar", Locale.forLanguageTag("ar-EG-u-nu-arab"), "GMT+14:00"))
        .isEqualTo(vietnam);
  }

  @ParameterizedTest
  @ValueSource(strings = {"portal-small", "jbake-stock"})
  void saysTheSameEveryTimeWithAnyNumberOfThreads(String name) throws Exception {
    Map<String, String> first = inPool(8, () -> bakeCopy(name, "first"));
    assertThat(inPool(1, () -> bakeCopy(name, "one"))).isEqualTo(first);
    assertThat(bakeCopy(name, "again")).isEqualTo(first);
  }

  @Test
  void writesNothingTheSecondTime() throws IOException {
    TestSite copy = TestSite.copyOf("jbake-stock", folder.resolve("twice"));
    copy.bake();
    BuildReport report = copy.bake();
    assertThat(report.written())
        .hasValueSatisfying(
            result -> {
              assertThat(result.written()).isZero();
              assertThat(result.removed()).isZero();
            });
  }

  private Map<String, String> bakeIn(String name, String copy, Locale locale, String zone)
      throws IOException {
    Locale ownLocale = Locale.getDefault();
    TimeZone ownZone = TimeZone.getDefault();
    try {
      Locale.setDefault(locale);
      TimeZone.setDefault(TimeZone.getTimeZone(zone));
      return bakeCopy(name, copy);
    } finally {
      Locale.setDefault(ownLocale);
      TimeZone.setDefault(ownZone);
    }
  }

  private Map<String, String> bakeCopy(String name, String copy) throws IOException {
    TestSite built = TestSite.copyOf(name, folder.resolve(copy));
    built.bake();
    return built.output();
  }

  private static <T> T inPool(int threads, Callable<T> work) throws Exception {
    var pool = new ForkJoinPool(threads);
    try {
      return pool.submit(work).get();
    } finally {
      pool.shutdown();
    }
  }

  private static String head(String title, String date) {
    return "title=" + title + "\ndate=" + date + "\nstatus=published";
  }
}
