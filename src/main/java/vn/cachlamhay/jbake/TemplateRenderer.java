package vn.cachlamhay.jbake;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateModelException;
import freemarker.template.TemplateNotFoundException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import org.apache.commons.lang3.LocaleUtils;
import org.jbake.app.ContentStore;
import org.jbake.template.FreemarkerTemplateEngine;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * FreeMarker with JBake's template variables. Templates ending in {@code .ftl} are treated as JBake
 * treats them; those ending in {@code .ftlh} or {@code .ftlx} escape what they print and can read
 * Java records. The locale is that of the portal unless {@code jvm.locale} names one, the time zone
 * likewise unless {@code freemarker.timezone} does. Thread-safe.
 */
final class TemplateRenderer {

  private final Site site;
  private final ContentStore store;
  private final StoreLists lists;
  private final PageReads.Tracker tracker;
  private final Configuration stock;
  private final Configuration modern;
  private final Map<String, Object> config;

  /**
   * @param tracker knows for which page a template asks
   */
  TemplateRenderer(Site site, ContentStore store, StoreLists lists, PageReads.Tracker tracker) {
    this.site = site;
    this.store = store;
    this.lists = lists;
    this.tracker = tracker;
    this.stock = configuration(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
    this.modern = configuration(Configuration.VERSION_2_3_34);
    this.config = site.jbake().asHashMap();
  }

  /** Sets FreeMarker up for no site, see {@link WarmUp}. */
  static void warmUp() {
    var configuration = new Configuration(Configuration.VERSION_2_3_34);
    configuration.setObjectWrapper(new StoreWrapper(Configuration.VERSION_2_3_34));
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
  }

  /**
   * Renders a page.
   *
   * @param uri the page, for problems
   * @param model JBake's variables of this page
   * @param extra the portal's variables
   * @throws SiteException where the template is missing or broken
   */
  void render(
      String uri, String templateName, TemplateModel model, Map<String, Object> extra, Writer out) {
    model.setVersion(site.jbake().getVersion());
    model.setConfig(config);
    boolean escapes = templateName.endsWith(".ftlh") || templateName.endsWith(".ftlx");
    Configuration freemarker = escapes ? modern : stock;
    try {
      Template template = freemarker.getTemplate(templateName);
      var variables =
          new TemplateVariables(
              freemarker.getObjectWrapper(), model, extra, lists, tracker.current(), this::fetch);
      template.process(variables, out);
    } catch (TemplateNotFoundException e) {
      throw new SiteException(
          Problem.of(
              ProblemCode.THIEU_KHUON_MAU,
              SourcePos.ofFile("jbake.properties"),
              e.getTemplateName(),
              "*.file | portal.template.*"),
          e);
    } catch (ParseException e) {
      throw broken(e.getTemplateName(), e.getLineNumber(), e.getColumnNumber(), uri, e);
    } catch (TemplateException e) {
      rethrowStale(e);
      throw broken(e.getTemplateSourceName(), e.getLineNumber(), e.getColumnNumber(), uri, e);
    } catch (IOException e) {
      if (e.getCause() instanceof ParseException parse) {
        // FreeMarker remembers a template that it could not parse
        String name = parse.getTemplateName();
        throw broken(name, parse.getLineNumber(), parse.getColumnNumber(), uri, parse);
      }
      throw new UncheckedIOException(e);
    }
  }

  /** Asks JBake for what only its own extractors know, such as {@code db}. */
  private freemarker.template.TemplateModel fetch(
      ObjectWrapper wrapper, TemplateModel model, String key) throws TemplateModelException {
    return new FreemarkerTemplateEngine.LazyLoadingModel(wrapper, model, store, site.jbake())
        .get(key);
  }

  /** That a text is not in the cache as it was stored is no fault of the template. */
  private static void rethrowStale(TemplateException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      if (cause instanceof StaleCacheException stale) {
        throw stale;
      }
    }
  }

  private SiteException broken(
      String template, Integer line, Integer column, String uri, Exception cause) {
    Path file = site.config().templates().resolve(String.valueOf(template));
    String message =
        cause instanceof TemplateException e
            ? e.getMessageWithoutStackTop()
            : ((ParseException) cause).getEditorMessage();
    return new SiteException(
        Problem.of(
            ProblemCode.KHUON_MAU_HONG,
            new SourcePos(
                site.config().relative(file), line == null ? 0 : line, column == null ? 0 : column),
            firstLine(message) + blamed(cause),
            uri),
        cause);
  }

  private static String firstLine(String message) {
    return message.strip().lines().findFirst().orElse("");
  }

  /** FreeMarker names the missing variable in a line of its own. */
  private static String blamed(Exception cause) {
    return cause instanceof TemplateException e && e.getBlamedExpressionString() != null
        ? " " + e.getBlamedExpressionString()
        : "";
  }

  private Configuration configuration(freemarker.template.Version version) {
    var configuration = new Configuration(version);
    try {
      configuration.setDirectoryForTemplateLoading(site.config().templates().toFile());
    } catch (IOException e) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CAU_HINH_HONG,
              SourcePos.ofFile("jbake.properties"),
              e.getMessage(),
              "template.folder=templates"),
          e);
    }
    configuration.setObjectWrapper(new StoreWrapper(version));
    configuration.setDefaultEncoding(site.jbake().getRenderEncoding());
    configuration.setOutputEncoding(site.jbake().getOutputEncoding());
    configuration.setLocale(locale(site));
    configuration.setTimeZone(timeZone());
    configuration.setSQLDateAndTimeTimeZone(timeZone());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    // a bake sees its templates as they were when it began
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
    return configuration;
  }

  /** The locale of a site, which does not depend on the machine. */
  static Locale locale(Site site) {
    String named = site.jbake().getJvmLocale();
    return named == null ? site.locale() : LocaleUtils.toLocale(named);
  }

  private TimeZone timeZone() {
    TimeZone named = site.jbake().getFreemarkerTimeZone();
    return named == null ? TimeZone.getTimeZone(site.zone()) : named;
  }

  /** Variables that every page of the portal has. */
  static Map<String, Object> withSite(Site site, Map<String, Object> own) {
    if (!site.config().isPortal()) {
      return own;
    }
    var all = new HashMap<>(own);
    all.put("site", site.config());
    return all;
  }
}
