package vn.cachlamhay.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import vn.cachlamhay.build.BuildOptions;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.site.SiteFixture;

/** The repository's site with some more in it, baked for one server and shown by it. */
final class ServedSite {

  /** Former addresses as people wrote them. */
  static final String OLD_NAME = "tin cũ/Đảng viên mới – “trích” & 50% (1).html";

  static final String LIST = "tài liệu/Danh sách chi bộ, đảng bộ – 2020.csv";
  static final String TABLE = "tài liệu/Số liệu #1 50%.csv";

  private static final LocalDateTime NOW = LocalDateTime.of(2026, 6, 1, 8, 0);
  private static final Pattern LEADS_ON = Pattern.compile("http-equiv=\"refresh\".*url=([^\"]+)\"");

  private final String name;
  private final String path;
  private final int port;
  private final Path out;
  private final WebServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * Bakes the site and starts its server.
   *
   * @param kind nginx or apache
   * @param path below which it lies, with a slash at its beginning, or empty
   * @param settings further lines of {@code jbake.properties}
   * @param aliases how many former addresses an article has besides
   */
  ServedSite(Path folder, String kind, String path, String settings, int aliases)
      throws IOException {
    this.name = kind + " " + path + "/ " + settings;
    this.path = path;
    this.port = WebServer.freePort();
    Files.createDirectories(folder);
    Path site = SiteFixture.copySite(folder.resolve("site"));
    append(site, "\nsite.host=http://127.0.0.1:" + port + path + "\n" + settings + "\n");
    write(site.resolve("content/bai-viet/2020/doi-ten.md"), article(aliases));
    for (String table : List.of(LIST, TABLE, "so-lieu/xã.csv")) {
      write(site.resolve("assets").resolve(table), "xã,số đảng viên\n".repeat(100));
    }
    Path root = folder.resolve("goc");
    this.out = Files.createDirectories(root.resolve(path.replaceFirst("^/", "")));
    BuildReport report =
        new SiteBuilder(new BuildOptions(site, Optional.of(out), false, NOW), Progress.SILENT)
            .bake();
    if (!report.problems().isEmpty()) {
      throw new IllegalStateException(report.problems().toString());
    }
    leave();
    Path own = Files.createDirectories(folder.resolve("may-chu"));
    readable(folder);
    if (kind.equals("nginx")) {
      // as the handbook says: not from the folder of the site
      Path included = Files.copy(out.resolve(".portal-host/nginx.conf"), own.resolve("trang.conf"));
      server = new NginxServer(own, root, included, port);
    } else {
      server = new ApacheServer(own, root, port);
    }
  }

  /** What a publisher leaves on a host, and what others may. */
  private void leave() throws IOException {
    write(out.resolve(".portal/manifest"), "bí mật");
    write(out.resolve(".portal/kept/0a1b"), "<p>bản trước</p>");
    write(out.resolve("bai-viet/.1f2e.portal-part"), "một nửa");
    write(out.resolve(".git/config"), "bí mật");
    write(out.resolve(".well-known/security.txt"), "Contact: mailto:a@example.vn\n");
    write(out.resolve("khong-trang/a.txt"), "a");
  }

  private static String article(int aliases) {
    String more =
        IntStream.range(0, aliases)
            .mapToObj("tin/2009/%d.html"::formatted)
            .collect(Collectors.joining(", "));
    return """
        ---
        title: "Bài đổi tên"
        date: 2020-03-01 07:00
        type: post
        status: published
        author: Ban biên tập
        summary: "Một bài có địa chỉ cũ."
        locality: Hà Nội
        topic: Dân vận
        aliases: ["%s", "muc/$cu/", %s]
        ---

        Nội dung.
        """
        .formatted(OLD_NAME, more);
  }

  /** Each former address, decoded, and the file that stands for it now. */
  Map<String, String> redirects() {
    var redirects = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(out)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".html")).toList()) {
        Matcher leads = LEADS_ON.matcher(Files.readString(file));
        if (leads.find()) {
          String uri = out.relativize(file).toString();
          URI base = URI.create("http://x/").resolve(encoded(uri));
          redirects.put(uri, base.resolve(leads.group(1)).getPath().substring(1));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return redirects;
  }

  /** The root of the site with a slash at its end. */
  String address() {
    return "http://127.0.0.1:" + port + encoded(path) + "/";
  }

  byte[] file(String uri) {
    try {
      return Files.readAllBytes(out.resolve(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What the server answers below the site's root, without following redirects. */
  HttpResponse<byte[]> get(String uri, String... headers) {
    return getPath(path + "/" + uri, headers);
  }

  /** The same from the root of the host. */
  HttpResponse<byte[]> getPath(String wanted, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + encoded(wanted)));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(name + ": " + wanted, e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  String path() {
    return path;
  }

  boolean hasCopies() {
    return name.contains("precompressed");
  }

  static String encoded(String path) {
    var encoded = new StringBuilder();
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || "/-._~".indexOf(b) >= 0);
      encoded.append(plain ? String.valueOf((char) b) : "%%%02X".formatted(b & 0xFF));
    }
    return encoded.toString();
  }

  private static void append(Path site, String lines) throws IOException {
    Files.writeString(site.resolve("jbake.properties"), lines, StandardOpenOption.APPEND);
  }

  private static void write(Path file, String text) throws IOException {
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  /** The server may be somebody else. */
  private static void readable(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.toList()) {
        String rights = Files.isDirectory(file) ? "rwxr-xr-x" : "rw-r--r--";
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(rights));
      }
    }
    Files.setPosixFilePermissions(folder.getParent(), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** Ends the server; no close(), or the first test that gets a site would end it. */
  void stop() {
    server.close();
  }

  @Override
  public String toString() {
    return name;
  }
}
