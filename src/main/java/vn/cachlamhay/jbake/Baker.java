package vn.cachlamhay.jbake;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;

/**
 * Step 4, the loop that takes the place of JBake's {@code Oven}: planned pages to bytes, in
 * parallel, through JBake's variables and FreeMarker. JBake keeps its document types in static
 * fields, so that only one bake at a time can run in a process.
 */
public final class Baker {

  private final Site site;

  public Baker(Site site) {
    this.site = site;
  }

  /**
   * Bakes all planned pages and runs the rendering tools.
   *
   * @param pages takes each page by address, from any thread
   * @throws SiteException with every fault of the templates, each once
   */
  public void bake(Library library, Plan plan, BiConsumer<String, byte[]> pages) {
    declareTypes(site);
    Map<String, DocumentModel> documents = Documents.of(library.articles(), site.zone());
    var all = new ArrayList<>(documents.values());
    all.addAll(DataFiles.read(site));
    var store = new MemoryContentStore(all);
    var templates = new TemplateRenderer(site, store);
    Charset charset = Charset.forName(site.jbake().getRenderEncoding());

    var faults = new ConcurrentSkipListMap<Problem, SiteException>();
    plan.pages().parallelStream()
        .forEach(
            page -> {
              try {
                pages.accept(page.uri(), render(page, documents, templates).getBytes(charset));
              } catch (SiteException e) {
                e.problems().forEach(problem -> faults.put(problem, e));
              }
            });
    failWith(faults);
    new RenderingTools(site, store, templates).run(pages);
  }

  private String render(
      PlannedPage page, Map<String, DocumentModel> documents, TemplateRenderer templates) {
    var model = new TemplateModel();
    model.setContent(
        page.article()
            .map(article -> documents.get(article.source()))
            .orElseGet(() -> Documents.simple("", page.uri())));
    var out = new StringWriter(16 * 1024);
    templates.render(
        page.uri(),
        page.template(),
        model,
        TemplateRenderer.withSite(site, page.model().get()),
        out);
    return out.toString();
  }

  /** A broken template breaks every page that uses it: told once, for the first of them. */
  static void failWith(Map<Problem, SiteException> faults) {
    if (faults.isEmpty()) {
      return;
    }
    var once = new TreeMap<String, Problem>();
    faults.keySet().forEach(p -> once.putIfAbsent(p.pos() + p.code().code(), p));
    throw new SiteException(List.copyOf(once.values()), faults.values().iterator().next());
  }

  /** Makes the document types of a site known to JBake, and forgets those of the last one. */
  static void declareTypes(Site site) {
    DocumentTypes.resetDocumentTypes();
    ModelExtractors.getInstance().reset();
    for (String type : site.jbake().getDocumentTypes()) {
      declare(type);
    }
    declare(site.jbake().getDataFileDocType());
  }

  private static void declare(String type) {
    DocumentTypes.addDocumentType(type);
    ModelExtractors.getInstance().registerExtractorsForCustomTypes(type);
  }
}
