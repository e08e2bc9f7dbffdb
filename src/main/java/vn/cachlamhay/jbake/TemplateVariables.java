package vn.cachlamhay.jbake;

import freemarker.template.ObjectWrapper;
import freemarker.template.TemplateHashModel;
import freemarker.template.TemplateModelException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import org.jbake.template.ModelExtractors;
import org.jbake.template.model.TemplateModel;

/**
 * The variables of one page: the portal's first, then JBake's, of which the lists are fetched when
 * asked for. Whoever keeps book of what the page reads is told. For one page and one thread.
 */
final class TemplateVariables implements TemplateHashModel {

  private final ObjectWrapper wrapper;
  private final TemplateModel page;
  private final Map<String, Object> portal;
  private final StoreLists lists;
  private final Optional<PageReads> reads;
  private final Fetcher fetcher;

  /** Asks JBake's own extractors. */
  interface Fetcher {
    freemarker.template.TemplateModel fetch(ObjectWrapper wrapper, TemplateModel page, String key)
        throws TemplateModelException;
  }

  TemplateVariables(
      ObjectWrapper wrapper,
      TemplateModel page,
      Map<String, Object> portal,
      StoreLists lists,
      Optional<PageReads> reads,
      Fetcher fetcher) {
    this.wrapper = wrapper;
    this.page = page;
    this.portal = portal;
    this.lists = lists;
    this.reads = reads;
    this.fetcher = fetcher;
  }

  @Override
  public freemarker.template.TemplateModel get(String key) throws TemplateModelException {
    Object value = portal.get(key);
    if (value != null) {
      return wrapper.wrap(value);
    }
    if (!ModelExtractors.getInstance().containsKey(key)) {
      return wrapper.wrap(page.get(key));
    }
    if (key.equals(ModelAttributes.PUBLISHED_DATE) || !StoreLists.knows(key)) {
      reads.ifPresent(PageReads::unpredictable);
    } else {
      reads.ifPresent(r -> r.asked(key, lists.digest(key, page)));
    }
    Optional<List<DocumentModel>> list = lists.list(key, page);
    return list.isPresent() ? wrapper.wrap(list.get()) : fetcher.fetch(wrapper, page, key);
  }

  @Override
  public boolean isEmpty() {
    return false;
  }
}
