package vn.cachlamhay.jbake;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.template.ModelExtractors;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.StaleCacheException;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Library;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.Plan;
import vn.cachlamhay.page.PlannedPage;

/**
 * Step 4, the loop that takes the place of JBake's {@code Oven}: planned pages to bytes, in
 * parallel, through JBake's variables and FreeMarker. JBake keeps its document types in static
 * fields, so that only one bake at a time can run in a process.
 */
public final class Baker {

  private final Site site;
  private final Memory<Made> memory;

  /**
   * @param memory what the pages were made from that are there
   */
  public Baker(Site site, Memory<Made> memory) {
    this.site = site;
    this.memory = memory;
  }

  /**
   * Bakes all planned pages and runs the rendering tools.
   *
   * @param first addresses of the pages that somebody waits for
   * @param sink takes each page
   * @return how many pages there are
   * @throws SiteException with every fault of the templates, each once
   */
  public int bake(Library library, Plan plan, Set<String> first, PageSink sink) {
    declareTypes();
    var tracker = new PageReads.Tracker();
    Map<String, ArticleDocument> documents = Documents.of(library.articles(), site.zone(), tracker);
    var all = new ArrayList<DocumentModel>(documents.values());
    all.addAll(DataFiles.read(site));
    var store = new MemoryContentStore(all);
    var lists = new StoreLists(store, site.jbake().getDataFileDocType());
    var templates = new TemplateRenderer(site, store, lists, tracker);
    var renderings = new ArrayList<Rendering>();
    plan.pages().forEach(page -> renderings.add(rendering(page, documents)));
    renderings.addAll(JBakePages.of(site, store));
    var bench = new Bench(documents, store, lists, templates, tracker, sink);

    var faults = new ConcurrentSkipListMap<Problem, SiteException>();
    var stale = new AtomicReference<StaleCacheException>();
    Map<Boolean, List<Rendering>> byUrgency =
        renderings.stream().collect(Collectors.partitioningBy(r -> first.contains(r.uri())));
    for (boolean urgent : List.of(true, false)) {
      byUrgency.get(urgent).parallelStream()
          .forEach(
              rendering -> {
                try {
                  bench.make(rendering);
                } catch (SiteException e) {
                  e.problems().forEach(problem -> faults.put(problem, e));
                } catch (StaleCacheException e) {
                  // the other threads must have ended before the bake starts again
                  stale.set(e);
                }
              });
      if (stale.get() != null) {
        throw stale.get();
      }
    }
    failWith(faults);
    var tools = new AtomicInteger();
    new RenderingTools(site, store, templates)
        .run(
            (uri, bytes) -> {
              tools.incrementAndGet();
              sink.put(uri, bytes);
            });
    return renderings.size() + tools.get();
  }

  private Rendering rendering(PlannedPage page, Map<String, ArticleDocument> documents) {
    var model = new TemplateModel();
    model.setContent(
        page.article()
            .<DocumentModel>map(article -> documents.get(article.source()))
            .orElseGet(() -> Documents.simple("", page.uri())));
    return Rendering.of(page.uri(), page.template(), model, page.model());
  }

  /** Where pages are made, each by one thread. */
  private final class Bench {
    private final Map<String, ArticleDocument> documents;
    private final MemoryContentStore store;
    private final StoreLists lists;
    private final TemplateRenderer templates;
    private final PageReads.Tracker tracker;
    private final PageSink sink;
    private final Map<Card, Digest> cards = new ConcurrentHashMap<>();
    private final Charset charset = Charset.forName(site.jbake().getRenderEncoding());

    Bench(
        Map<String, ArticleDocument> documents,
        MemoryContentStore store,
        StoreLists lists,
        TemplateRenderer templates,
        PageReads.Tracker tracker,
        PageSink sink) {
      this.documents = documents;
      this.store = store;
      this.lists = lists;
      this.templates = templates;
      this.tracker = tracker;
      this.sink = sink;
    }

    /** Renders a page, unless everything that it is made from is as it was. */
    void make(Rendering page) {
      store.setStart(page.start());
      store.setLimit(page.limit());
      Map<String, Object> variables = page.portal().get();
      Optional<Digest> own = page.own(variables, cards);
      if (own.flatMap(digest -> asItWas(page, digest))
          .filter(before -> sink.keep(page.uri(), before.hash()))
          .isPresent()) {
        return;
      }
      Optional<Made> made = Optional.empty();
      PageReads reads = tracker.begin();
      try {
        var out = new StringWriter(16 * 1024);
        templates.render(
            page.uri(),
            page.template(),
            page.model(),
            TemplateRenderer.withSite(site, variables),
            out);
        String hash = sink.put(page.uri(), out.toString().getBytes(charset));
        made = own.flatMap(digest -> reads.made(digest, hash));
      } finally {
        tracker.end();
      }
      made.ifPresentOrElse(m -> memory.put(page.uri(), m), () -> memory.remove(page.uri()));
    }

    private Optional<Made> asItWas(Rendering page, Digest own) {
      return memory
          .get(page.uri())
          .filter(made -> made.own().equals(own))
          .filter(
              made ->
                  made.asked().stream()
                      .allMatch(a -> lists.digest(a.key(), page.model()).equals(a.answer())))
          .filter(made -> made.bodies().stream().allMatch(this::isAsItWas));
    }

    private boolean isAsItWas(Made.BodyRead read) {
      ArticleDocument document = documents.get(read.source());
      return document != null && document.text().digest().equals(read.text());
    }
  }

  /** A broken template breaks every page that uses it: told once, for the first of them. */
  private static void failWith(Map<Problem, SiteException> faults) {
    if (faults.isEmpty()) {
      return;
    }
    var once = new TreeMap<String, Problem>();
    faults.keySet().forEach(p -> once.putIfAbsent(p.pos() + p.code().code(), p));
    throw new SiteException(List.copyOf(once.values()), faults.values().iterator().next());
  }

  private void declareTypes() {
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
