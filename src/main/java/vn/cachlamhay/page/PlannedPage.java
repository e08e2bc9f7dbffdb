package vn.cachlamhay.page;

import java.util.Optional;
import java.util.function.Supplier;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Moment;

/**
 * A page that will exist.
 *
 * @param uri below the site root
 * @param template the file that renders it
 * @param article the article that it shows, if it is one's own page
 * @param updated when what it shows last changed, where that is known
 * @param inSitemap whether search engines should know of it
 * @param model what it shows, put together when the page comes to be made
 */
public record PlannedPage(
    String uri,
    String template,
    Optional<Article> article,
    Optional<Moment> updated,
    boolean inSitemap,
    Supplier<PageModel> model) {}
