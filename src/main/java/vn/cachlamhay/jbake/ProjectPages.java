package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jbake.app.ContentStore;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.page.PageModel;

/**
 * The pages of a plain project's documents, which JBake's {@code DocumentsRenderer} makes one after
 * the other: here in parallel, with the neighbours of all documents found in one walk.
 */
final class ProjectPages {

  private final Site site;
  private final ProjectAddress address;
  private final Map<String, DocumentModel> byPage = new LinkedHashMap<>();
  private final Map<String, String> templates = new HashMap<>();
  private final Map<DocumentModel, Neighbours> neighbours = new IdentityHashMap<>();

  /** Links to the next newer and the next older published document of the type; may be null. */
  private record Neighbours(DocumentModel newer, DocumentModel older) {}

  ProjectPages(Site site, List<DocumentModel> documents, ContentStore store) {
    this.site = site;
    this.address = new ProjectAddress(site.jbake());
    // of two documents with one page the one that JBake renders last stays
    for (DocumentModel document : documents) {
      byPage.put(address.page(document), document);
    }
    for (String type : DocumentTypes.getDocumentTypes()) {
      link(List.copyOf(store.getAllContent(type)));
    }
  }

  /** The addresses of all pages. */
  Set<String> uris() {
    return byPage.keySet();
  }

  /** Marks all documents as rendered, which what comes after them can see in lists. */
  void markRendered() {
    byPage.values().forEach(document -> document.setRendered(true));
  }

  /** All pages, to be rendered. */
  List<Rendering> renderings() {
    var renderings = new ArrayList<Rendering>();
    byPage.forEach(
        (uri, document) -> renderings.add(rendering(uri, document, neighbours.get(document))));
    return renderings;
  }

  /**
   * The page of another version of a document; empty where it would have another page or template.
   */
  Optional<Rendering> again(DocumentModel version) {
    String uri = address.page(version);
    return Optional.ofNullable(byPage.get(uri))
        .filter(before -> before.getFile().equals(version.getFile()))
        .filter(before -> before.getType().equals(version.getType()))
        .map(before -> rendering(uri, version, neighbours.get(before)));
  }

  private Rendering rendering(String uri, DocumentModel document, Neighbours beside) {
    return new Rendering(
        uri,
        templates.computeIfAbsent(document.getType(), site.jbake()::getTemplateByDocType),
        () -> Arrays.asList(document, beside.older(), beside.newer()),
        () -> model(document, beside),
        () -> PageModel.EMPTY,
        -1,
        -1);
  }

  private static TemplateModel model(DocumentModel document, Neighbours beside) {
    var model = new TemplateModel();
    model.setContent(onItsPage(document, beside));
    return model;
  }

  /** The document with its neighbours, which lists do not show. */
  private static DocumentModel onItsPage(DocumentModel document, Neighbours beside) {
    DocumentModel own = new DocumentModel();
    if (document instanceof StoredDocument stored) {
      own = stored.copy();
    } else {
      own.putAll(document);
    }
    own.setRendered(false);
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
