package vn.cachlamhay.cache;

import java.util.Map;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LongText;

/**
 * A document of a plain JBake project as it came out of its file.
 *
 * @param stamp of the file
 * @param content of the file
 * @param values all but the text
 * @param digest of the values, as the document itself tells it
 * @param body the text, rendered
 */
public record RememberedDocument(
    FileStamp stamp, Digest content, Map<String, Object> values, Digest digest, LongText body) {

  /** The same where the stamp is the same, otherwise the same of a file that was touched. */
  public RememberedDocument withStamp(FileStamp newStamp) {
    return newStamp.equals(stamp)
        ? this
        : new RememberedDocument(newStamp, content, values, digest, body);
  }
}
