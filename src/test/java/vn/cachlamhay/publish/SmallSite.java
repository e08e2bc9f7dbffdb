package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A site as a bake would leave it, file by file. */
final class SmallSite {

  private final Path folder;
  private final Map<String, byte[]> files = new TreeMap<>();

  SmallSite(Path folder) {
    this.folder = folder;
  }

  SmallSite with(String path, String text) {
    return with(path, text.getBytes(StandardCharsets.UTF_8));
  }

  SmallSite with(String path, byte[] bytes) {
    files.put(path, bytes);
    return this;
  }

  SmallSite without(String path) {
    files.remove(path);
    return this;
  }

  /** What readers are to see. */
  Map<String, byte[]> files() {
    return new TreeMap<>(files);
  }

  /** Writes it, with its manifest. */
  FinishedSite baked() throws IOException {
    try (var old = Files.exists(folder) ? Files.walk(folder) : java.util.stream.Stream.<Path>of()) {
      for (Path file : old.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    }
    for (Map.Entry<String, byte[]> file : files.entrySet()) {
      Path place = folder.resolve(file.getKey());
      Files.createDirectories(place.getParent());
      Files.write(place, file.getValue());
    }
    String manifest =
        files.entrySet().stream()
            .map(file -> Md5.of(file.getValue()) + "  " + file.getKey() + "\n")
            .collect(Collectors.joining());
    Files.createDirectories(folder);
    Files.writeString(folder.resolve(".portal-manifest"), manifest);
    return FinishedSite.of(folder);
  }

  /**
   * A site with pages that lead to each other, a style sheet and an index: {@code version} changes
   * all pages, one style sheet by name, and adds and removes an article.
   */
  static SmallSite portal(Path folder, int version) {
    var site = new SmallSite(folder);
    String style = "css/trang-" + version + ".css";
    site.with(style, "body { color: #" + version + "00 }\n".repeat(50));
    site.with("anh/ảnh bìa – số 1.svg", "<svg/>");
    site.with("tim-kiem/bai/" + version + "/0.js", "portalSearch.put(" + version + ")");
    site.with("tim-kiem/muc-luc.js", "needs tim-kiem/bai/" + version + "/0.js\n");
    var list = new StringBuilder(page(style, "Danh sách " + version));
    for (int i = version; i < version + 12; i++) {
      String path = "bai-viet/2018/bài số " + i + ".html";
      site.with(path, page(style, "Bài " + i + " bản " + version) + "đoạn văn ".repeat(300));
      list.append("needs ").append(path).append('\n');
    }
    site.with("tin-tuc/index.html", list.toString());
    site.with("index.html", page(style, "Trang chủ " + version) + "needs tin-tuc/index.html\n");
    site.with("sw.js", "// " + version + "\nneeds " + style + "\nneeds index.html\n");
    site.with("trống.txt", "");
    return site;
  }

  private static String page(String style, String title) {
    return "<h1>" + title + "</h1>\nneeds " + style + "\nneeds anh/ảnh bìa – số 1.svg\n";
  }
}
