package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.page.Uris;

/** Turns articles into JBake's documents, as templates and rendering tools know them. Stateless. */
final class Documents {

  private Documents() {}

  /** The documents of articles by source, each with its neighbours of the same type. */
  static Map<String, StoredDocument> of(
      List<Article> articles, ZoneId zone, PageReads.Tracker tracker) {
    var documents = new HashMap<String, StoredDocument>();
    var byType = new HashMap<String, List<StoredDocument>>();
    for (StoredDocument document :
        articles.parallelStream().map(article -> document(article, zone, tracker)).toList()) {
      documents.put(document.source(), document);
      byType.computeIfAbsent(document.getType(), type -> new ArrayList<>()).add(document);
    }
    byType.values().forEach(Documents::linkNeighbours);
    return documents;
  }

  /** The document of a page that is no article. */
  static DocumentModel simple(String type, String uri) {
    var document = new DocumentModel();
    document.setType(type);
    document.setRootPath(Uris.root(uri));
    document.setUri(uri);
    return document;
  }

  private static StoredDocument document(Article article, ZoneId zone, PageReads.Tracker tracker) {
    var document =
        new StoredDocument(article.source(), article.values(), article.body().html(), tracker);
    document.setCached(true);
    document.setRendered(false);
    document.setTitle(article.title());
    document.setType(article.type());
    document.setStatus(
        article.status() == Status.DRAFT
            ? ModelAttributes.Status.DRAFT
            : ModelAttributes.Status.PUBLISHED);
    document.setTags(article.tags().stream().map(Term::name).toArray(String[]::new));
    article
        .date()
        .ifPresent(date -> document.setDate(Date.from(date.at().atZone(zone).toInstant())));
    document.setUri(article.uri());
    document.setSourceUri(article.uri());
    document.setFile(article.source());
    document.setRootPath(Uris.root(article.uri()));
    return document;
  }

  /** Previous is the next older published document of the type, next the next newer one. */
  private static void linkNeighbours(List<StoredDocument> newestFirst) {
    DocumentModel newer = null;
    for (DocumentModel document : newestFirst) {
      document.setNextContent(newer);
      newer = isPublished(document) ? navigation(document) : newer;
    }
    DocumentModel older = null;
    for (int i = newestFirst.size() - 1; i >= 0; i--) {
      DocumentModel document = newestFirst.get(i);
      document.setPreviousContent(older);
      older = isPublished(document) ? navigation(document) : older;
    }
  }

  private static boolean isPublished(DocumentModel document) {
    return ModelAttributes.Status.PUBLISHED.equals(document.getStatus());
  }

  private static DocumentModel navigation(DocumentModel document) {
    var link = new DocumentModel();
    link.setNoExtensionUri(document.getNoExtensionUri());
    link.setUri(document.getUri());
    link.setTitle(document.getTitle());
    return link;
  }
}
