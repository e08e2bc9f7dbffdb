package vn.cachlamhay.jbake;

import freemarker.ext.beans.BeansWrapper;
import freemarker.ext.beans.GenericObjectModel;
import freemarker.template.MethodCallAwareTemplateHashModel.ShouldNotBeGetAsMethodException;
import freemarker.template.TemplateModel;
import freemarker.template.TemplateModelException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A record in a template, as FreeMarker shows it, whose components are read without looking for
 * them among all its methods: pages do that a million times. For one thread.
 */
final class RecordModel extends GenericObjectModel {

  private static final Object[] NONE = {};

  private final Map<String, Method> components;

  /**
   * @param components of the record's class
   */
  RecordModel(Record shown, BeansWrapper wrapper, Map<String, Method> components) {
    super(shown, wrapper);
    this.components = components;
  }

  /**
   * The components that templates may read of a class, by name; empty where FreeMarker shows its
   * objects as something else than a record.
   */
  static Optional<Map<String, Method>> components(Class<?> type) {
    // a list, a map or a model of FreeMarker's own may be a record too
    if (!type.isRecord() || type.getInterfaces().length > 0 || !isPublic(type)) {
      return Optional.empty();
    }
    Map<String, Method> components = new HashMap<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String name = component.getName();
      String bean = Character.toUpperCase(name.charAt(0)) + name.substring(1);
      boolean other =
          Arrays.stream(type.getMethods())
              .map(Method::getName)
              .anyMatch(method -> method.equals("get" + bean) || method.equals("is" + bean));
      if (!other) {
        Method accessor = component.getAccessor();
        // spares the question at every call who calls
        accessor.setAccessible(true);
        components.put(name, accessor);
      }
    }
    return Optional.of(components);
  }

  private static boolean isPublic(Class<?> type) {
    return Stream.<Class<?>>iterate(type, each -> each != null, Class::getEnclosingClass)
        .allMatch(each -> Modifier.isPublic(each.getModifiers()));
  }

  @Override
  protected TemplateModel get(String key, boolean beforeMethodCall)
      throws TemplateModelException, ShouldNotBeGetAsMethodException {
    Method component = beforeMethodCall ? null : components.get(key);
    if (component == null) {
      return super.get(key, beforeMethodCall);
    }
    try {
      return wrapper.wrap(component.invoke(object, NONE));
    } catch (IllegalAccessException | InvocationTargetException e) {
      // as FreeMarker tells it
      return super.get(key, false);
    }
  }
}
