package vn.cachlamhay.jbake;

import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import org.jbake.template.ModelExtractors;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.cache.RememberedDocument;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.LongText;

/**
 * A plain JBake project: a site without templates of the portal. It is baked to the very files that
 * JBake 2.7 would write, so none of the portal's rules for articles apply: no places and topics, no
 * cleaning, no check of links. Because JBake keeps static state, one bake at a time in a process.
 */
public final class JBakeProject {

  private final Site site;
  private final Date now;

  /**
   * @param now decides what is published already, in the site's time zone
   */
  public JBakeProject(Site site, LocalDateTime now) {
    this.site = site;
    this.now = Date.from(now.atZone(site.zone()).toInstant());
  }

  /** The documents of a project, in the order in which JBake puts them into its store. */
  public static final class Documents {

    private final List<DocumentModel> content;
    private final ProjectCrawler crawler;
    private final Set<String> fresh;
    private final PageReads.Tracker tracker;

    /**
     * @param crawler who read them
     * @param fresh addresses of those that were not as they are in the last bake
     * @param tracker told when a document is read
     */
    private Documents(
        List<DocumentModel> content,
        ProjectCrawler crawler,
        Set<String> fresh,
        PageReads.Tracker tracker) {
      this.content = content;
      this.crawler = crawler;
      this.fresh = fresh;
      this.tracker = tracker;
    }

    /** How many there are. */
    public int count() {
      return content.size();
    }
  }

  /**
   * Reads all content.
   *
   * @param memory what is known of documents
   * @param store where finished texts are kept
   * @param problems takes what is wrong; files with errors are left out
   */
  public Documents read(
      Memory<RememberedDocument> memory, Function<String, LongText> store, Problems problems) {
    Baker.declareTypes(site);
    // a page may show when it was made, but it must not depend on the clock while it is made
    ModelExtractors.getInstance()
        .registerEngine(ModelAttributes.PUBLISHED_DATE, (db, model, key) -> now);
    PageReads.Tracker tracker = memory.companion(PageReads.Tracker.class, PageReads.Tracker::new);
    var documents = new ProjectMemory(memory, store, tracker);
    var crawler = new ProjectCrawler(site, now, Leniency.of(site), documents);
    return new Documents(crawler.crawl(problems), crawler, documents.fresh(), tracker);
  }

  /**
   * A finished bake.
   *
   * @param files how many there are
   * @param preview renders documents that are edited after it
   */
  public record Baked(int files, Preview preview) {}

  /**
   * Makes all files of the site.
   *
   * @param problems takes what two things want to be
   * @param memory what the pages were made from that are there
   * @param first addresses of the pages that somebody waits for
   * @param sink takes each file, once
   * @throws vn.cachlamhay.diag.SiteException with every fault of the templates and tools
   */
  public Baked bake(
      Documents documents,
      Problems problems,
      Memory<Made> memory,
      Set<String> first,
      PageSink sink) {
    Supplier<Map<String, Path>> listed = Parallel.begin(() -> ProjectFiles.assets(site.jbake()));
    Supplier<Boolean> unpredictable =
        Parallel.begin(() -> TemplateFiles.areUnpredictable(site.config().templates()));
    var all = new ArrayList<>(documents.content);
    all.addAll(ProjectData.read(site));
    // OrientDB on a machine with one processor gives documents of one date so
    Collections.reverse(all);
    var store = new MemoryContentStore(() -> all, MemoryContentStore.BY_DATE);
    PageReads.Tracker tracker = documents.tracker;
    var lists = new StoreLists(store, site.jbake().getDataFileDocType());
    var templates = new TemplateRenderer(site, store, lists, tracker);
    var pages = new ProjectPages(site, store.getUnrenderedContent(), store);
    Map<String, Path> assets = listed.get();
    pages.uris().stream()
        .filter(assets::containsKey)
        .forEach(uri -> problems.add(covered(uri, assets.get(uri))));
    var files = new AtomicInteger(assets.size());
    var stored = new HashMap<String, StoredDocument>();
    for (DocumentModel document : all) {
      if (document instanceof StoredDocument each) {
        stored.put(each.source(), each);
      }
    }
    Function<PageSink, PageMaker> makers =
        to ->
            new PageMaker(
                site,
                memory,
                new ArticleDigests(),
                store,
                lists,
                templates,
                tracker,
                source -> Optional.ofNullable(stored.get(source)),
                made -> false,
                unpredictable.get(),
                to);
    PageMaker maker = makers.apply(sink);
    Set<String> shown = new HashSet<>(pages.uris());
    shown.removeAll(assets.keySet());
    if (RenderingTools.areAdded()) {
      // nobody knows what a tool of the site looks at
      new RenderingTools(site, store, templates)
          .runWith(
              pages,
              sunk -> makers.apply(new Unkept(sunk)).makeAll(pages.renderings(), Set.of()),
              (uri, bytes) -> {
                // JBake copies these over the pages
                if (!assets.containsKey(uri)) {
                  files.incrementAndGet();
                  sink.put(uri, bytes);
                }
              });
    } else {
      // of two pages at one address the one that JBake makes last stays
      Map<String, Rendering> after = byAddress(JBakePages.after(site, store));
      after.keySet().removeAll(assets.keySet());
      Map<String, Rendering> before = byAddress(JBakePages.before(site, store));
      before.putAll(byAddress(pages.renderings()));
      before.keySet().removeAll(assets.keySet());
      before.keySet().removeAll(after.keySet());
      files.addAndGet(before.size() + after.size());
      shown.removeAll(after.keySet());
      var urgent = new HashSet<>(first);
      urgent.addAll(documents.fresh);
      maker.makeAll(List.copyOf(before.values()), urgent);
      pages.markRendered();
      maker.makeAll(List.copyOf(after.values()), first);
    }
    Parallel.forEach(assets.entrySet(), asset -> sink.copy(asset.getKey(), asset.getValue()));
    return new Baked(
        files.get(),
        file ->
            documents
                .crawler
                .again(file.toFile())
                .flatMap(pages::again)
                .filter(page -> shown.contains(page.uri()))
                .map(maker::preview));
  }

  private static Map<String, Rendering> byAddress(List<Rendering> pages) {
    Map<String, Rendering> byAddress = new LinkedHashMap<>();
    pages.forEach(page -> byAddress.put(page.uri(), page));
    return byAddress;
  }

  /** Takes pages that are always made anew. */
  private record Unkept(BiConsumer<String, byte[]> pages) implements PageSink {
    @Override
    public String put(String uri, byte[] bytes) {
      pages.accept(uri, bytes);
      return "";
    }

    @Override
    public void copy(String uri, Path source) {
      throw new IllegalStateException("pages only: " + uri);
    }
  }

  private Problem covered(String uri, Path asset) {
    String file = site.config().relative(asset);
    return Problem.of(ProblemCode.TRUNG_DIA_CHI, SourcePos.ofFile(uri), uri, file).asNotice();
  }
}
