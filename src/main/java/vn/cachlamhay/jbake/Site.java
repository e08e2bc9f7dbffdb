package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
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
    ZoneId zone) {}
