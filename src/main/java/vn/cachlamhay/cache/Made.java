package vn.cachlamhay.cache;

import java.util.List;
import vn.cachlamhay.model.Digest;

/**
 * What a page was made from. As long as all of it is the same, so is the page.
 *
 * @param own template and variables
 * @param asked lists that its template asked for
 * @param reads values of documents that digests of lists leave out
 * @param hash of the page that came of it
 */
public record Made(Digest own, List<Asked> asked, List<Read> reads, String hash) {

  /** A list that was asked for, and what stood in it. */
  public record Asked(String key, Digest answer) {}

  /** A value of a document that was read, such as its text, and what it was. */
  public record Read(String source, String key, Digest value) {}
}
