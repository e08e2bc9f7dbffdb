package vn.cachlamhay.check;

import java.net.URI;
import java.net.URISyntaxException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;

/**
 * Checks that every link and anchor on every page of a site leads to something. Files are added
 * from any thread; {@link #report} is called when all are there.
 */
public final class PageCheck {

  /** Resolves relative addresses; a host that cannot exist (RFC 2606). */
  private static final String BASE = "https://site.invalid/";

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
    Document document = Jsoup.parse(html, BASE);
    var links = new ArrayList<String>();
    for (String attribute : List.of("href", "src", "action", "poster")) {
      for (Element element : document.select("[" + attribute + "]")) {
        links.add(element.attr(attribute));
      }
    }
    return new Seen(Set.copyOf(document.select("[id]").eachAttr("id")), List.copyOf(links));
  }

  private void check(String page, String link, Problems problems) {
    URI target;
    try {
      target = new URI(BASE + encode(page)).resolve(new URI(encode(link)));
    } catch (URISyntaxException e) {
      problems.add(ProblemCode.TRANG_CO_LIEN_KET_HONG, SourcePos.ofFile(page), link);
      return;
    }
    if (!"site.invalid".equals(target.getHost())) {
      return;
    }
    String path =
        URLDecoder.decode(target.getRawPath().replace("+", "%2B"), StandardCharsets.UTF_8);
    String uri = path.replaceFirst("^/+", "");
    if (uri.isEmpty() || uri.endsWith("/")) {
      uri += "index.html";
    }
    Seen found = seen.get(uri);
    if (found == null) {
      problems.add(ProblemCode.TRANG_CO_LIEN_KET_HONG, SourcePos.ofFile(page), link);
    } else if (target.getFragment() != null
        && found != Seen.ANYTHING
        && !target.getFragment().isEmpty()
        && !found.anchors().contains(target.getFragment())) {
      problems.add(ProblemCode.TRANG_CO_NEO_HONG, SourcePos.ofFile(page), link);
    }
  }

  private static String encode(String address) {
    return address.strip().replace(" ", "%20");
  }
}
