package vn.cachlamhay.cache;

import java.util.List;
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
 */
public record Remembered(
    FileStamp stamp,
    Digest content,
    Article article,
    ArticleDigests.Of digests,
    List<LinkRef> links,
    List<Lookup> lookups) {

  /** Remembers an article. */
  public static Remembered of(
      FileStamp stamp, Digest content, Article article, List<LinkRef> links, List<Lookup> lookups) {
    return new Remembered(stamp, content, article, ArticleDigests.compute(article), links, lookups);
  }

  /** The same, of a file that was touched but not changed. */
  public Remembered withStamp(FileStamp newStamp) {
    return new Remembered(newStamp, content, article, digests, links, lookups);
  }
}
