package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypeUtils;
import org.jbake.model.ModelAttributes;
import org.jbake.template.model.TemplateModel;
import vn.cachlamhay.model.Digest;

/**
 * The lists that JBake offers to templates ({@code published_posts}, {@code tag_posts} …), without
 * a copy for each page, and digests of them. Thread-safe.
 */
final class StoreLists {

  private static final String PUBLISHED = "published_";
  private static final String PUBLISHED_POSTS = "published_posts";
  private static final String PUBLISHED_CONTENT = "published_content";
  private static final String ALL_CONTENT = "all_content";
  private static final String TAG_POSTS = "tag_posts";

  private static final Set<String> JBAKE_VARIABLES =
      Set.of(
          PUBLISHED_POSTS,
          PUBLISHED_CONTENT,
          ALL_CONTENT,
          TAG_POSTS,
          ModelAttributes.TAGGED_DOCUMENTS,
          ModelAttributes.TAGS,
          "published_pages",
          "pages",
          "posts",
          "indexs",
          "archives",
          "feeds",
          "alltags",
          "db",
          "data");

  private final MemoryContentStore store;
  private final String dataType;
  private final Map<String, Optional<List<DocumentModel>>> shared = new ConcurrentHashMap<>();
  private final Map<String, Digest> digests = new ConcurrentHashMap<>();

  /**
   * @param dataType the document type of data files, which are no content
   */
  StoreLists(MemoryContentStore store, String dataType) {
    this.store = store;
    this.dataType = dataType;
  }

  /** The list of a variable; empty where the variable is no such list. */
  Optional<List<DocumentModel>> list(String key, TemplateModel page) {
    return switch (key) {
      case PUBLISHED_POSTS -> Optional.of(posts(page));
      case TAG_POSTS -> Optional.of(store.tagged("post", page.getTag()));
      case ModelAttributes.TAGGED_DOCUMENTS -> Optional.of(tagged(page.getTag()));
      default -> shared.computeIfAbsent(key, this::shared);
    };
  }

  /**
   * The digest of what a variable shows a page, texts of articles left out.
   *
   * @param key any variable that asks the store
   */
  Digest digest(String key, TemplateModel page) {
    boolean ofThisPage =
        (key.equals(PUBLISHED_POSTS) && isPaged(page))
            || key.equals(TAG_POSTS)
            || key.equals(ModelAttributes.TAGGED_DOCUMENTS);
    return ofThisPage
        ? digest(list(key, page).orElseThrow())
        : digests.computeIfAbsent(key, k -> digest(list(k, page).orElseGet(this::all)));
  }

  /** Whether a variable asks the store and nothing else, as those that a site adds may do. */
  static boolean knows(String key) {
    return JBAKE_VARIABLES.contains(key)
        || MemoryContentStore.types().stream()
            .map(DocumentTypeUtils::pluralize)
            .anyMatch(plural -> key.equals(plural) || key.equals(PUBLISHED + plural));
  }

  private Optional<List<DocumentModel>> shared(String key) {
    return switch (key) {
      case PUBLISHED_CONTENT -> Optional.of(published());
      case ALL_CONTENT -> Optional.of(all());
      // "tag" is a type of JBake's, but its plural means something else
      case ModelAttributes.TAGS -> Optional.empty();
      default -> ofType(key);
    };
  }

  private Digest digest(List<DocumentModel> documents) {
    var parts = new ArrayList<Digest>(documents.size());
    for (DocumentModel document : documents) {
      parts.add(digest(document));
    }
    return Digest.of(parts);
  }

  private Digest digest(DocumentModel document) {
    if (document instanceof StoredDocument article) {
      return article.digest();
    }
    // data files belong to the environment of all pages; content may be without text
    return document.getType().equals(dataType) ? Digest.NONE : StoredDocument.digestOf(document);
  }

  private List<DocumentModel> posts(TemplateModel page) {
    return isPaged(page) ? store.windowOnPosts() : store.published("post");
  }

  private static boolean isPaged(TemplateModel page) {
    return page.containsKey(ModelAttributes.NUMBER_OF_PAGES);
  }

  private List<DocumentModel> published() {
    var all = new ArrayList<DocumentModel>();
    MemoryContentStore.types().forEach(type -> all.addAll(store.published(type)));
    return all;
  }

  private List<DocumentModel> all() {
    var all = new ArrayList<DocumentModel>();
    for (String type : MemoryContentStore.types()) {
      if (!type.equals(dataType)) {
        all.addAll(store.ofType(type));
      }
    }
    return all;
  }

  private List<DocumentModel> tagged(String tag) {
    var all = new ArrayList<DocumentModel>();
    MemoryContentStore.types().forEach(type -> all.addAll(store.tagged(type, tag)));
    return all;
  }

  /** {@code pages}, {@code published_pages} and the like, for the types of the site. */
  private Optional<List<DocumentModel>> ofType(String key) {
    for (String type : MemoryContentStore.types()) {
      String plural = DocumentTypeUtils.pluralize(type);
      if (key.equals(plural)) {
        return Optional.of(store.ofType(type));
      }
      if (key.equals(PUBLISHED + plural)) {
        return Optional.of(store.published(type));
      }
    }
    return Optional.empty();
  }
}
