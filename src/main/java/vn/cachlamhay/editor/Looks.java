package vn.cachlamhay.editor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.page.Uris;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;

/**
 * Pages of texts that are being typed, each under a number of its own, with everything of the baked
 * site that they show beside them. No script runs in them, whatever the article says. Thread-safe.
 */
final class Looks implements Handler {

  private static final String PREFIX = "/bien-tap/xem/";
  private static final Pattern ADDRESS = Pattern.compile(Pattern.quote(PREFIX) + "(\\d{1,9})/(.+)");

  /** Several editors at a time, each with two pages on the screen. */
  private static final int KEPT = 40;

  private static final String POLICY =
      "sandbox allow-same-origin; default-src 'self'; script-src 'none'; img-src 'self' data: http:"
          + " https:; media-src 'self' http: https:; object-src 'none'; form-action 'none';"
          + " frame-ancestors 'self'";

  private final Site site;
  private final TreeMap<Integer, Preview.Page> pages = new TreeMap<>();
  private int last;

  Looks(Site site) {
    this.site = site;
  }

  /** Keeps a page for a while, and gives its address. */
  synchronized String keep(Preview.Page page) {
    last++;
    pages.put(last, page);
    Iterator<Map.Entry<Integer, Preview.Page>> oldest = pages.entrySet().iterator();
    while (pages.size() > KEPT) {
      oldest.next();
      oldest.remove();
    }
    return PREFIX + last + "/" + Uris.encode(page.uri());
  }

  @Override
  public Response handle(Request request) throws IOException {
    Matcher address = ADDRESS.matcher(request.path());
    if (!request.isGet() || !address.matches()) {
      return Response.notFound();
    }
    String uri = address.group(2);
    Preview.Page page = page(Integer.parseInt(address.group(1)));
    Response answer =
        page != null && page.uri().equals(uri)
            ? Response.of(Response.HTML, page.bytes())
            : file(uri);
    return answer.with("Content-Security-Policy", POLICY);
  }

  private synchronized Preview.Page page(int number) {
    return pages.get(number);
  }

  /** Only what the finished site has, wherever links on the disk lead. */
  private Response file(String uri) throws IOException {
    Path output = site.catalog().config().output();
    Path file = output.resolve(uri).normalize();
    if (!file.startsWith(output) || !Files.isRegularFile(file)) {
      return Response.notFound();
    }
    return file.toRealPath().startsWith(output.toRealPath())
        ? Response.file(file)
        : Response.notFound();
  }
}
