package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
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

  /**
   * Whether its pages are made of nothing but its files: no clock, no tools or engines of its own.
   */
  public boolean dependsOnItsFilesOnly() {
    return !RenderingTools.areAdded()
        && !BodyRenderer.areEnginesAdded()
        && !TemplateFiles.areUnpredictable(config.templates());
  }

  private static final Pattern OF_THE_PROCESS =
      Pattern.compile("(java|jdk|sun|native|file|user|os|line|path)_");

  /** Every key of the configuration and its value, JBake's defaults included. */
  public Map<String, String> settings() {
    var settings = new TreeMap<String, String>();
    jbake.asHashMap().forEach((key, value) -> settings.put(key, String.valueOf(value)));
    // JBake adds the properties of the process, which differ from run to run
    settings.keySet().removeIf(key -> OF_THE_PROCESS.matcher(key).lookingAt());
    return settings;
  }
}
