package vn.cachlamhay.jbake;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.InputsWriter;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.ValueWriter;
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
   * The template and all variables but those that ask the store.
   *
   * @param shown what the portal's variables are made from
   * @param cards digests of cards, which many pages share
   * @return empty where it cannot be told
   */
  Optional<Made.Inputs> inputs(Object shown, ArticleDigests digests, Map<Card, Digest> cards) {
    var writer =
        new InputsWriter(digests) {
          @Override
          protected Object substitute(Object value) {
            if (value instanceof StoredDocument document) {
              dependsOnMore();
              return List.of(document.digest(), document.text().digest());
            }
            return value instanceof Card card
                ? cards.computeIfAbsent(card, ValueWriter::digestOf)
                : super.substitute(value);
          }
        };
    try {
      writer.write(uri).write(template).write(identity.get()).write(shown);
      return Optional.of(writer.inputs());
    } catch (ValueWriter.UnsupportedValueException e) {
      // a variable of a kind that cannot be compared: the page is made each time
      return Optional.empty();
    }
  }
}
