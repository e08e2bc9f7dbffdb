package vn.cachlamhay.cache;

import java.util.List;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LinkRef;
import vn.cachlamhay.model.Lookup;

/**
 * An article as it came out of its file.
 *
 * @param stamp of the file
 * @param content of the file
 * @param article rendered, without its markup
 * @param digests of the article
 * @param links to be checked in every bake
 * @param lookups what it asked of the rest of the site
 * @param notices what was said about it when it was read, to be said again; an article with errors
 *     is not remembered
 * @param laterNotices what was said when it was rendered
 */
public record Remembered(
    FileStamp stamp,
    Digest content,
    Article article,
    ArticleDigests.Of digests,
    List<LinkRef> links,
    List<Lookup> lookups,
    List<Problem> notices,
    List<Problem> laterNotices) {

  /** Remembers an article. */
  public static Remembered of(
      FileStamp stamp,
      Digest content,
      Article article,
      List<LinkRef> links,
      List<Lookup> lookups,
      List<Problem> notices,
      List<Problem> laterNotices) {
    return new Remembered(
        stamp,
        content,
        article,
        ArticleDigests.compute(article),
        links,
        lookups,
        notices,
        laterNotices);
  }

  /** The same, of a file that was touched but not changed. */
  public Remembered withStamp(FileStamp newStamp) {
    return new Remembered(
        newStamp, content, article, digests, links, lookups, notices, laterNotices);
  }
}
