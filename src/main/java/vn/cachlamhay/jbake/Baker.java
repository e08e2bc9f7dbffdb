package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.Premises;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Article;
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
  private final Supplier<Memory<Made>> memory;
  private final ArticleDigests digests;
  private final TemplateData data;
  private final PageReads.Tracker tracker = new PageReads.Tracker();
  private final Supplier<Map<String, Standing>> standings;
  private final Supplier<Boolean> unpredictable;

  /**
   * @param memory what the pages were made from that are there
   * @param digests of the articles
   * @param data for templates
   * @param library all articles; their neighbours are found at once, beside other work, and so is
   *     what templates are like
   */
  public Baker(
      Site site,
      Supplier<Memory<Made>> memory,
      ArticleDigests digests,
      TemplateData data,
      Library library) {
    this.site = site;
    this.memory = memory;
    this.digests = digests;
    this.data = data;
    this.standings = Parallel.begin(() -> Standing.of(library.articles()));
    this.unpredictable =
        Parallel.begin(() -> TemplateFiles.areUnpredictable(site.config().templates()));
  }

  /**
   * A finished bake.
   *
   * @param pages how many there are
   * @param again renders other versions of its articles
   */
  public record Baked(int pages, Again again) {}

  /** Renders pages of a finished bake once more. For one thread at a time. */
  public interface Again {

    /** An article's page, planned for a version of the article that was not there in the bake. */
    Preview.Page render(PlannedPage page);
  }

  /**
   * Bakes all planned pages and runs the rendering tools.
   *
   * @param first addresses of the pages that somebody waits for
   * @param premises of this bake
   * @param sink takes each page
   * @throws SiteException with every fault of the templates, each once
   */
  public Baked bake(Plan plan, Set<String> first, Premises premises, PageSink sink) {
    declareTypes(site);
    var documents = new Documents(site.zone(), tracker, digests);
    Map<String, Standing> articles = standings.get();
    List<DocumentModel> dataFiles = data.documents();
    // templates of a portal seldom ask for JBake's documents; those of a large site take much room
    var store =
        new MemoryContentStore(
            () ->
                Stream.concat(articles.values().stream().map(documents::of), dataFiles.stream())
                    .toList());
    var lists = new StoreLists(store, site.jbake().getDataFileDocType());
    var templates = new TemplateRenderer(site, store, lists, tracker);
    var renderings = new ArrayList<Rendering>();
    for (PlannedPage page : plan.pages()) {
      renderings.add(
          page.article()
              .map(article -> rendering(page, articles.get(article.source()), documents))
              .orElseGet(() -> rendering(page)));
    }
    renderings.addAll(JBakePages.of(site, store));
    var maker =
        new PageMaker(
            site,
            memory.get(),
            digests,
            store,
            lists,
            templates,
            tracker,
            source -> Optional.ofNullable(articles.get(source)),
            premises::hold,
            unpredictable.get(),
            sink);
    maker.makeAll(renderings, first);
    var tools = new AtomicInteger();
    new RenderingTools(site, store, templates)
        .run(
            (uri, bytes) -> {
              tools.incrementAndGet();
              sink.put(uri, bytes);
            });
    return new Baked(
        renderings.size() + tools.get(),
        page -> {
          Article article = page.article().orElseThrow();
          // a new article has no neighbours yet
          Standing standing =
              Optional.ofNullable(articles.get(article.source()))
                  .map(before -> before.with(article))
                  .orElseGet(() -> new Standing(article, Optional.empty(), Optional.empty()));
          return maker.preview(rendering(page, standing, documents));
        });
  }

  private static Rendering rendering(PlannedPage page, Standing standing, Documents documents) {
    return rendering(
        page,
        () -> List.of(documents.identity(standing), standing.article()),
        () -> documents.of(standing));
  }

  /** A page that is no article is told apart by its address alone. */
  private static Rendering rendering(PlannedPage page) {
    return rendering(page, () -> "", () -> Documents.simple("", page.uri()));
  }

  private static Rendering rendering(
      PlannedPage page, Supplier<?> identity, Supplier<DocumentModel> document) {
    return new Rendering(
        page.uri(), page.template(), identity, () -> model(document.get()), page.model(), -1, -1);
  }

  private static TemplateModel model(DocumentModel content) {
    var model = new TemplateModel();
    model.setContent(content);
    return model;
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
