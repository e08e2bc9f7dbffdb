package vn.cachlamhay.page;

import java.util.HashMap;
import java.util.Map;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.model.PictureSizes;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.WebAddress;
import vn.cachlamhay.text.VietnameseText;

/**
 * Finds out what the links in articles mean. An editor may write the path to another article's
 * source file, or an address of the finished site, from the article's folder or, with {@code /} in
 * front, from the site root. Immutable and thread-safe.
 */
public final class LinkTargets {

  private final Map<String, String> uriBySource = new HashMap<>();
  private final StaticFiles files;
  private final String contentFolder;

  /**
   * @param contentFolder path of the content folder below the site folder, without a slash at its
   *     end
   */
  public LinkTargets(Library library, String contentFolder) {
    this.contentFolder = contentFolder;
    this.files = library.files();
    library.articles().forEach(a -> uriBySource.put(VietnameseText.nfc(a.source()), a.uri()));
    library
        .unpublished()
        .forEach((source, a) -> uriBySource.put(VietnameseText.nfc(source), a.uri()));
    library.brokenSources().forEach((s, uri) -> uriBySource.put(VietnameseText.nfc(s), uri));
  }

  /** The content folder below the site folder. */
  String contentFolder() {
    return contentFolder;
  }

  /** All files of the site. */
  StaticFiles files() {
    return files;
  }

  /** What a link leads to. */
  public sealed interface Target {

    /** Out of the site. */
    record External(String address) implements Target {}

    /**
     * A page or file of the site, which may not exist.
     *
     * @param uri below the site root
     * @param suffix query and fragment as they were written
     * @param fragment the anchor without {@code #}; empty for the whole page
     */
    record Internal(String uri, String suffix, String fragment) implements Target {}
  }

  /** What an address in an article means. */
  public Target resolve(Article article, String written) {
    String address = written.strip();
    if (WebAddress.isExternal(address)) {
      return new Target.External(address);
    }
    int end = indexOfSuffix(address);
    String path = WebAddress.decode(address.substring(0, end));
    String suffix = address.substring(end);
    int hash = suffix.indexOf('#');
    String fragment = hash < 0 ? "" : WebAddress.decode(suffix.substring(hash + 1));
    return new Target.Internal(uri(article, path), suffix, fragment);
  }

  /** The link to print on the article's page. */
  public String href(Article article, String written) {
    Target target = resolve(article, written);
    if (target instanceof Target.Internal internal) {
      return internal.uri().equals(article.uri()) && internal.suffix().startsWith("#")
          ? internal.suffix()
          : Uris.encode(Uris.relative(article.uri(), internal.uri())) + internal.suffix();
    }
    return written.strip();
  }

  /** The files of a picture with their widths, as {@code srcset} has them; empty for only one. */
  public String sources(Article article, String written, int width) {
    if (!(resolve(article, written) instanceof Target.Internal internal)) {
      return "";
    }
    var sources = new StringBuilder();
    for (int smaller : PictureSizes.smaller(internal.uri(), width)) {
      String uri = Uris.relative(article.uri(), PictureSizes.uri(internal.uri(), smaller));
      sources.append(Uris.encode(uri)).append(' ').append(smaller).append("w, ");
    }
    return sources.isEmpty() ? "" : sources + href(article, written) + " " + width + "w";
  }

  private String uri(Article article, String path) {
    if (path.isEmpty()) {
      return article.uri();
    }
    String source = uriBySource.get(VietnameseText.nfc(sourcePath(article, path)));
    if (source != null) {
      return source;
    }
    return files
        .find(path, VietnameseText.nfc(contentPath(Uris.folder(article.source()))))
        .map(StaticFile::uri)
        .orElseGet(() -> withIndex(pagePath(article, path).replaceFirst("^/+", "")));
  }

  /** A path below the site folder as one below the content folder. */
  private String contentPath(String source) {
    return source.startsWith(contentFolder + "/")
        ? source.substring(contentFolder.length() + 1)
        : source;
  }

  private String sourcePath(Article article, String path) {
    return path.startsWith("/")
        ? contentFolder + path
        : StaticFiles.normalize(Uris.folder(article.source()) + path);
  }

  private static String pagePath(Article article, String path) {
    return path.startsWith("/") ? path : StaticFiles.normalize(Uris.folder(article.uri()) + path);
  }

  private static String withIndex(String path) {
    return path.isEmpty() || path.endsWith("/") ? path + "index.html" : path;
  }

  private static int indexOfSuffix(String address) {
    for (int i = 0; i < address.length(); i++) {
      if (address.charAt(i) == '#' || address.charAt(i) == '?') {
        return i;
      }
    }
    return address.length();
  }
}
