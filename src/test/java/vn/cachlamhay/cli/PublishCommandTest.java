package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code portal publish} does, says and ends with. */
class PublishCommandTest {

  @TempDir Path temp;

  private Path site;
  private Path host;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @BeforeEach
  void makeSite() throws IOException {
    site = temp.resolve("trang");
    host = temp.resolve("ổ USB/web");
    Files.createDirectories(host.getParent());
    write(
        "jbake.properties",
        """
        portal.template.none=none.ftlh
        portal.api=false
        template.post.file=post.ftl
        render.index=false
        render.archive=false
        render.feed=false
        render.tags=false
        publish.usb.type=folder
        publish.usb.url=%s
        """
            .formatted(host.toString().replace('\\', '/')));
    write("templates/post.ftl", "<title>${content.title}</title>${content.body}\n");
    for (String list : List.of("data/localities.yaml", "data/topics.yaml")) {
      write(list, Files.readString(Path.of(list)));
    }
    article("mot", "published");
    article("hai", "published");
  }

  private void article(String name, String status) throws IOException {
    write(
        "content/bai-viet/2018/" + name + ".md",
        "title=Bài %s\ndate=2018-09-12\ntype=post\nstatus=%s\n~~~~~~\nChữ.\n"
            .formatted(name, status));
  }

  private void write(String file, String text) throws IOException {
    Path path = site.resolve(file);
    Files.createDirectories(path.getParent());
    Files.writeString(path, text);
  }

  private int run(String... words) {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    var all = new ArrayList<>(List.of(words));
    all.add("--site");
    all.add(site.toString());
    return Portal.run(all.toArray(String[]::new), new PrintWriter(out), new PrintWriter(err));
  }

  private void assertFine(int code) {
    assertThat(err.toString()).isEmpty();
    assertThat(code).isZero();
  }

  @Test
  void theFinishedSiteGoesToTheOnlyTarget() throws IOException {
    assertFine(run("bake"));
    assertFine(run("publish"));

    assertThat(out.toString()).contains("Đăng lên " + host).contains("tệp mới, 0 tệp thay đổi");
    assertThat(Files.readString(host.resolve("bai-viet/2018/mot.html"))).contains("Bài mot");
    assertThat(host.resolve(".portal-manifest")).doesNotExist();
    assertThat(site.resolve("output/.portal-lock")).doesNotExist();

    assertFine(run("publish", "usb", "--verify"));
    assertThat(out.toString())
        .contains("Máy chủ đã có đúng bản này, không phải gửi gì.")
        .contains("đúng cả.");
  }

  @Test
  void aPlanNamesTheFilesAndSendsNothing() throws IOException {
    assertFine(run("bake"));
    assertFine(run("publish", "--dry-run"));

    assertThat(out.toString())
        .contains("  + bai-viet/2018/hai.html\n  + bai-viet/2018/mot.html\n")
        .contains("Chưa gửi gì.");
    assertThat(host).doesNotExist();

    assertFine(run("publish"));
    article("ba", "published");
    Files.delete(site.resolve("content/bai-viet/2018/hai.md"));
    assertFine(run("bake"));
    assertFine(run("publish", "--dry-run", "--lang", "en"));
    assertThat(out.toString())
        .contains("  + bai-viet/2018/ba.html\n")
        .contains("  - bai-viet/2018/hai.html\n")
        .contains("Nothing has been sent.");
  }

  @Test
  void aPlanWarnsWhereMuchWouldVanish() throws IOException {
    for (int i = 0; i < 20; i++) {
      article("bai-" + i, "published");
    }
    assertFine(run("publish", "--bake"));
    for (int i = 0; i < 20; i++) {
      article("bai-" + i, "draft");
    }
    assertFine(run("bake"));

    assertThat(run("publish", "--dry-run")).isZero();
    assertThat(err.toString()).contains("lưu ý [dang-xoa-nhieu]").contains("--yes");

    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("lỗi [dang-xoa-nhieu]");
    assertThat(host.resolve("bai-viet/2018/bai-7.html")).exists();
    assertFine(run("publish", "--yes"));
    assertThat(host.resolve("bai-viet/2018/bai-7.html")).doesNotExist();
  }

  @Test
  void aHostThatIsNewIsTrustedWhereThatWasSaid() {
    // nobody sits there to be asked
    assertThat(new ConsoleCredentials(Texts.in("vi"), true).isTrusted("x.vn", "SHA256:a")).isTrue();
    assertThat(new ConsoleCredentials(Texts.in("vi"), false).isTrusted("x.vn", "SHA256:a"))
        .isFalse();
    assertThat(new ConsoleCredentials(Texts.in("vi"), true).password("hoa@x.vn")).isEmpty();
  }

  @Test
  void anOldSiteIsNotPublishedUnlessItIsMeantToBe() throws IOException {
    assertFine(run("bake"));
    write(
        "content/bai-viet/2018/mot.md",
        "title=Tên mới\ndate=2018-09-12\ntype=post\nstatus=published\n~~~~~~\nChữ khác.\n");

    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString())
        .contains("[dang-da-cu]")
        .contains("content/bai-viet/2018/mot.md")
        .contains("--stale");
    assertThat(host).doesNotExist();

    assertFine(run("publish", "--stale"));
    assertThat(Files.readString(host.resolve("bai-viet/2018/mot.html"))).contains("Bài mot");
    assertFine(run("publish", "--bake"));
    assertThat(Files.readString(host.resolve("bai-viet/2018/mot.html"))).contains("Tên mới");
  }

  @ParameterizedTest
  @CsvSource({
    "templates/post.ftl, <p>${content.title}</p>${content.body}",
    "data/views.csv, ''",
    "assets/robots.txt, User-agent: *",
    "content/bai-viet/2018/bon.md, x",
  })
  void whateverASiteIsMadeFromMayBeNewer(String file, String text) throws IOException {
    assertFine(run("bake"));
    write(file, text);

    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[dang-da-cu]");
  }

  @Test
  void anotherTargetDoesNotMakeTheSiteOld() throws IOException {
    assertFine(run("bake"));
    Files.writeString(
        site.resolve("jbake.properties"),
        "publish.kho.type=folder\npublish.kho.url=%s\n"
            .formatted(temp.resolve("kho").toString().replace('\\', '/')),
        StandardOpenOption.APPEND);

    assertFine(run("publish", "kho"));
    assertThat(temp.resolve("kho/bai-viet/2018/mot.html")).exists();
    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[dich-chon-mot]").contains("kho, usb");
  }

  @Test
  void draftsAndErrorsAreNotPublishedUnlessTheyAreMeantToBe() throws IOException {
    article("nhap", "draft");
    assertFine(run("bake", "--drafts"));
    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[dang-ban-nhap]").doesNotContain("[dang-da-cu]");
    assertThat(host).doesNotExist();
    assertFine(run("publish", "--with-drafts"));

    article("hong", "hỏng");
    assertThat(run("bake")).isEqualTo(Portal.PROBLEMS);
    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[dang-con-loi]").doesNotContain("[dang-ban-nhap]");
    assertFine(run("publish", "--with-errors"));
  }

  @Test
  void brokenLinksAreNotPublishedUnlessTheyAreMeantToBe() throws IOException {
    write("templates/post.ftl", "<title>${content.title}</title><a href=\"mat.html\">Mất</a>\n");
    assertFine(run("bake"));

    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString())
        .contains("[dang-lien-ket-hong] 2 liên kết")
        .contains("bai-viet/2018/hai.html: mat.html")
        .contains("--with-broken-links");
    assertThat(host.resolve("bai-viet")).doesNotExist();

    assertFine(run("publish", "--with-broken-links"));
    assertThat(host.resolve("bai-viet/2018/hai.html")).exists();
  }

  @Test
  void whatWasNeverBakedIsNotPublished() {
    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[dang-chua-lam]").contains("./portal bake");
  }

  @Test
  void theWayBackIsOneCommand() throws IOException {
    assertFine(run("publish", "--bake"));
    article("mot", "draft");
    assertFine(run("publish", "--bake", "--yes"));
    assertThat(host.resolve("bai-viet/2018/mot.html")).doesNotExist();

    assertFine(run("publish", "--rollback", "--yes"));
    assertThat(host.resolve("bai-viet/2018/mot.html")).exists();
    assertThat(out.toString()).contains("Đã quay lại bản trước");
  }

  @Test
  void aTargetThatIsNotThereIsWrongUsage() {
    assertFine(run("bake"));

    assertThat(run("publish", "ubs")).isEqualTo(Portal.USAGE);
    assertThat(err.toString()).contains("[dich-khong-co]").contains("\"ubs\"").contains("usb");
  }

  @Test
  void aPasswordInTheConfigurationIsRefused() throws IOException {
    assertFine(run("bake"));
    Files.writeString(
        site.resolve("jbake.properties"),
        "publish.usb.password=rat-bi-mat\n",
        StandardOpenOption.APPEND);

    assertThat(run("publish")).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString())
        .startsWith("jbake.properties:10: lỗi [dich-lo-mat-khau]")
        .contains("PORTAL_PASSWORD_USB")
        .doesNotContain("rat-bi-mat");
  }
}
