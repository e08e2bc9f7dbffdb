package vn.cachlamhay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.build.SiteImport;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.importer.ImportOptions;

/** What {@code portal import} makes, says and ends with. */
class ImportCommandTest {

  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final String LESSON =
      """
      Mường Ảng: mỗi chi bộ một việc khó

      Từ đầu năm, mỗi chi bộ của huyện Mường Ảng, tỉnh Điện Biên nhận một việc khó ở bản và báo cáo kết quả vào cuối quý.

      Cả năm có 41 việc xong, trong đó 12 việc là mở đường vào bản.
      """;

  @TempDir Path folder;

  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  private Path site;

  @BeforeEach
  void makeSite() throws IOException {
    site = folder.resolve("trang");
    BareSite.make(site);
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int run(Object... args) {
    var words = new ArrayList<String>(List.of("import", "--site", site.toString()));
    Stream.of(args).map(Object::toString).forEach(words::add);
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    return Portal.run(
        words.toArray(String[]::new), new PrintWriter(out, true), new PrintWriter(err, true));
  }

  private List<String> drafts() throws IOException {
    try (Stream<Path> files = Files.walk(site.resolve("content"))) {
      return files
          .map(file -> site.resolve("content").relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.endsWith(".md") && !path.startsWith("."))
          .sorted()
          .toList();
    }
  }

  private SourceFile draft(String path) throws IOException {
    return SourceFile.of(Files.readAllBytes(site.resolve("content").resolve(path)), "~~~~~~");
  }

  @Test
  void aTextBecomesADraftAndItsOriginalIsKept() throws IOException {
    Path text = write("bai/Mường Ảng.txt", LESSON);

    assertThat(run(text)).isEqualTo(Portal.FINE);

    assertThat(drafts()).hasSize(1);
    String path = drafts().get(0);
    assertThat(path).endsWith("/muong-ang-moi-chi-bo-mot-viec-kho.md");
    SourceFile draft = draft(path);
    assertThat(draft.fields())
        .containsEntry("title", List.of("Mường Ảng: mỗi chi bộ một việc khó"))
        .containsEntry("status", List.of("draft"))
        .containsEntry("type", List.of("post"))
        .doesNotContainKey("date");
    assertThat(draft.body())
        .contains("Từ đầu năm, mỗi chi bộ")
        .contains("Cả năm có 41 việc xong")
        .doesNotContain("Mường Ảng: mỗi chi bộ");
    Path kept = site.resolve("content/.nguon").resolve(path.replace(".md", ""));
    assertThat(kept.resolve("muong-ang.txt")).hasContent(LESSON);
    assertThat(kept.resolve("nhap.json")).content().contains("\"source\": ");
    assertThat(out.toString())
        .contains("content/" + path)
        .contains("Tiêu đề        Mường Ảng: mỗi chi bộ một việc khó")
        .contains("Ngày           chưa rõ")
        .contains("Đã nhập 1 bài nháp; 0 bài đã có từ trước; 0 tệp không nhập được.");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void whatWasBroughtInIsPassedOverUnlessAskedFor() throws IOException {
    Path text = write("bai/a.txt", LESSON);
    run(text);

    assertThat(run(text)).isEqualTo(Portal.FINE);
    assertThat(drafts()).hasSize(1);
    assertThat(out.toString()).contains("= đã có: content/" + drafts().get(0));

    assertThat(run("--again", text)).isEqualTo(Portal.FINE);
    assertThat(drafts()).hasSize(2);
    assertThat(drafts().get(0)).endsWith("-2.md");
  }

  @Test
  void theSameWordsInAnotherFileAreTheSame() throws IOException {
    run(write("bai/a.txt", LESSON));

    assertThat(run(write("bai/b.txt", LESSON.replace("\n", "\r\n") + "\n\n")))
        .isEqualTo(Portal.FINE);

    assertThat(drafts()).hasSize(1);
    assertThat(out.toString()).contains("đã có");
  }

  @Test
  void whatIsNearlyTheSameIsADraftWithAWarning() throws IOException {
    run(write("bai/a.txt", LESSON));

    assertThat(
            run(write("bai/b.txt", LESSON.replace("mở đường vào bản", "kéo điện cho hai bản xa"))))
        .isEqualTo(Portal.FINE);

    assertThat(drafts()).hasSize(2);
    assertThat(out.toString()).contains("! gần giống một bài đã có: bai-viet/");
  }

  @Test
  void aTextThatWasTypedInByHandIsKnownToo() throws IOException {
    write(
        "trang/content/bai-viet/2018/cu.md",
        "---\ntitle: Bài khác\ndate: 2018-02-03\ntype: post\nstatus: published\n---\n"
            + LESSON.substring(LESSON.indexOf("\n\n")));

    run(write("bai/a.txt", LESSON));

    assertThat(drafts()).containsExactly("bai-viet/2018/cu.md");
    assertThat(out.toString()).contains("đã có: content/bai-viet/2018/cu.md");
  }

  @Test
  void aDraftThatWasDeletedMayBeBroughtInAgain() throws IOException {
    Path text = write("bai/a.txt", LESSON);
    run(text);
    Files.delete(site.resolve("content").resolve(drafts().get(0)));

    assertThat(run(text)).isEqualTo(Portal.FINE);

    assertThat(drafts()).hasSize(1);
    assertThat(out.toString()).contains("Đã nhập 1 bài nháp");
  }

  @Test
  void ofAFolderWhatCanBeReadIsBroughtInAndABadFileDoesNotStopTheRest() throws IOException {
    for (int i = 0; i < 30; i++) {
      write("bai/nam 20" + (10 + i) + "/bai " + i + ".txt", "Bài số " + i + "\n\n" + different(i));
    }
    write("bai/rong.txt", "   \n");
    write("bai/~$ghi.txt", LESSON);
    write("bai/.an/an.txt", LESSON);
    write("bai/trang_files/la.txt", LESSON);
    write("bai/anh.png", "không đọc");

    assertThat(run(folder.resolve("bai"))).isEqualTo(Portal.PROBLEMS);

    assertThat(drafts()).hasSize(30);
    assertThat(err.toString()).contains("rong.txt").contains("không có chữ nào");
    assertThat(out.toString())
        .contains("Đã nhập 30 bài nháp; 0 bài đã có từ trước; 1 tệp không nhập được.");
    // the fields are told of few only, or when asked for
    assertThat(out.toString()).doesNotContain("Tiêu đề  ");
  }

  /** A text that is like no other. */
  private static String different(int number) {
    var text = new StringBuilder();
    for (int i = 0; i < 60; i++) {
      text.append("từ").append(Integer.toString(number * 1000 + i * 7, 26)).append(' ');
    }
    return text.append('.').toString();
  }

  @Test
  void anArchiveIsAFolder() throws IOException {
    Map<String, String> files =
        new TreeMap<>(
            Map.of("cũ/Mường Ảng.txt", LESSON, "khác.txt", "Bài khác\n\n" + different(3)));
    Path zip = folder.resolve("bai cu.zip");
    try (var packed = new ZipOutputStream(Files.newOutputStream(zip), StandardCharsets.UTF_8)) {
      for (var file : files.entrySet()) {
        packed.putNextEntry(new ZipEntry(file.getKey()));
        packed.write(file.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }

    assertThat(run(zip)).isEqualTo(Portal.FINE);

    assertThat(drafts()).hasSize(2);
    assertThat(out.toString()).contains("bai cu.zip/cũ/Mường Ảng.txt");
  }

  @Test
  void whatIsNotThereOrCannotBeReadIsTold() throws IOException {
    Path pdf = write("bai/a.pdf", "%PDF-1.4");
    Path zip = write("bai/a.zip", "không phải");

    assertThat(run("khong-co.txt", pdf, zip)).isEqualTo(Portal.PROBLEMS);

    assertThat(err.toString())
        .contains("[nhap-khong-co]")
        .contains("[nhap-loai-la]")
        .contains("[nhap-zip-hong]");
    assertThat(drafts()).isEmpty();
  }

  @Test
  void whatIsTooLargeIsNotEvenRead() throws IOException {
    Path large = folder.resolve("bai/lon.txt");
    Files.createDirectories(large.getParent());
    try (var file = new java.io.RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(200_000_000);
    }

    assertThat(run(large)).isEqualTo(Portal.PROBLEMS);

    assertThat(err.toString()).contains("[nhap-qua-lon]").contains("200 MB");
    assertThat(drafts()).isEmpty();
  }

  @Test
  void aRunThatWasStoppedLeavesWholeArticlesAndGoesOn() throws IOException {
    for (int i = 0; i < 12; i++) {
      write("bai/" + i + ".txt", "Bài số " + i + "\n\n" + different(i));
    }
    var importer =
        new SiteImport(site).importer(new ImportOptions(java.util.Optional.empty(), false, false));
    var asked = new int[1];

    importer.run(
        List.of(folder.resolve("bai").toString()),
        () -> asked[0]++ >= 6,
        (outcome, done, all) -> assertThat(all).isEqualTo(12));

    assertThat(drafts()).hasSizeBetween(3, 6);
    for (String path : drafts()) {
      assertThat(draft(path).body()).isNotBlank();
    }
    assertThat(run(folder.resolve("bai"))).isEqualTo(Portal.FINE);
    assertThat(drafts()).hasSize(12);
  }

  /** Ctrl-C and a power cut. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aProgramThatIsEndedLeavesWholeArticlesAndGoesOn(boolean killed) throws Exception {
    for (int i = 0; i < 150; i++) {
      write("bai/" + i + ".txt", "Bài số " + i + "\n\n" + different(i));
    }
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                "vn.cachlamhay.cli.Portal",
                "import",
                "--site",
                site.toString(),
                folder.resolve("bai").toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("ra.txt").toFile())
            .start();
    while (drafts().isEmpty() && process.isAlive()) {
      Thread.sleep(5);
    }
    if (killed) {
      process.destroyForcibly();
    } else {
      process.destroy();
    }
    process.waitFor();

    for (String path : drafts()) {
      assertThat(draft(path).fields()).as(path).containsKey("title");
      assertThat(draft(path).body()).as(path).contains("từ");
      assertThat(site.resolve("content/.nguon").resolve(path.replace(".md", "/nhap.json")))
          .isNotEmptyFile();
    }
    assertThat(run(folder.resolve("bai"))).isEqualTo(Portal.FINE);
    assertThat(drafts()).hasSize(150);
  }

  @Test
  void nothingThatIsThereIsReplaced() throws IOException {
    run(write("bai/a.txt", LESSON));
    String path = drafts().get(0);
    write("trang/content/" + path, "---\ntitle: Của tôi\n---\nChữ của tôi\n");

    run("--again", folder.resolve("bai/a.txt"));

    assertThat(site.resolve("content").resolve(path))
        .hasContent("---\ntitle: Của tôi\n---\nChữ của tôi\n");
    assertThat(drafts()).hasSize(2);
  }

  @Test
  void theTypeMayBeChosen() throws IOException {
    Path text = write("bai/a.txt", LESSON);

    assertThat(run("--type", "bai-hat", text)).isEqualTo(Portal.PROBLEMS);
    assertThat(err.toString()).contains("[nhap-loai-bai]").contains("practice");
    assertThat(drafts()).isEmpty();

    assertThat(run("--type", "practice", text)).isEqualTo(Portal.FINE);
    assertThat(draft(drafts().get(0)).fields()).containsEntry("type", List.of("practice"));
  }

  @Test
  void picturesOfASavedPageComeAlong() throws IOException {
    Path picture = folder.resolve("bai/trang_files/hop.png");
    Files.createDirectories(picture.getParent());
    Files.write(picture, Base64.getDecoder().decode(PIXEL));
    Path page =
        write(
            "bai/trang.html",
            """
            <!DOCTYPE html><html><head><meta charset="utf-8"><title>Mỗi chi bộ một việc khó</title></head>
            <body><article><h1>Mỗi chi bộ một việc khó</h1>
            <p>Từ đầu năm, mỗi chi bộ của huyện Mường Ảng nhận một việc khó ở bản và báo cáo kết quả vào cuối quý.</p>
            <p>Việc khó do chi bộ tự chọn, ghi ai làm, làm đến đâu; tháng nào chưa xong thì nói rõ vì sao trước toàn chi bộ.</p>
            <figure><img src="trang_files/hop.png" alt="Họp chi bộ"><figcaption>Họp chi bộ bản Co Có</figcaption></figure>
            <p>Cả năm có 41 việc xong, trong đó 12 việc là mở đường vào bản, 9 việc là giúp hộ nghèo sửa nhà.</p>
            </article></body></html>
            """);

    assertThat(run(page)).isEqualTo(Portal.FINE);

    String draft = Files.readString(site.resolve("content").resolve(drafts().get(0)));
    assertThat(draft)
        .contains("![Họp chi bộ](anh/moi-chi-bo-mot-viec-kho-1.png \"Họp chi bộ bản Co Có\")");
    assertThat(
            site.resolve("content")
                .resolve(drafts().get(0))
                .resolveSibling("anh")
                .resolve("moi-chi-bo-mot-viec-kho-1.png"))
        .hasBinaryContent(Base64.getDecoder().decode(PIXEL));
  }

  @Test
  void whatOnlyHasTheNameOfADocumentIsReadAsWhatItIs() throws IOException {
    Path page =
        write(
            "bai/trang.doc",
            "<html><head><meta charset=utf-8></head><body><h1>Trang mang tên tài liệu</h1><p>"
                + different(5)
                + "</p></body></html>");
    Path text = write("bai/chu.doc", LESSON);

    assertThat(run(page, text)).isEqualTo(Portal.FINE);

    assertThat(drafts())
        .anyMatch(path -> path.endsWith("/trang-mang-ten-tai-lieu.md"))
        .anyMatch(path -> path.endsWith("/muong-ang-moi-chi-bo-mot-viec-kho.md"));
  }

  @Test
  void wrongUseGives2() {
    assertThat(run()).isEqualTo(Portal.USAGE);
    assertThat(err.toString()).contains("Cần tên tệp");
    assertThat(run("--khong-co")).isEqualTo(Portal.USAGE);
  }

  @Test
  void englishIsSpokenToo() throws IOException {
    assertThat(run("--lang", "en", write("bai/a.txt", LESSON))).isEqualTo(Portal.FINE);
    assertThat(out.toString()).contains("1 drafts made").contains("Title");
  }
}
