package vn.cachlamhay.check;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.StaticFiles;
import vn.cachlamhay.model.WebAddress;

/**
 * Checks that every link and anchor on every page of a site leads to something. Files are added
 * from any thread; {@link #report} is called when all are there.
 */
public final class PageCheck {

  /** A path that ends in a dot or two names a folder. */
  private static final Pattern FOLDER = Pattern.compile("(?:^|/)\\.{1,2}$");

  private final Map<String, Seen> seen = new ConcurrentHashMap<>();

  private record Seen(Set<String> anchors, List<String> links) {
    static final Seen NOTHING = new Seen(Set.of(), List.of());
    static final Seen ANYTHING = new Seen(Set.of(), List.of());
  }

  /** Adds a file of the site. */
  public void add(String uri, byte[] bytes) {
    boolean html = uri.endsWith(".html");
    seen.put(uri, html ? look(new String(bytes, StandardCharsets.UTF_8), uri) : Seen.NOTHING);
  }

  /** How many links and anchors were looked at. */
  public int links() {
    return seen.values().stream().mapToInt(page -> page.links().size()).sum();
  }

  /**
   * Tells of every link that leads nowhere; places are pages of the site.
   *
   * @param excused addresses known to be missing for a reason that has been told
   */
  public void report(Set<String> excused, Problems problems) {
    excused.forEach(uri -> seen.putIfAbsent(uri, Seen.ANYTHING));
    seen.forEach(
        (uri, page) -> {
          for (String link : new HashSet<>(page.links())) {
            check(uri, link, problems);
          }
        });
  }

  private static Seen look(String html, String uri) {
    Document document = Jsoup.parse(html);
    var links = new ArrayList<String>();
    for (String attribute : List.of("href", "src", "action", "poster")) {
      for (Element element : document.select("[" + attribute + "]")) {
        links.add(element.attr(attribute));
      }
    }
    for (Element element : document.select("[srcset]")) {
      for (String source : element.attr("srcset").split(",\\s+")) {
        links.add(source.strip().replaceFirst("\\s.*", ""));
      }
    }
    return new Seen(Set.copyOf(document.select("[id]").eachAttr("id")), List.copyOf(links));
  }

  private void check(String page, String link, Problems problems) {
    String address = link.strip();
    if (WebAddress.isExternal(address)) {
      return;
    }
    String path = address.replaceFirst("[?#].*", "");
    int hash = address.indexOf('#');
    String fragment = hash < 0 ? "" : WebAddress.decode(address.substring(hash + 1));
    Seen found = seen.get(path.isEmpty() ? page : target(page, WebAddress.decode(path)));
    if (found == null) {
      problems.add(ProblemCode.TRANG_CO_LIEN_KET_HONG, SourcePos.ofFile(page), link);
    } else if (found != Seen.ANYTHING
        && !fragment.isEmpty()
        && !found.anchors().contains(fragment)) {
      problems.add(ProblemCode.TRANG_CO_NEO_HONG, SourcePos.ofFile(page), link);
    }
  }

  private static String target(String page, String path) {
    String folder = page.substring(0, page.lastIndexOf('/') + 1);
    String uri = path.startsWith("/") ? path.substring(1) : StaticFiles.normalize(folder + path);
    if (FOLDER.matcher(path).find() && !uri.isEmpty() && !uri.endsWith("/")) {
      uri += "/";
    }
    return uri.isEmpty() || uri.endsWith("/") ? uri + "index.html" : uri;
  }
}
