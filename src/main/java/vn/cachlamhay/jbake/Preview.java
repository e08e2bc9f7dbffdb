package vn.cachlamhay.jbake;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Renders the page of an edited article from what is known of the site since its last bake, without
 * looking at the rest of it. For one thread at a time.
 */
public interface Preview {

  /**
   * A finished page.
   *
   * @param uri below the site root
   */
  record Page(String uri, byte[] bytes) {}

  /**
   * The page of an article.
   *
   * @param file of the article
   * @return empty where only a whole bake can tell: of other files, new articles, and those with
   *     another address or with something wrong in them
   * @throws vn.cachlamhay.diag.SiteException with the fault of a template
   */
  Optional<Page> of(Path file);
}
