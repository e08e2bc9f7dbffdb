package vn.cachlamhay.jbake;

import freemarker.template.Configuration;
import freemarker.template.DefaultListAdapter;
import freemarker.template.DefaultMapAdapter;
import freemarker.template.DefaultObjectWrapper;
import freemarker.template.SimpleScalar;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import freemarker.template.Version;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Wraps values for templates as FreeMarker of that version does, but shows lists of articles and
 * articles as they are, where old versions would copy them each time. Thread-safe.
 */
final class StoreWrapper extends DefaultObjectWrapper {

  private final boolean readsRecords;
  private final ClassValue<Optional<Map<String, Method>>> components =
      new ClassValue<>() {
        @Override
        protected Optional<Map<String, Method>> computeValue(Class<?> type) {
          return RecordModel.components(type);
        }
      };

  StoreWrapper(Version version) {
    super(version);
    this.readsRecords = version.intValue() >= Configuration.VERSION_2_3_33.intValue();
  }

  @Override
  public TemplateModel wrap(Object value) throws TemplateModelException {
    // most values are texts and records: asked for first, for Java is slow to tell what is no List
    if (value instanceof String text) {
      return new SimpleScalar(text);
    }
    if (readsRecords && value instanceof Record shown) {
      Optional<Map<String, Method>> known = components.get(shown.getClass());
      return known.isPresent() ? new RecordModel(shown, this, known.get()) : super.wrap(value);
    }
    if (value instanceof StoredDocument document) {
      return DefaultMapAdapter.adapt(document, this);
    }
    if (value instanceof List<?> list && !list.isEmpty() && list.get(0) instanceof StoredDocument) {
      return DefaultListAdapter.adapt(list, this);
    }
    return super.wrap(value);
  }
}
