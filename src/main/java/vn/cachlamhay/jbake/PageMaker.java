package vn.cachlamhay.jbake;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.diag.Parallel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.page.Card;
import vn.cachlamhay.page.PageModel;

/**
 * Makes pages in parallel, and only those of which something has changed since they were made last.
 * For one bake.
 */
final class PageMaker {

  private final Site site;
  private final Memory<Made> memory;
  private final ArticleDigests digests;
  private final MemoryContentStore store;
  private final StoreLists lists;
  private final TemplateRenderer templates;
  private final PageReads.Tracker tracker;
  private final PageSink sink;
  private final Charset charset;
  private final boolean unpredictable;
  private final Function<String, Optional<? extends PageReads.Readable>> readable;
  private final Predicate<Made> same;
  private final Map<Card, Digest> cards = new ConcurrentHashMap<>();

  /**
   * @param readable the documents that pages read, by their files
   * @param same whether the variables of a page are known to be what they were, without putting
   *     them together
   * @param unpredictable whether templates make something of more than their variables
   */
  PageMaker(
      Site site,
      Memory<Made> memory,
      ArticleDigests digests,
      MemoryContentStore store,
      StoreLists lists,
      TemplateRenderer templates,
      PageReads.Tracker tracker,
      Function<String, Optional<? extends PageReads.Readable>> readable,
      Predicate<Made> same,
      boolean unpredictable,
      PageSink sink) {
    this.site = site;
    this.readable = readable;
    this.same = same;
    this.memory = memory;
    this.digests = digests;
    this.store = store;
    this.lists = lists;
    this.templates = templates;
    this.tracker = tracker;
    this.sink = sink;
    this.unpredictable = unpredictable;
    this.charset = Charset.forName(site.jbake().getRenderEncoding());
  }

  /**
   * Makes pages.
   *
   * @param first addresses of those that somebody waits for
   * @throws SiteException with every fault of the templates, each once
   */
  void makeAll(List<Rendering> pages, Set<String> first) {
    var faults = new ConcurrentSkipListMap<Problem, SiteException>();
    Map<Boolean, List<Rendering>> byUrgency =
        pages.stream().collect(Collectors.partitioningBy(page -> first.contains(page.uri())));
    for (boolean urgent : List.of(true, false)) {
      Parallel.forEach(
          Parallel.parted(
              byUrgency.get(urgent), page -> memory.get(page.uri()).filter(same).isPresent()),
          page -> {
            try {
              make(page);
            } catch (SiteException e) {
              e.problems().forEach(problem -> faults.put(problem, e));
            }
          });
      if (urgent && faults.isEmpty() && !byUrgency.get(true).isEmpty()) {
        sink.show();
      }
    }
    Baker.failWith(faults);
  }

  /** Renders a page, unless everything that it is made from is as it was. */
  private void make(Rendering page) {
    if (page.template() == null) {
      // the type of the data files is one that content may have, and has no template
      String key = "template." + page.model().get().getContent().getType() + ".file";
      throw new SiteException(
          Problem.of(
              ProblemCode.THIEU_KHUON_MAU, SourcePos.ofFile("jbake.properties"), page.uri(), key),
          null);
    }
    store.setStart(page.start());
    store.setLimit(page.limit());
    if (!unpredictable && isKept(page, same)) {
      return;
    }
    PageModel portal = page.portal().get();
    Optional<Made.Inputs> inputs =
        unpredictable ? Optional.empty() : page.inputs(portal.inputs(), digests, cards);
    if (inputs.filter(now -> isKept(page, made -> made.own().equals(now.digest()))).isPresent()) {
      return;
    }
    Optional<Made> made = Optional.empty();
    PageReads reads = tracker.begin();
    try {
      String hash = sink.put(page.uri(), rendered(page, portal));
      made = inputs.flatMap(now -> reads.made(now, hash));
    } finally {
      tracker.end();
      // what else this thread asks, as for a tool of the site, is of no page
      store.resetPagination();
    }
    made.ifPresentOrElse(m -> memory.put(page.uri(), m), () -> memory.remove(page.uri()));
  }

  private byte[] rendered(Rendering page, PageModel portal) {
    var out = new StringWriter(16 * 1024);
    templates.render(
        page.uri(),
        page.template(),
        page.model().get(),
        TemplateRenderer.withSite(site, portal.variables().get()),
        out);
    return out.toString().getBytes(charset);
  }

  /** Renders a page of its own accord: it is neither kept nor remembered. */
  Preview.Page preview(Rendering page) {
    return new Preview.Page(page.uri(), rendered(page, page.portal().get()));
  }

  /** Keeps a page of which the variables and all that its template asked for are as they were. */
  private boolean isKept(Rendering page, Predicate<Made> sameVariables) {
    return memory
        .get(page.uri())
        .filter(sameVariables)
        .filter(made -> made.asked().isEmpty() || isAnsweredAsItWas(made, page.model().get()))
        .filter(made -> made.reads().isEmpty() || areAsTheyWere(made.reads()))
        .filter(made -> sink.keep(page.uri(), made.hash()))
        .isPresent();
  }

  private boolean isAnsweredAsItWas(Made made, TemplateModel model) {
    return made.asked().stream()
        .allMatch(asked -> lists.digest(asked.key(), model).equals(asked.answer()));
  }

  private boolean areAsTheyWere(List<Made.Read> reads) {
    return reads.stream().allMatch(this::isAsItWas);
  }

  private boolean isAsItWas(Made.Read read) {
    return readable
        .apply(read.source())
        .filter(document -> document.digestOf(read.key()).equals(read.value()))
        .isPresent();
  }
}
