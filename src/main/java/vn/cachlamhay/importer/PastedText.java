package vn.cachlamhay.importer;

import java.util.ArrayList;
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

  private static final int MOST_RTF = 150_000_000;

  private PastedText() {}

  /**
   * Converts a paste whose notes begin with 1.
   *
   * @see #of(String, Optional, int)
   */
  public static Pasted of(String html, Optional<String> rtf) {
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
  public static Pasted of(String html, Optional<String> rtf, int firstNote) {
    List<String> parts = PastedHtml.apart(html);
    if (PastedHtml.isTooLong(parts.get(0))) {
      throw new SiteException(
          Problem.of(
              ProblemCode.DAN_QUA_DAI,
              SourcePos.ofFile(PLACE),
              Integer.toString(parts.get(0).length() / 1_000_000)));
    }
    var notices = new Notices();
    PastedHtml pasted = PastedHtml.parse(parts);
    var css = new Css(pasted.document());
    boolean office = WordMarkup.isFromWordProcessor(pasted.document());
    new WordMarkup(pasted.document(), css, notices).clean();
    var pictures =
        new PastedPictures(
            pasted.document(), pasted.pictures(), rtf.filter(r -> r.length() <= MOST_RTF));
    var notes = new Notes(pasted.document());
    var source = new BlockReader.Source(css, notes, pictures, new LegacyFonts(), notices, office);
    List<Block> body = new BlockReader(source).read(pasted.document().body());
    var noted = new ArrayList<List<Block>>();
    for (var content : notes.contents()) {
      noted.add(new BlockReader(source).read(content));
    }
    pictures.tell(notices);
    if (!source.fonts().seen().isEmpty()) {
      notices.add(ProblemCode.DAN_FONT_CU, String.join(", ", source.fonts().seen()));
    }
    String marked = new MarkdownWriter(firstNote).write(body, noted);
    return finished(marked, pictures.contents(), notices.list());
  }

  /** Puts names where the numbers of pictures stand. */
  private static Pasted finished(
      String marked, List<Pasted.Content> contents, List<Problem> notices) {
    var out = new StringBuilder();
    var pictures = new ArrayList<Pasted.Picture>();
    int from = 0;
    for (int at = marked.indexOf(LineWriter.PICTURE);
        at >= 0;
        at = marked.indexOf(LineWriter.PICTURE, from)) {
      int end = marked.indexOf(LineWriter.END, at);
      int number = Integer.parseInt(marked.substring(at + 1, end));
      Pasted.Content content = contents.get(number - 1);
      String name = "anh-dan-" + (pictures.size() + 1) + "." + content.type();
      out.append(marked, from, at);
      pictures.add(new Pasted.Picture(name, content.bytes(), out.length()));
      out.append(name);
      from = end + 1;
    }
    out.append(marked, from, marked.length());
    return new Pasted(out.toString(), pictures, notices);
  }
}
