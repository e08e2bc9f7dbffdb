package vn.cachlamhay.richtext;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

/**
 * Turns what was copied in Word, LibreOffice, Google Docs or a browser into Markdown for an
 * article: headings from the second level down, paragraphs, bold and italic, lists, tables, links,
 * quotations and notes; everything else of its look is gone, its words are not. Nothing is fetched.
 * Stateless and thread-safe; time and memory grow with the length of the text only, which is
 * limited.
 */
public final class PastedText {

  /** Where notices say that they belong to. */
  static final String PLACE = "dán";

  /** How the names of pictures begin. */
  private static final String PICTURE = "anh-dan-";

  private static final int MOST_RTF = 150_000_000;

  private PastedText() {}

  /**
   * Converts a paste whose notes begin with 1.
   *
   * @see #of(String, Optional, int)
   */
  public static MarkdownText of(String html, Optional<String> rtf) {
    return of(html, rtf, 1);
  }

  /**
   * Converts a paste.
   *
   * @param html as the clipboard has it, whole or a fragment
   * @param rtf the same in Rich Text Format, where Word keeps the pictures
   * @param firstNote the number of the first footnote, where the article has some already
   * @throws SiteException with code {@code dan-qua-dai} where the text is too long
   */
  public static MarkdownText of(String html, Optional<String> rtf, int firstNote) {
    List<String> parts = PastedHtml.apart(html);
    if (PastedHtml.isTooLong(parts.get(0))) {
      throw new SiteException(
          Problem.of(
              ProblemCode.DAN_QUA_DAI,
              SourcePos.ofFile(PLACE),
              Integer.toString(parts.get(0).length() / 1_000_000)));
    }
    PastedHtml pasted = PastedHtml.parse(parts);
    var pictures =
        new PastedPictures(
            pasted.document(), pasted.pictures(), rtf.filter(r -> r.length() <= MOST_RTF));
    return RichText.read(pasted.document(), pictures, new Notices(PLACE))
        .markdown(firstNote, PICTURE);
  }
}
