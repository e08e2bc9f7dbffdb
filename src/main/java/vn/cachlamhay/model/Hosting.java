package vn.cachlamhay.model;

import java.util.List;

/**
 * What {@code jbake.properties} says about hosts. Immutable.
 *
 * @param asked whether {@code host.files} is there at all
 * @param kinds the hosts that files are made for, some of {@link #KINDS}
 * @param encodings in which compressed copies are made, some of {@link #ENCODINGS}
 */
public record Hosting(boolean asked, List<String> kinds, List<String> encodings) {

  public static final String NGINX = "nginx";
  public static final String APACHE = "apache";
  public static final String IIS = "iis";

  /** IIS with the URL Rewrite Module, which has to be installed there. */
  public static final String IIS_REWRITE = "iis-rewrite";

  public static final String NETLIFY = "netlify";
  public static final String CLOUDFLARE = "cloudflare";
  public static final String GITHUB = "github";

  /** Every host that files can be made for. */
  public static final List<String> KINDS =
      List.of(NGINX, APACHE, IIS, IIS_REWRITE, NETLIFY, CLOUDFLARE, GITHUB);

  public static final String GZIP = "gz";
  public static final String BROTLI = "br";

  /** Every way of compressing; the name is the ending of the copy, too. */
  public static final List<String> ENCODINGS = List.of(GZIP, BROTLI);

  /** A site that says nothing. */
  public static final Hosting NONE = new Hosting(false, List.of(), List.of());

  public Hosting {
    kinds = List.copyOf(kinds);
    encodings = List.copyOf(encodings);
  }

  /** Whether files are made for a host. */
  public boolean has(String kind) {
    return kinds.contains(kind);
  }
}
