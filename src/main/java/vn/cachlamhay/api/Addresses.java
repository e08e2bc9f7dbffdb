package vn.cachlamhay.api;

import vn.cachlamhay.page.Uris;

/**
 * Addresses as a file names them: absolute where the site's host is known, otherwise relative to
 * the file. Immutable.
 *
 * @param host without a slash at its end; may be empty
 * @param file below the site root
 */
record Addresses(String host, String file) {

  /** Of a page or file of the site, or of one elsewhere. */
  String of(String uri) {
    if (uri.contains("://")) {
      return uri;
    }
    String path = Uris.encode(uri);
    return host.isEmpty() ? Uris.relative(file, path) : Uris.absolute(host, path);
  }

  /** Of a place on a page. */
  String of(String uri, String anchor) {
    return of(uri) + "#" + Uris.encode(anchor);
  }
}
