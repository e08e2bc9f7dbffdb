package vn.cachlamhay.jbake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import org.jbake.app.ContentStore;
import org.jbake.app.Renderer;
import org.jbake.app.configuration.DefaultJBakeConfiguration;
import org.jbake.render.DocumentsRenderer;
import org.jbake.render.RenderingTool;
import org.jbake.template.DelegatingTemplateEngine;
import org.jbake.template.RenderingException;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Runs the rendering tools of JBake (index, archive, feed, site map, tags, 404) and those that the
 * site adds as services. They write into a folder of their own, from which the pages are taken, so
 * that a tool that fails leaves the site as it was. Articles are not their business: our loop
 * renders those.
 */
final class RenderingTools {

  private final Site site;
  private final ContentStore store;
  private final TemplateRenderer templates;

  RenderingTools(Site site, ContentStore store, TemplateRenderer templates) {
    this.site = site;
    this.store = store;
    this.templates = templates;
  }

  /**
   * Runs all tools.
   *
   * @param pages takes each page that they made, by address
   * @throws SiteException where a tool fails
   */
  void run(BiConsumer<String, byte[]> pages) {
    List<RenderingTool> tools =
        load().stream().filter(tool -> !(tool instanceof DocumentsRenderer)).toList();
    inFolder(
        folder -> {
          runInto(folder, tools);
          collect(folder, pages);
        });
  }

  /**
   * Runs all tools with the documents of a plain project in the place where JBake renders them.
   * Where two write one file the later one stays, as in JBake.
   *
   * @param pages takes each page by address, from any thread
   * @throws SiteException with every fault of tools and templates
   */
  void runWith(ProjectPages documents, BiConsumer<String, byte[]> pages) {
    List<RenderingTool> tools = load();
    int ownPlace = placeOfDocuments(tools);
    List<RenderingTool> before = tools.subList(0, ownPlace);
    List<RenderingTool> after = tools.subList(Math.min(ownPlace + 1, tools.size()), tools.size());
    boolean ownTools = tools.stream().anyMatch(tool -> !isOfJBake(tool));
    inFolder(
        folder -> {
          var faults = new Problems();
          attempt(() -> runInto(folder, before), faults);
          delete(folder, documents.uris());
          if (ownTools) {
            // a tool of the site may look at what lies there
            attempt(() -> documents.render(uri -> true, into(folder)), faults);
          }
          documents.markRendered(true);
          attempt(() -> runInto(folder, after), faults);
          if (!ownTools) {
            documents.markRendered(false);
            attempt(
                () -> documents.render(uri -> !Files.exists(folder.resolve(uri)), pages), faults);
          }
          if (faults.hasErrors()) {
            throw new SiteException(faults.sorted(), null);
          }
          collect(folder, pages);
        });
  }

  private static int placeOfDocuments(List<RenderingTool> tools) {
    int place = 0;
    while (place < tools.size() && !(tools.get(place) instanceof DocumentsRenderer)) {
      place++;
    }
    return place;
  }

  private static boolean isOfJBake(RenderingTool tool) {
    return tool.getClass().getPackage().equals(RenderingTool.class.getPackage());
  }

  /** Goes on after a fault, so that all are told together. */
  private static void attempt(Runnable work, Problems faults) {
    try {
      work.run();
    } catch (SiteException e) {
      faults.addAll(e.problems());
    }
  }

  private static BiConsumer<String, byte[]> into(Path folder) {
    return (uri, bytes) -> {
      try {
        Path file = folder.resolve(uri);
        Files.createDirectories(file.getParent());
        Files.write(file, bytes);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    };
  }

  private static void delete(Path folder, Set<String> uris) throws IOException {
    for (String uri : uris) {
      Files.deleteIfExists(folder.resolve(uri));
    }
  }

  /** What is done with a folder of the tools' own. */
  private interface FolderWork {
    void in(Path folder) throws IOException;
  }

  private static void inFolder(FolderWork work) {
    try {
      Path folder = Files.createTempDirectory("portal-tools");
      try {
        work.in(folder);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<RenderingTool> load() {
    var tools = new ArrayList<RenderingTool>();
    try {
      ServiceLoader.load(RenderingTool.class).forEach(tools::add);
    } catch (ServiceConfigurationError e) {
      throw new SiteException(
          Problem.of(
              ProblemCode.CONG_CU_HONG,
              SourcePos.ofFile("lib"),
              RenderingTool.class.getName(),
              String.valueOf(e.getMessage())),
          e);
    }
    return tools;
  }

  private void runInto(Path folder, List<RenderingTool> tools) {
    DefaultJBakeConfiguration jbake = site.jbake();
    var output = jbake.getDestinationFolder();
    jbake.setDestinationFolder(folder.toFile());
    try {
      var renderer = new Renderer(store, jbake, new Engine());
      for (RenderingTool tool : tools) {
        run(tool, renderer);
      }
    } finally {
      jbake.setDestinationFolder(output);
    }
  }

  private void run(RenderingTool tool, Renderer renderer) {
    try {
      tool.render(renderer, store, site.jbake());
    } catch (RenderingException | RuntimeException e) {
      // a tool of the site may throw what it likes
      for (Throwable cause = e; cause != null; cause = cause.getCause()) {
        if (cause instanceof SiteException known) {
          throw known;
        }
      }
      throw new SiteException(
          Problem.of(
              ProblemCode.CONG_CU_HONG,
              SourcePos.ofFile("jbake.properties"),
              tool.getClass().getName(),
              String.valueOf(e.getMessage())),
          e);
    }
  }

  private static void collect(Path folder, BiConsumer<String, byte[]> pages) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        pages.accept(
            folder.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
      }
    }
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Sends JBake's own renderer to our templates. */
  private final class Engine extends DelegatingTemplateEngine {

    Engine() {
      super(store, site.jbake());
    }

    @Override
    public void renderDocument(TemplateModel model, String templateName, Writer writer)
        throws RenderingException {
      try {
        templates.render(templateName, templateName, model, Map.of(), writer);
      } catch (SiteException e) {
        throw new RenderingException(e);
      }
    }
  }
}
