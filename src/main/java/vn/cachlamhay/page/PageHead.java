package vn.cachlamhay.page;

import java.util.List;

/**
 * What the frame of every page needs; the variable {@code page} of the templates.
 *
 * @param kind home, article, page, list, groups, search, notfound …
 * @param root the way up to the site root, empty or {@code ../…}; on the page for missing
 *     addresses, which hosts show at any depth, the site's absolute address where it is known
 * @param title without the site's name
 * @param canonical absolute address, empty without {@code site.host}
 * @param jsonLd ready JSON-LD documents
 * @param crumbs the way from the home page to this one
 * @param feed its Atom feed, or empty
 * @param image for previews: absolute where the host is known; may be empty
 * @param card whether that is a card, which has a size that is known
 */
public record PageHead(
    String kind,
    String uri,
    String root,
    String title,
    String description,
    String canonical,
    List<String> jsonLd,
    List<Link> crumbs,
    String feed,
    String feedTitle,
    String image,
    boolean card,
    String ogType) {

  /** The shortest link to an address below the site root. */
  public String href(String to) {
    return root.contains("://") ? root + to : Uris.relative(uri, to);
  }
}
