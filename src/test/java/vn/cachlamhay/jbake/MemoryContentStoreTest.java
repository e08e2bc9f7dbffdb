package vn.cachlamhay.jbake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The store gives JBake's answers without OrientDB. */
class MemoryContentStoreTest {

  private MemoryContentStore store;

  @BeforeEach
  void fill() {
    DocumentTypes.resetDocumentTypes();
    DocumentTypes.addDocumentType("recipe");
    store =
        new MemoryContentStore(
            () ->
                List.of(
                    document("post", "a", "published", 1, "x", "chung"),
                    document("post", "b", "published", 3, "y"),
                    document("post", "d", "published", 2, "x"),
                    document("post", "c", "published", 2, "x"),
                    document("post", "n", "draft", 9, "nháp"),
                    document("page", "p", "published", 0, "trang"),
                    document("recipe", "r", "published", 5, "chung")));
  }

  @AfterEach
  void reset() {
    store.close();
    DocumentTypes.resetDocumentTypes();
  }

  @Test
  void makesItsDocumentsWhenItIsAskedAndOnce() {
    var made = new AtomicInteger();
    var lazy =
        new MemoryContentStore(
            () -> List.of(document("post", "n" + made.incrementAndGet(), "published", 1)));
    lazy.setStart(0);
    lazy.setLimit(1);
    assertThat(made).hasValue(0);

    assertThat(lazy.getPublishedCount("post")).isEqualTo(1);
    assertThat(lazy.getDocumentCount("post")).isEqualTo(1);
    assertThat(made).hasValue(1);
  }

  @Test
  void givesPublishedPostsNewestFirstAndThoseOfADayByAddress() {
    assertThat(titles(store.getPublishedPosts())).containsExactly("b", "c", "d", "a");
    assertThat(titles(store.getPublishedContent("post"))).containsExactly("b", "c", "d", "a");
  }

  @Test
  void givesDraftsOnlyWhereAllIsAskedFor() {
    assertThat(titles(store.getAllContent("post"))).containsExactly("n", "b", "c", "d", "a");
    assertThat(store.getDocumentCount("post")).isEqualTo(5);
    assertThat(store.getPublishedCount("post")).isEqualTo(4);
    assertThat(store.getAllTags()).doesNotContain("nháp");
  }

  @Test
  void givesDocumentsOfOtherTypes() {
    assertThat(titles(store.getPublishedPages())).containsExactly("p");
    assertThat(titles(store.getPublishedContent("recipe"))).containsExactly("r");
    assertThat(store.getPublishedContent("khong-co")).isEmpty();
    assertThat(store.getDocumentCount("khong-co")).isZero();
  }

  @Test
  void givesTagsOfPostsAndOfAll() {
    assertThat(store.getTags()).containsExactlyInAnyOrder("x", "y", "chung");
    assertThat(store.getAllTags()).containsExactlyInAnyOrder("x", "y", "chung", "trang");
    assertThat(titles(store.getPublishedPostsByTag("x"))).containsExactly("c", "d", "a");
    assertThat(titles(store.getPublishedDocumentsByTag("chung"))).containsExactly("a", "r");
    assertThat(store.getPublishedPostsByTag("X")).isEmpty();
  }

  @Test
  void givesAPageOfAListOnlyWherePagingIsAskedFor() {
    store.setStart(1);
    store.setLimit(2);
    assertThat(titles(store.getPublishedPosts(true))).containsExactly("c", "d");
    assertThat(titles(store.getAllContent("post", true))).containsExactly("b", "c");
    assertThat(titles(store.getPublishedPosts(false))).containsExactly("b", "c", "d", "a");
    store.setStart(3);
    assertThat(titles(store.getPublishedPosts(true))).containsExactly("a");
    store.setStart(100);
    assertThat(store.getPublishedPosts(true)).isEmpty();
    store.resetPagination();
    assertThat(store.getPublishedPosts(true)).hasSize(4);
  }

  @Test
  void keepsThePageOfEachThreadApart() throws ExecutionException, InterruptedException {
    store.setStart(0);
    store.setLimit(1);
    ExecutorService other = Executors.newSingleThreadExecutor();
    try {
      assertThat(other.submit(() -> store.getPublishedPosts(true).size()).get()).isEqualTo(4);
      other.submit(() -> store.setLimit(3)).get();
    } finally {
      other.shutdown();
    }
    assertThat(store.getPublishedPosts(true)).hasSize(1);
    assertThat(store.getLimit()).isEqualTo(1);
  }

  @Test
  void findsADocumentByItsAddress() {
    assertThat(titles(store.getDocumentByUri("c.html"))).containsExactly("c");
    assertThat(store.getDocumentByUri("khong-co.html")).isEmpty();
  }

  @Test
  void forgetsWhatIsDeleted() {
    store.deleteContent("c.html");
    assertThat(titles(store.getPublishedPosts())).containsExactly("b", "d", "a");
    store.deleteAllByDocType("post");
    assertThat(store.getPublishedPosts()).isEmpty();
    assertThat(store.getDocumentByUri("a.html")).isEmpty();
    assertThat(store.getPublishedPages()).hasSize(1);
    store.drop();
    assertThat(store.getPublishedPages()).isEmpty();
  }

  @Test
  void knowsWhatIsNotRenderedYet() {
    DocumentModel page = store.getDocumentByUri("p.html").get(0);
    page.setRendered(false);
    assertThat(titles(store.getUnrenderedContent())).contains("p");
    store.markContentAsRendered(page);
    assertThat(titles(store.getUnrenderedContent())).doesNotContain("p");
  }

  @Test
  void givesListsThatMayBeChangedWithoutHarm() {
    store.getPublishedPosts().clear();
    assertThat(store.getPublishedPosts()).hasSize(4);
  }

  private static List<String> titles(List<DocumentModel> documents) {
    return documents.stream().map(DocumentModel::getTitle).toList();
  }

  private static DocumentModel document(
      String type, String name, String status, int day, String... tags) {
    DocumentModel document = DocumentModel.createDefaultDocumentModel();
    document.setType(type);
    document.setTitle(name);
    document.setStatus(status);
    document.setTags(Arrays.copyOf(tags, tags.length));
    document.setSourceUri(name + ".html");
    document.setUri(name + ".html");
    document.setDate(
        Date.from(
            LocalDate.of(2018, 1, 1).plusDays(day).atStartOfDay(ZoneId.of("UTC")).toInstant()));
    return document;
  }
}
