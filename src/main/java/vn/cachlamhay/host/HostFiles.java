package vn.cachlamhay.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.Uris;

/** The files that hosts read, of one site. Immutable and thread-safe. */
public final class HostFiles {

  private final Hosting hosting;
  private final String host;
  private final Rules rules;
  private final List<OtherFile> files = new ArrayList<>();
  private final List<Problem> notices = new ArrayList<>();

  /**
   * The files of a site.
   *
   * @param redirects from former addresses
   * @param policy what {@link PagePolicy} found on a page
   * @param notFound whether the site has a page for addresses that there are not
   */
  public HostFiles(
      SiteConfig config, List<Plan.Redirect> redirects, String policy, boolean notFound) {
    this.hosting = config.hosting();
    this.host = config.host();
    this.rules = Rules.of(config, redirects, policy, notFound);
    if (hosting.has(Hosting.NGINX)) {
      add(Uris.NGINX, new NginxFile(rules).text());
    }
    if (hosting.has(Hosting.APACHE)) {
      new ApacheFiles(rules).texts().forEach(this::add);
    }
    if (hosting.has(Hosting.IIS) || hosting.has(Hosting.IIS_REWRITE)) {
      IisFile.Made iis = new IisFile(rules).made();
      add(Uris.WEB_CONFIG, iis.text());
      tell(iis.left(), Hosting.IIS_REWRITE);
    }
    addPages();
    addGithub();
  }

  /** Each file by its address. */
  public List<OtherFile> files() {
    return List.copyOf(files);
  }

  /** What hosts will not do though they should. */
  public List<Problem> notices() {
    return List.copyOf(notices);
  }

  /** Which of the hosts that a site names wants the file of this address. */
  public static String kind(String uri, Hosting hosting) {
    String name = uri.substring(uri.lastIndexOf('/') + 1);
    List<String> kinds =
        Map.of(
                Uris.HTACCESS, List.of(Hosting.APACHE),
                Uris.WEB_CONFIG, List.of(Hosting.IIS_REWRITE, Hosting.IIS),
                Uris.HEADERS, List.of(Hosting.NETLIFY, Hosting.CLOUDFLARE),
                Uris.REDIRECTS, List.of(Hosting.NETLIFY, Hosting.CLOUDFLARE),
                Uris.NO_JEKYLL, List.of(Hosting.GITHUB),
                Uris.CNAME, List.of(Hosting.GITHUB))
            .getOrDefault(name, List.of(Hosting.NGINX));
    return kinds.stream().filter(hosting::has).collect(Collectors.joining(", "));
  }

  /** A site that says nothing of hosts has its redirects in the form that most of them read. */
  private void addPages() {
    boolean named = hosting.has(Hosting.NETLIFY) || hosting.has(Hosting.CLOUDFLARE);
    var pages = new PagesFiles(rules);
    if (named) {
      add(Uris.HEADERS, pages.headers());
    }
    PagesFiles.Redirects redirects = pages.redirects();
    if ((named || !hosting.asked()) && !redirects.text().isEmpty()) {
      add(Uris.REDIRECTS, redirects.text());
    }
    tell(redirects.left(), Hosting.CLOUDFLARE);
  }

  /** Without the first, GitHub leaves out what begins with a line; the second names the domain. */
  private void addGithub() {
    if (hosting.has(Hosting.GITHUB)) {
      add(Uris.NO_JEKYLL, "");
      String domain = host.replaceFirst("^https?://", "");
      if (domain.matches("[^/:]+") && !domain.endsWith(".github.io")) {
        add(Uris.CNAME, domain + "\n");
      }
    }
  }

  private void add(String uri, String text) {
    files.add(new OtherFile(uri, text, () -> text));
  }

  private void tell(int left, String kind) {
    if (left > 0) {
      notices.add(
          Problem.of(
              ProblemCode.MAY_CHU_BO_LAI,
              SourcePos.ofFile("jbake.properties"),
              kind,
              Integer.toString(left)));
    }
  }
}
