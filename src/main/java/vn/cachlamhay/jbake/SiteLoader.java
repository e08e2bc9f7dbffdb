package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.commons.configuration2.Configuration;
import org.apache.commons.configuration2.PropertiesConfiguration;
import org.apache.commons.configuration2.ex.ConfigurationException;
import org.apache.commons.configuration2.ex.ConversionException;
import org.jbake.app.JBakeException;
import org.jbake.app.configuration.ConfigUtil;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.app.configuration.JBakeConfigurationFactory;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Api;
import vn.cachlamhay.model.App;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MenuItem;
import vn.cachlamhay.model.Publisher;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.model.SiteKeys;

/** Reads {@code jbake.properties}: JBake's keys, and the portal's own, which begin with portal. */
public final class SiteLoader {

  private static final String FILE = ConfigUtil.CONFIG_FILE;
  private static final String PAGE_TEMPLATE = "portal.template.";

  /** Templates that JBake counts as document types though no article is one. */
  private static final Set<String> NOT_FOR_ARTICLES =
      Set.of("masterindex", "archive", "feed", "error404", "tag", "tagsindex", "sitemap", "data");

  private SiteLoader() {}

  /**
   * Reads a site's configuration.
   *
   * @param folder the site folder
   * @param output where the site goes instead of the configured folder
   * @param locale of numbers and dates, unless the site names another
   * @param zone in which articles are dated
   * @throws SiteException where it cannot be used
   */
  public static Site load(Path folder, Optional<Path> output, Locale locale, ZoneId zone) {
    Path site = folder.toAbsolutePath().normalize();
    Configuration own = ownProperties(site);
    try {
      DefaultJBakeConfiguration jbake =
          new JBakeConfigurationFactory()
              .createDefaultJbakeConfiguration(
                  site.toFile(), output.map(SiteLoader::file).orElse(null), false);
      var typeTemplates = new TreeMap<String, String>();
      for (String type : jbake.getDocumentTypes()) {
        if (!NOT_FOR_ARTICLES.contains(type)) {
          typeTemplates.put(type, jbake.getTemplateByDocType(type));
        }
      }
      SiteConfig config = config(site, jbake, own, List.copyOf(typeTemplates.keySet()));
      refuseDangerousFolders(config);
      return new Site(jbake, config, Map.copyOf(typeTemplates), locale, zone);
    } catch (JBakeException | ConversionException e) {
      throw wrong(e.getMessage(), FILE, e);
    }
  }

  /**
   * What the configuration says under keys that begin alike.
   *
   * @throws SiteException where it cannot be read
   */
  public static SiteKeys keys(Path folder, String beginning) {
    Path site = folder.toAbsolutePath().normalize();
    Configuration own = ownProperties(site);
    var values = new TreeMap<String, String>();
    for (Iterator<String> keys = own.getKeys(); keys.hasNext(); ) {
      String key = keys.next();
      if (key.startsWith(beginning)) {
        values.put(key, own.getString(key));
      }
    }
    return new SiteKeys(FILE, values, values.isEmpty() ? Map.of() : lines(site.resolve(FILE)));
  }

  /** Where each key of a file stands for the first time. */
  private static Map<String, Integer> lines(Path file) {
    var lines = new TreeMap<String, Integer>();
    try {
      List<String> all = Files.readAllLines(file);
      for (int i = 0; i < all.size(); i++) {
        lines.putIfAbsent(all.get(i).strip().split("[=:\\s]", 2)[0], i + 1);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }

  private static SiteConfig config(
      Path site, DefaultJBakeConfiguration jbake, Configuration own, List<String> types) {
    return new SiteConfig(
        site,
        path(jbake.getContentFolder()),
        path(jbake.getDataFolder()),
        path(jbake.getTemplateFolder()),
        path(jbake.getAssetFolder()),
        path(jbake.getDestinationFolder()),
        own.getString("portal.title", site.getFileName().toString()),
        own.getString("portal.tagline", ""),
        host(own),
        publisher(own),
        menu(own),
        feedback(own),
        types,
        Optional.ofNullable(own.getString("default.type")).filter(type -> !type.isBlank()),
        Optional.ofNullable(own.getString("default.status")).filter(status -> !status.isBlank()),
        jbake.getDateFormat(),
        jbake.getHeaderSeparator(),
        jbake.getIgnoreFileName(),
        jbake.getAssetIgnoreHidden(),
        jbake.getOutputExtension(),
        jbake.getDraftSuffix(),
        pageTemplates(own),
        pageSize(own),
        app(own, own.getString("portal.title", site.getFileName().toString())),
        pageTemplates(own).isEmpty() ? Hosting.NONE : HostingKeys.read(own, site.resolve(FILE)),
        pageTemplates(own).isEmpty() ? Api.NONE : ApiKeys.read(own, FILE));
  }

  private static Configuration ownProperties(Path site) {
    if (!Files.isDirectory(site)) {
      throw noSite(site);
    }
    Path file = site.resolve(FILE);
    if (!Files.exists(file)) {
      if (!Files.isDirectory(site.resolve("content"))) {
        throw noSite(site);
      }
      return new PropertiesConfiguration();
    }
    var own = new PropertiesConfiguration();
    own.setIncludesAllowed(false);
    try (Reader in = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
      own.read(in);
      return own;
    } catch (ConfigurationException | IOException e) {
      throw wrong(e.getMessage(), FILE, e);
    }
  }

  /** JBake's own default host is that of JBake; a site has one only where it says so itself. */
  private static String host(Configuration own) {
    String host = own.getString("site.host", "").strip();
    boolean portal = !pageTemplates(own).isEmpty();
    if (portal && !host.isEmpty() && !host.matches("https?://[^/\\s]+(/[^\\s?#]*)?")) {
      throw wrong("site.host = " + host, "site.host=https://…", null);
    }
    return host.endsWith("/") ? host.substring(0, host.length() - 1) : host;
  }

  private static Publisher publisher(Configuration own) {
    Configuration keys = own.subset("portal.publisher");
    return new Publisher(
        keys.getString("governing-body", ""),
        keys.getString("responsible", ""),
        keys.getString("licence", ""),
        keys.getString("address", ""),
        keys.getString("phone", ""),
        keys.getString("email", ""));
  }

  private static List<MenuItem> menu(Configuration own) {
    var menu = new ArrayList<MenuItem>();
    for (String item : own.getString("portal.menu", "").split(",")) {
      if (item.isBlank()) {
        continue;
      }
      String[] parts = item.split("\\|");
      if (parts.length != 2) {
        throw wrong("portal.menu: " + item, "portal.menu=Địa phương|dia-phuong/index.html", null);
      }
      menu.add(new MenuItem(parts[0].strip(), parts[1].strip().replaceFirst("^/", "")));
    }
    return menu;
  }

  /** A form or an address for mail; the publisher's address where nothing is said. */
  private static String feedback(Configuration own) {
    String written = own.getString("portal.feedback", own.getString("portal.publisher.email", ""));
    String to = written.strip().replaceFirst("^mailto:", "");
    if (to.isEmpty() || to.matches("https?://[^/\\s]+(/\\S*)?")) {
      return to;
    }
    if (!to.matches("[^\\s@<>\"?&,;:]+@[^\\s@<>\"?&,;:]+\\.[^\\s@<>\"?&,;:.]+")) {
      String example = "portal.feedback=bientap@example.vn | portal.feedback=https://…";
      throw wrong("portal.feedback = " + written, example, null);
    }
    return "mailto:" + to;
  }

  private static Map<String, String> pageTemplates(Configuration own) {
    var templates = new TreeMap<String, String>();
    for (Iterator<String> keys = own.getKeys(); keys.hasNext(); ) {
      String key = keys.next();
      if (key.startsWith(PAGE_TEMPLATE)) {
        templates.put(key.substring(PAGE_TEMPLATE.length()), own.getString(key));
      }
    }
    return templates;
  }

  private static int pageSize(Configuration own) {
    String written = own.getString("portal.page-size", "20");
    if (!written.matches("[1-9]\\d{0,5}")) {
      throw wrong("portal.page-size = " + written, "portal.page-size=20", null);
    }
    return Integer.parseInt(written);
  }

  private static App app(Configuration own, String title) {
    return new App(
        own.getString("portal.app.short-name", title),
        colour(own, "portal.app.theme-color", "#8c171b"),
        colour(own, "portal.app.background-color", "#fcf9f3"));
  }

  private static String colour(Configuration own, String key, String usual) {
    String written = own.getString(key, usual).strip();
    if (!written.matches("#[0-9a-fA-F]{6}")) {
      throw wrong(key + " = " + written, key + "=" + usual, null);
    }
    return written;
  }

  /** Nothing that an editor wrote may ever be written over by what is made from it. */
  private static void refuseDangerousFolders(SiteConfig config) {
    if (!Files.isDirectory(config.content())) {
      // without its articles the site would be made empty
      throw wrong("content.folder = " + config.content(), "content.folder=content", null);
    }
    Path output = config.output();
    for (Path source :
        List.of(config.content(), config.data(), config.templates(), config.assets())) {
      if (source.startsWith(output) || output.startsWith(source)) {
        throw wrong("output = " + output, "--out …/output", null);
      }
    }
  }

  private static Path path(File file) {
    return file.toPath().toAbsolutePath().normalize();
  }

  private static File file(Path path) {
    return path.toAbsolutePath().normalize().toFile();
  }

  private static SiteException noSite(Path site) {
    return new SiteException(
        Problem.of(ProblemCode.KHONG_CO_TRANG, SourcePos.ofFile("--site"), site.toString()));
  }

  private static SiteException wrong(String what, String remedy, Exception cause) {
    return new SiteException(
        Problem.of(ProblemCode.CAU_HINH_HONG, SourcePos.ofFile(FILE), what, remedy), cause);
  }
}
