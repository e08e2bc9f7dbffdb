package vn.cachlamhay.jbake;

import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.jbake.app.ContentStore;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * The pages of a plain project's documents, which JBake's {@code DocumentsRenderer} makes one after
 * the other: here in parallel, with the neighbours of all documents found in one walk.
 */
final class ProjectPages {

  private final Site site;
  private final TemplateRenderer templates;
  private final Map<String, DocumentModel> byPage = new TreeMap<>();
  private final Map<DocumentModel, Neighbours> neighbours = new IdentityHashMap<>();

  /** Links to the next newer and the next older published document of the type; may be null. */
  private record Neighbours(DocumentModel newer, DocumentModel older) {}

  ProjectPages(
      Site site, List<DocumentModel> documents, ContentStore store, TemplateRenderer templates) {
    this.site = site;
    this.templates = templates;
    // of two documents with one page the one that JBake renders last stays
    for (DocumentModel document : documents) {
      byPage.put(ProjectAddress.page(document, site.jbake()), document);
    }
    for (String type : DocumentTypes.getDocumentTypes()) {
      link(List.copyOf(store.getAllContent(type)));
    }
  }

  /** The addresses of all pages. */
  Set<String> uris() {
    return byPage.keySet();
  }

  /** Marks all documents as rendered or not yet, which templates and tools can see in lists. */
  void markRendered(boolean rendered) {
    byPage.values().forEach(document -> document.setRendered(rendered));
  }

  /**
   * Renders the pages.
   *
   * @param wanted addresses of the pages that are needed; others are made and thrown away, so that
   *     a broken template is told
   * @param pages takes each by address, from any thread
   * @throws SiteException with every fault of the templates, each once
   */
  void render(Predicate<String> wanted, BiConsumer<String, byte[]> pages) {
    Charset charset = Charset.forName(site.jbake().getRenderEncoding());
    var faults = new ConcurrentSkipListMap<Problem, SiteException>();
    byPage.entrySet().parallelStream()
        .forEach(
            page -> {
              try {
                byte[] bytes = render(page.getKey(), page.getValue()).getBytes(charset);
                if (wanted.test(page.getKey())) {
                  pages.accept(page.getKey(), bytes);
                }
              } catch (SiteException e) {
                e.problems().forEach(problem -> faults.put(problem, e));
              }
            });
    Baker.failWith(faults);
  }

  private String render(String uri, DocumentModel document) {
    var model = new TemplateModel();
    model.setContent(onItsPage(document));
    var out = new StringWriter(16 * 1024);
    String template = site.jbake().getTemplateByDocType(document.getType());
    if (template == null) {
      // the type of the data files is one that content may have, and has no template
      String key = "template." + document.getType() + ".file";
      throw new SiteException(
          Problem.of(ProblemCode.THIEU_KHUON_MAU, SourcePos.ofFile("jbake.properties"), uri, key),
          null);
    }
    templates.render(uri, template, model, Map.of(), out);
    return out.toString();
  }

  /** The document with its neighbours, which lists do not show. */
  private DocumentModel onItsPage(DocumentModel document) {
    var own = new DocumentModel();
    document.forEach(own::put);
    own.setRendered(false);
    Neighbours beside = neighbours.get(document);
    own.setPreviousContent(beside.older());
    own.setNextContent(beside.newer());
    return own;
  }

  private void link(List<DocumentModel> newestFirst) {
    var newer = new HashMap<Integer, DocumentModel>();
    DocumentModel last = null;
    for (int i = 0; i < newestFirst.size(); i++) {
      newer.put(i, last);
      last = linkTo(newestFirst.get(i), last);
    }
    last = null;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      neighbours.put(newestFirst.get(i), new Neighbours(newer.get(i), last));
      last = linkTo(newestFirst.get(i), last);
    }
  }

  private static DocumentModel linkTo(DocumentModel document, DocumentModel otherwise) {
    if (!ModelAttributes.Status.PUBLISHED.equals(document.getStatus())) {
      return otherwise;
    }
    var link = new DocumentModel();
    link.setNoExtensionUri(document.getNoExtensionUri());
    link.setUri(document.getUri());
    link.setTitle(document.getTitle());
    return link;
  }
}
