package vn.cachlamhay.jbake;

import java.io.File;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jbake.app.ContentStore;
import org.jbake.app.DocumentList;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;

/**
 * JBake's store kept in memory: the same questions with the same answers, without OrientDB. Lists
 * are sorted by date, newest first, documents of one date by their address. The documents are made
 * when the first question is asked, which may come from any thread; start and limit of a page
 * belong to the thread that set them.
 */
public final class MemoryContentStore extends ContentStore {

  /** Newest first; those of one date in the order in which they came. */
  static final Comparator<DocumentModel> BY_DATE =
      Comparator.comparing(
          DocumentModel::getDate, Comparator.nullsLast(Comparator.<Date>reverseOrder()));

  private static final Comparator<DocumentModel> NEWEST_FIRST =
      BY_DATE.thenComparing(DocumentModel::getSourceuri);

  private final Comparator<DocumentModel> order;
  private final StoreContents contents;
  private final Map<String, List<DocumentModel>> publishedByType = new ConcurrentHashMap<>();
  private final Map<String, Map<String, List<DocumentModel>>> taggedByType =
      new ConcurrentHashMap<>();
  private final ThreadLocal<Window> window = ThreadLocal.withInitial(() -> Window.ALL);

  private record Window(long start, long limit) {
    static final Window ALL = new Window(-1, -1);

    List<DocumentModel> of(List<DocumentModel> documents) {
      if (start < 0 || limit < 0) {
        return documents;
      }
      int from = (int) Math.min(start, documents.size());
      return documents.subList(from, (int) Math.min(from + limit, documents.size()));
    }
  }

  /**
   * A store of documents.
   *
   * @param documents whose source addresses differ; asked for once, if anybody asks the store
   */
  public MemoryContentStore(Supplier<? extends Collection<DocumentModel>> documents) {
    this(documents, NEWEST_FIRST);
  }

  /**
   * A store with an order of its own.
   *
   * @param order of all lists
   */
  MemoryContentStore(
      Supplier<? extends Collection<DocumentModel>> documents, Comparator<DocumentModel> order) {
    super("memory", "portal");
    this.order = order;
    this.contents = new StoreContents(documents, order);
  }

  @Override
  public void addDocument(DocumentModel document) {
    contents.add(document);
    forgetLists();
  }

  @Override
  public void startup() {
    // nothing to open
  }

  @Override
  public void close() {
    window.remove();
  }

  @Override
  public void drop() {
    contents.bySourceUri().clear();
    contents.byType().clear();
    forgetLists();
  }

  private void forgetLists() {
    publishedByType.clear();
    taggedByType.clear();
  }

  @Override
  public boolean isActive() {
    return true;
  }

  @Override
  public void updateAndClearCacheIfNeeded(boolean needed, File templateFolder) {
    // there is no cache
  }

  @Override
  public long getStart() {
    return window.get().start();
  }

  @Override
  public void setStart(int start) {
    window.set(new Window(start, window.get().limit()));
  }

  @Override
  public long getLimit() {
    return window.get().limit();
  }

  @Override
  public void setLimit(int limit) {
    window.set(new Window(window.get().start(), limit));
  }

  @Override
  public void resetPagination() {
    window.set(Window.ALL);
  }

  @Override
  public long getDocumentCount(String docType) {
    return ofType(docType).size();
  }

  @Override
  public long getPublishedCount(String docType) {
    return published(docType).size();
  }

  @Override
  public DocumentList<DocumentModel> getDocumentByUri(String uri) {
    DocumentModel document = contents.bySourceUri().get(uri);
    return listOf(document == null ? List.of() : List.of(document));
  }

  @Override
  public DocumentList<DocumentModel> getDocumentStatus(String uri) {
    var list = new DocumentList<DocumentModel>();
    for (DocumentModel document : getDocumentByUri(uri)) {
      var status = new DocumentModel();
      status.setSha1(document.getSha1());
      status.setRendered(document.getRendered());
      list.add(status);
    }
    return list;
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPosts() {
    return getPublishedContent("post");
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPosts(boolean applyPaging) {
    return listOf(applyPaging ? windowOnPosts() : published("post"));
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPostsByTag(String tag) {
    return listOf(tagged("post", tag));
  }

  @Override
  public DocumentList<DocumentModel> getPublishedDocumentsByTag(String tag) {
    var documents = new DocumentList<DocumentModel>();
    for (String type : types()) {
      documents.addAll(tagged(type, tag));
    }
    return documents;
  }

  @Override
  public DocumentList<DocumentModel> getPublishedPages() {
    return getPublishedContent("page");
  }

  @Override
  public DocumentList<DocumentModel> getPublishedContent(String docType) {
    return listOf(published(docType));
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String docType) {
    return listOf(ofType(docType));
  }

  @Override
  public DocumentList<DocumentModel> getAllContent(String docType, boolean applyPaging) {
    List<DocumentModel> all = ofType(docType);
    return listOf(applyPaging ? window.get().of(all) : all);
  }

  @Override
  public DocumentList<DocumentModel> getUnrenderedContent() {
    return listOf(
        contents.bySourceUri().values().stream()
            .filter(document -> Boolean.FALSE.equals(document.getRendered()))
            .sorted(order)
            .toList());
  }

  @Override
  public void deleteContent(String uri) {
    DocumentModel document = contents.bySourceUri().remove(uri);
    if (document != null) {
      ofType(document.getType()).remove(document);
      forgetLists();
    }
  }

  @Override
  public void markContentAsRendered(DocumentModel document) {
    document.setRendered(true);
  }

  @Override
  public void deleteAllByDocType(String docType) {
    ofType(docType).forEach(document -> contents.bySourceUri().remove(document.getSourceuri()));
    contents.byType().remove(docType);
    forgetLists();
  }

  @Override
  public Set<String> getTags() {
    return StoreTags.of(contents.bySourceUri().values(), Set.of("post"));
  }

  @Override
  public Set<String> getAllTags() {
    return StoreTags.of(contents.bySourceUri().values(), types());
  }

  /** JBake asks for its document types in the order in which they were declared. */
  static List<String> types() {
    return List.of(org.jbake.model.DocumentTypes.getDocumentTypes());
  }

  /** All documents of a type, without copying them. */
  List<DocumentModel> ofType(String type) {
    return contents.byType().getOrDefault(type, List.of());
  }

  /** The published documents of a type, without copying them. */
  List<DocumentModel> published(String type) {
    return publishedByType.computeIfAbsent(
        type, t -> ofType(t).stream().filter(MemoryContentStore::isPublished).toList());
  }

  /** Those of the posts that belong to the page that is being rendered. */
  List<DocumentModel> windowOnPosts() {
    return window.get().of(published("post"));
  }

  /** The published documents of a type that have a tag, without copying them. */
  List<DocumentModel> tagged(String type, String tag) {
    return taggedByType
        .computeIfAbsent(type, t -> StoreTags.index(published(t)))
        .getOrDefault(tag, List.of());
  }

  static boolean isPublished(DocumentModel document) {
    return ModelAttributes.Status.PUBLISHED.equals(document.getStatus());
  }

  private static DocumentList<DocumentModel> listOf(List<DocumentModel> documents) {
    var list = new DocumentList<DocumentModel>();
    list.addAll(documents);
    return list;
  }
}
