package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import vn.cachlamhay.model.SiteConfig;

/**
 * A site's configuration, as JBake sees it and as the other steps do. Immutable in use.
 *
 * @param jbake handed to templates and JBake's own parts
 * @param config what the other steps need
 * @param typeTemplates template of each document type that an article may have
 * @param locale of numbers and dates in templates, unless {@code jvm.locale} is set
 * @param zone in which articles are dated
 */
public record Site(
    DefaultJBakeConfiguration jbake,
    SiteConfig config,
    Map<String, String> typeTemplates,
    Locale locale,
    ZoneId zone) {

  /** How the settings begin that JBake takes from the process, which differ from run to run. */
  static final String OF_THE_PROCESS = "(?:java|jdk|sun|native|file|user|os|line|path)_";

  /**
   * Whether its pages are made of nothing but its files: no clock, no tools or engines of its own.
   */
  public boolean dependsOnItsFilesOnly() {
    return !RenderingTools.areAdded()
        && !BodyRenderer.areEnginesAdded()
        && !TemplateFiles.areUnpredictable(config.templates());
  }

  /** Every key of the configuration and its value, JBake's defaults included. */
  public Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    jbake.asHashMap().forEach((key, value) -> settings.put(key, String.valueOf(value)));
    if (config.isPortal()) {
      // where the site goes makes no page another
      settings.keySet().removeIf(key -> key.startsWith("publish_"));
    }
    for (String name : System.getProperties().stringPropertyNames()) {
      String key = name.replace('.', '_');
      // a site may have settings of its own that begin so
      if (key.matches(OF_THE_PROCESS + ".*")) {
        settings.remove(key, System.getProperty(name));
      }
    }
    return settings;
  }
}
