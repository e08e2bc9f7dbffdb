package vn.cachlamhay.site;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * A finished site on disk.
 *
 * @param host its address, or empty
 */
record BakedSite(String name, Path out, String host) {

  /** Every file, as addresses below the root. */
  List<String> files() {
    try (Stream<Path> files = Files.walk(out)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> out.relativize(file).toString().replace('\\', '/'))
          .filter(uri -> !uri.startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Files whose name ends so. */
  List<String> files(String ending) {
    return files().stream().filter(uri -> uri.endsWith(ending)).toList();
  }

  /** Addresses of all pages but those that lead to another at once. */
  List<String> pagesToRead() {
    return pages().entrySet().stream()
        .filter(page -> !kind(page.getValue()).equals("redirect"))
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Every page that is parsed: address and document. */
  Map<String, Document> pages() {
    var pages = new TreeMap<String, Document>();
    files(".html").forEach(uri -> pages.put(uri, page(uri)));
    return pages;
  }

  Document page(String uri) {
    return Jsoup.parse(text(uri), out.resolve(uri).toUri().toString());
  }

  String text(String uri) {
    try {
      return Files.readString(out.resolve(uri));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  boolean has(String uri) {
    return Files.isRegularFile(out.resolve(uri));
  }

  /**
   * The file that a link means.
   *
   * @param from address of the page that holds the link
   * @param link relative, or absolute below the site's host
   */
  String target(String from, String link) {
    String path = link.replaceFirst("[?#].*", "");
    if (!host.isEmpty() && path.startsWith(host + "/")) {
      path = path.substring(host.length() + 1);
      // what a host answers for a folder
      path = path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
      return decode(path);
    }
    if (path.isEmpty()) {
      return from;
    }
    // as a browser does it: below a root that nothing may climb over
    URI resolved = URI.create("http://x/a/b/").resolve(from).resolve(path);
    String all = decode(resolved.getRawPath());
    return all.startsWith("/a/b/") ? all.substring("/a/b/".length()) : "/" + all;
  }

  /** What a page calls itself: {@code home}, {@code article} …; {@code redirect} has no name. */
  static String kind(Document page) {
    return page.body().classNames().stream()
        .filter(name -> name.startsWith("page-"))
        .map(name -> name.substring("page-".length()))
        .findFirst()
        .orElse("redirect");
  }

  private static String decode(String path) {
    return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  @Override
  public String toString() {
    return name;
  }
}
