package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jbake.app.ContentStore;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import org.jbake.template.model.TemplateModel;

/**
 * The pages of a plain project's documents, which JBake's {@code DocumentsRenderer} makes one after
 * the other: here in parallel, with the neighbours of all documents found in one walk.
 */
final class ProjectPages {

  private final Site site;
  private final Map<String, DocumentModel> byPage = new LinkedHashMap<>();
  private final Map<DocumentModel, Neighbours> neighbours = new IdentityHashMap<>();

  /** Links to the next newer and the next older published document of the type; may be null. */
  private record Neighbours(DocumentModel newer, DocumentModel older) {}

  ProjectPages(Site site, List<DocumentModel> documents, ContentStore store) {
    this.site = site;
    var address = new ProjectAddress(site.jbake());
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
    var templates = new HashMap<String, String>();
    byPage.forEach(
        (uri, document) -> {
          Neighbours beside = neighbours.get(document);
          renderings.add(
              new Rendering(
                  uri,
                  templates.computeIfAbsent(document.getType(), site.jbake()::getTemplateByDocType),
                  Arrays.asList(document, beside.older(), beside.newer()),
                  () -> model(document),
                  Map::of,
                  -1,
                  -1));
        });
    return renderings;
  }

  private TemplateModel model(DocumentModel document) {
    var model = new TemplateModel();
    model.setContent(onItsPage(document));
    return model;
  }

  /** The document with its neighbours, which lists do not show. */
  private DocumentModel onItsPage(DocumentModel document) {
    DocumentModel own = new DocumentModel();
    if (document instanceof StoredDocument stored) {
      own = stored.copy();
    } else {
      own.putAll(document);
    }
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
