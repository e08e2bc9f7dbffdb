package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.page.Uris;

/** Turns articles into JBake's documents, as templates and rendering tools know them. Immutable. */
final class Documents {

  private final ZoneId zone;
  private final PageReads.Tracker tracker;
  private final ArticleDigests digests;

  /**
   * @param zone in which articles are dated
   * @param tracker told when a text is read
   */
  Documents(ZoneId zone, PageReads.Tracker tracker, ArticleDigests digests) {
    this.zone = zone;
    this.tracker = tracker;
    this.digests = digests;
  }

  /**
   * The documents of articles by source, in the order of the articles, each with its neighbours of
   * the same type.
   */
  Map<String, StoredDocument> of(List<Article> articles) {
    var documents = new LinkedHashMap<String, StoredDocument>();
    var byType = new HashMap<String, List<StoredDocument>>();
    for (StoredDocument document : articles.parallelStream().map(this::document).toList()) {
      documents.put(document.source(), document);
      byType.computeIfAbsent(document.getType(), type -> new ArrayList<>()).add(document);
    }
    byType.values().forEach(Documents::linkNeighbours);
    articles.forEach(article -> identify(documents.get(article.source()), article));
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

  /** A document is its article and its two neighbours. */
  private void identify(StoredDocument document, Article article) {
    document.identifyBy(
        () ->
            Digest.of(
                List.of(
                    digests.of(article).facts(),
                    neighbour(document, ModelAttributes.PREVIOUS_CONTENT),
                    neighbour(document, ModelAttributes.NEXT_CONTENT))));
  }

  private static Digest neighbour(StoredDocument document, String key) {
    return document.get(key) instanceof DocumentModel there
        ? StoredDocument.digestOf(there)
        : Digest.NONE;
  }

  private StoredDocument document(Article article) {
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

  /**
   * The document of another version of an article, beside the neighbours of the first; a new
   * article has none yet.
   */
  StoredDocument again(Article article, Optional<StoredDocument> before) {
    StoredDocument document = document(article);
    for (String key : List.of(ModelAttributes.PREVIOUS_CONTENT, ModelAttributes.NEXT_CONTENT)) {
      before.ifPresent(there -> document.put(key, there.get(key)));
    }
    return document;
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
