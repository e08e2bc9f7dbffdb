package vn.cachlamhay.host;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;
import vn.cachlamhay.page.Uris;

/**
 * {@code _headers} and {@code _redirects}, which Netlify and Cloudflare Pages read, each in its own
 * way. Both ask for everything anew by themselves, compress, and have a page for 404. Immutable.
 */
record PagesFiles(Rules rules) {

  /** What Cloudflare reads of a site: rules of redirects, and letters in a line of each file. */
  static final int MOST_REDIRECTS = 2000;

  static final int LONGEST_REDIRECT = 1000;
  static final int LONGEST_HEADER = 2000;

  /**
   * The file of redirects.
   *
   * @param text what stands in it; may be empty
   * @param left redirects that the host would not read
   */
  record Redirects(String text, int left) {}

  String headers() {
    var lines = new ArrayList<String>();
    Rules.NOTE.forEach(line -> lines.add("# " + line));
    String root = Move.encoded(rules.root());
    lines.add(root + "/*");
    rules.headers().forEach((name, value) -> addHeader(lines, name, value));
    for (String folder : Rules.PICTURES) {
      lines.add(root + "/" + folder + "*");
      addHeader(lines, "Cache-Control", "public, max-age=" + Rules.SECONDS_OF_PICTURES);
    }
    for (String folder : rules.open()) {
      lines.add(root + "/" + folder + "*");
      addHeader(lines, Rules.OPEN_HEADER, Rules.OPEN_TO);
    }
    for (String file : Rules.OPEN_FILES) {
      lines.add(root + "/" + file);
      addHeader(lines, Rules.OPEN_HEADER, Rules.OPEN_TO);
    }
    lines.add(root + "/" + Uris.MANIFEST);
    addHeader(lines, "Content-Type", MediaTypes.of(Uris.MANIFEST));
    return String.join("\n", lines) + "\n";
  }

  /** Cloudflare would ignore a longer line; the page has the policy in any case. */
  private void addHeader(List<String> lines, String name, String value) {
    String line = "  " + name + ": " + value;
    if (!isCloudflare() || line.strip().length() <= LONGEST_HEADER) {
      lines.add(line);
    }
  }

  /**
   * On Netlify a file at the former address goes before a rule without an exclamation mark, which
   * Cloudflare does not understand: for both at once, Netlify shows the page that leads on.
   */
  Redirects redirects() {
    boolean forced = rules.hosting().has(Hosting.NETLIFY) && !isCloudflare();
    var lines = new ArrayList<String>();
    int left = 0;
    for (Move move : rules.moves()) {
      String line = from(move) + " " + move.to() + (forced ? " 301!" : " 301");
      boolean fits = lines.size() < MOST_REDIRECTS && line.length() <= LONGEST_REDIRECT;
      if (isCloudflare() && !fits) {
        left++;
      } else {
        lines.add(line + "\n");
      }
    }
    return new Redirects(String.join("", lines), left);
  }

  private boolean isCloudflare() {
    return rules.hosting().has(Hosting.CLOUDFLARE);
  }

  /** An asterisk would stand for any address. */
  private static String from(Move move) {
    return Move.encoded(move.asked()).replace("*", "%2A");
  }
}
