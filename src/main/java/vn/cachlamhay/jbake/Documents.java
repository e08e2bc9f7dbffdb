package vn.cachlamhay.jbake;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import org.jbake.model.DocumentModel;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.cache.ArticleDigests;
import vn.cachlamhay.cache.ValueWriter;
import vn.cachlamhay.model.Article;
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

  /** The document of a page that is no article. */
  static DocumentModel simple(String type, String uri) {
    var document = new DocumentModel();
    document.setType(type);
    document.setRootPath(Uris.root(uri));
    document.setUri(uri);
    return document;
  }

  /** What a document is made from, its text left out. */
  List<Object> identity(Standing standing) {
    return Arrays.asList(
        digests.of(standing.article()).facts(),
        standing.newer().map(Documents::shown),
        standing.older().map(Documents::shown));
  }

  /** The document of an article. */
  StoredDocument of(Standing standing) {
    Article article = standing.article();
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
    document.setNextContent(standing.newer().map(Documents::link).orElse(null));
    document.setPreviousContent(standing.older().map(Documents::link).orElse(null));
    document.identifyBy(() -> ValueWriter.digestOf(identity(standing)));
    return document;
  }

  private static DocumentModel link(Article neighbour) {
    var link = new DocumentModel();
    link.setNoExtensionUri(noExtensionUri(neighbour));
    link.setUri(neighbour.uri());
    link.setTitle(neighbour.title());
    return link;
  }

  /** The values of a link. */
  private static List<String> shown(Article neighbour) {
    return Arrays.asList(noExtensionUri(neighbour), neighbour.uri(), neighbour.title());
  }

  private static String noExtensionUri(Article article) {
    return (String) article.values().get(ModelAttributes.NO_EXTENSION_URI);
  }
}
