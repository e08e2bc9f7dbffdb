package vn.cachlamhay.jbake;

import freemarker.template.DefaultListAdapter;
import freemarker.template.DefaultMapAdapter;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.util.List;

/**
 * Wraps values for templates as FreeMarker of that version does, but shows lists of articles and
 * articles as they are, where old versions would copy them each time. Thread-safe.
 */
final class StoreWrapper extends DefaultObjectWrapper {

  StoreWrapper(Version version) {
    super(version);
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    if (value instanceof StoredDocument document) {
      return DefaultMapAdapter.adapt(document, this);
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof StoredDocument) {
      return DefaultListAdapter.adapt(list, this);
    }
    return super.wrap(value);
  }
}
