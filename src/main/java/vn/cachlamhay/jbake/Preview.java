package vn.cachlamhay.jbake;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;

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
   * What a text that somebody types will look like.
   *
   * @param uri address of its page below the site root; empty where it cannot have one
   * @param page empty where there is too little of an article to show
   * @param picture address of the picture at its head, below the site root or absolute
   * @param problems what is wrong with the text, and worth knowing; sorted by place
   */
  record Look(String uri, Optional<Page> page, Optional<String> picture, List<Problem> problems) {}

  /**
   * The page that an article would have if its file held other bytes, drafts too, and what would be
   * told of it. What concerns several files at once, such as two articles at one address, is left
   * to the bake.
   *
   * @param file of the article, which need not exist
   * @return empty where the site has no such preview: in plain JBake projects
   */
  default Optional<Look> look(Path file, byte[] content) {
    return Optional.empty();
  }

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
