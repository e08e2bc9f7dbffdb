package vn.cachlamhay.editor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.site.Chromium;
import vn.cachlamhay.site.SiteFixture;

/** Tests that share one browser, and one program that shows a copy of the repository's site. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class InEditor {

  /** An article with everything in it. */
  static final String FULL = "bai-viet/2018/phat-trien-dang-vien-o-bac-son.md";

  Chromium chromium;
  Path site;
  EditorClient editor;

  /** Writes what a test needs before the site is baked for the first time. */
  void prepare() throws IOException {
    // most tests take the site as it is
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    chromium = Chromium.launch();
    // not within the repository, whose Git the program would find
    site = SiteFixture.copySite(folder.resolve("site"));
    prepare();
    editor = new EditorClient(site);
  }

  /** Closes what there is: without a browser the start ends half way. */
  @AfterAll
  void stop() {
    if (editor != null) {
      editor.close();
    }
    if (chromium != null) {
      chromium.close();
    }
  }

  /** A window of its own. */
  Desk desk() {
    return new Desk(chromium.context(), editor.address());
  }

  Path file(String path) {
    return site.resolve("content").resolve(path);
  }

  String read(String path) {
    try {
      return Files.readString(file(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(String path, String text) {
    try {
      Files.createDirectories(file(path).getParent());
      Files.writeString(file(path), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A file without anything wrong, for one test alone. */
  static String plain(String title, String body) {
    return """
    ---
    title: "%s"
    date: 2019-05-06 07:30
    type: practice
    status: published
    author: Ban biên tập
    summary: "Một câu nói điều chính của bài."
    locality: Lạng Sơn/huyện Đình Lập
    topic: Phát triển đảng viên
    ---

    ## Bối cảnh

    %s
    """
        .formatted(title, body);
  }
}
