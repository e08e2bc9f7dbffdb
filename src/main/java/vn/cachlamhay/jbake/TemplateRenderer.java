package vn.cachlamhay.jbake;

import freemarker.core.ParseException;
import freemarker.template.Configuration;
import freemarker.template.ObjectWrapper;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import freemarker.template.TemplateHashModel;
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
import org.jbake.model.ModelAttributes;
import org.jbake.template.FreemarkerTemplateEngine;
import org.jbake.template.ModelExtractors;
import org.jbake.template.model.TemplateModel;
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
  private final Configuration stock;
  private final Configuration modern;
  private final Map<String, Object> config;

  TemplateRenderer(Site site, ContentStore store) {
    this.site = site;
    this.store = store;
    this.stock = configuration(Configuration.DEFAULT_INCOMPATIBLE_IMPROVEMENTS);
    this.modern = configuration(Configuration.VERSION_2_3_34);
    this.config = site.jbake().asHashMap();
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
      ObjectWrapper wrapper = freemarker.getObjectWrapper();
      var jbake =
          new FreemarkerTemplateEngine.LazyLoadingModel(wrapper, model, store, site.jbake());
      template.process(new Variables(wrapper, model, extra, jbake), out);
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
    configuration.setDefaultEncoding(site.jbake().getRenderEncoding());
    configuration.setOutputEncoding(site.jbake().getOutputEncoding());
    configuration.setLocale(locale(site));
    configuration.setTimeZone(timeZone());
    configuration.setSQLDateAndTimeTimeZone(timeZone());
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
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

  /** The portal's variables first, then JBake's, of which the lists are fetched when asked for. */
  private record Variables(
      ObjectWrapper wrapper,
      TemplateModel model,
      Map<String, Object> extra,
      TemplateHashModel jbake)
      implements TemplateHashModel {

    @Override
    public freemarker.template.TemplateModel get(String key) throws TemplateModelException {
      Object value = extra.get(key);
      if (value != null) {
        return wrapper.wrap(value);
      }
      boolean fetched =
          key.equals(ModelAttributes.DB)
              || key.equals(ModelAttributes.DATA)
              || ModelExtractors.getInstance().containsKey(key);
      return fetched ? jbake.get(key) : wrapper.wrap(model.get(key));
    }

    @Override
    public boolean isEmpty() {
      return false;
    }
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
