package vn.cachlamhay.richtext;

import java.util.List;
import org.jsoup.nodes.Document;
import vn.cachlamhay.diag.Problem;

/**
 * What was read of a source before anybody has thought about it.
 *
 * @param html the text, and nothing that stands around it; its readers may change it, so each
 *     manuscript has its own
 * @param hints what the source says of itself, the most trustworthy first among those of a kind
 * @param attachments documents to keep beside the article, in the order of the page
 * @param files opens the pictures in the text and the attachments
 * @param dropped text that was left out as furniture, a line each, for the report
 * @param notices what the editor should know
 */
public record Manuscript(
    Document html,
    List<Hint> hints,
    List<Attachment> attachments,
    FileSource files,
    List<String> dropped,
    List<Problem> notices) {

  public Manuscript {
    hints = List.copyOf(hints);
    attachments = List.copyOf(attachments);
    dropped = List.copyOf(dropped);
    notices = List.copyOf(notices);
  }

  /**
   * A document beside the text.
   *
   * @param label as the page names it
   * @param address as {@link FileSource} opens it
   */
  public record Attachment(String label, String address) {}
}
