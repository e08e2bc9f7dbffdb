package vn.cachlamhay.jbake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.PageModel;

/**
 * A page to render: a planned page of the portal, or one of those that JBake makes.
 *
 * @param uri below the site root
 * @param identity what JBake's variables of this page are made from, told when it is asked for
 * @param model JBake's variables of this page, made when they are needed
 * @param portal what the portal shows on it, put together when it is needed
 * @param start of the page's posts among all, for paginated indexes
 * @param limit how many posts it has; all where negative
 */
record Rendering(
    String uri,
    String template,
    Supplier<?> identity,
    Supplier<TemplateModel> model,
    Supplier<PageModel> portal,
    int start,
    int limit) {

  /**
   * The digest of the template and of all variables but those that ask the store.
   *
   * @param inputs what the portal's variables are made from
   * @param cards digests of cards, which many pages share
   * @return empty where it cannot be told
   */
  Optional<Digest> own(Object inputs, ArticleDigests articles, Map<Card, Digest> cards) {
    var writer =
        new ValueWriter() {
          @Override
          protected Object substitute(Object value) {
            if (value instanceof StoredDocument document) {
              return List.of(document.digest(), document.text().digest());
            }
            if (value instanceof Article article) {
              return articles.of(article).whole();
            }
            return value instanceof Card card
                ? cards.computeIfAbsent(card, ValueWriter::digestOf)
                : value;
          }
        };
    try {
      writer.write(uri).write(template).write(identity.get()).write(inputs);
      return Optional.of(writer.digest());
    } catch (ValueWriter.UnsupportedValueException e) {
      // a variable of a kind that cannot be compared: the page is made each time
      return Optional.empty();
    }
  }
}
