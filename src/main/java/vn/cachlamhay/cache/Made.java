package vn.cachlamhay.cache;

import java.util.List;
import vn.cachlamhay.model.Digest;

/**
 * What a page was made from. As long as all of it is the same, so is the page.
 *
 * @param own template and variables
 * @param asked lists that its template asked for
 * @param bodies texts that its template read
 * @param hash of the page that came of it
 */
public record Made(Digest own, List<Asked> asked, List<BodyRead> bodies, String hash) {

  /** A list that was asked for, and what stood in it. */
  public record Asked(String key, Digest answer) {}

  /** An article whose text was read, and that text. */
  public record BodyRead(String source, Digest text) {}
}
