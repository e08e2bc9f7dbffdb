package vn.cachlamhay.editor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.edit.ArticleStore;
import vn.cachlamhay.edit.EditException;
import vn.cachlamhay.edit.SourceFile;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.preview.RefusedException;
import vn.cachlamhay.preview.Response;
import vn.cachlamhay.text.VietnameseDates;

/** The store of articles, whose refusals become answers. Thread-safe. */
final class ArticleFiles {

  private static final int REFUSED = 422;
  private static final byte[] NOTHING = "---\n---\n".getBytes(StandardCharsets.UTF_8);

  private final Site site;
  private ArticleStore store;
  private SiteConfig config;

  ArticleFiles(Site site) {
    this.site = site;
  }

  /** One store at a time; a changed configuration may name another folder. */
  private synchronized ArticleStore store() throws IOException {
    SiteConfig now = site.catalog().config();
    boolean same =
        config != null
            && config.content().equals(now.content())
            && config.headerSeparator().equals(now.headerSeparator());
    if (!same) {
      store = new ArticleStore(now, Clock.system(VietnameseDates.ZONE));
      store.cleanUp();
      config = now;
    }
    return store;
  }

  /** Something that is done with the store. */
  interface Work<T> {
    /** Does it. */
    T with(ArticleStore store) throws IOException;
  }

  /**
   * Does something with the store.
   *
   * @throws RefusedException with the words of what cannot be done
   */
  <T> T call(Work<T> work) throws IOException {
    try {
      return work.with(store());
    } catch (EditException e) {
      throw refused(e.problem());
    }
  }

  /** The answer to what cannot be done. */
  RefusedException refused(Problem problem) {
    return new RefusedException(
        Response.error(
            REFUSED,
            problem.code().code(),
            site.messages().message(problem),
            site.messages().hint(problem)));
  }

  /** The file of an article; where somebody else has deleted it, one that holds nothing. */
  static SourceFile there(ArticleStore store, String path) throws IOException {
    try {
      return store.read(path);
    } catch (EditException e) {
      if (e.problem().code() == ProblemCode.KHONG_CON_BAI) {
        return store.source(NOTHING);
      }
      throw e;
    }
  }

  /** What the editor's page gets of a file. */
  static Map<String, Object> content(SourceFile file) {
    var content = new LinkedHashMap<String, Object>();
    content.put("version", file.version());
    content.put("whole", file.whole());
    content.put("fields", file.whole() ? file.fields() : Map.<String, List<String>>of());
    content.put("body", file.whole() ? file.body() : "");
    content.put("bodyLine", file.whole() ? file.bodyLine() : 1);
    content.put("text", file.text());
    return content;
  }
}
