package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.encoding.Certainty;
import vn.cachlamhay.encoding.Decoded;
import vn.cachlamhay.encoding.TextDecoder;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/**
 * Reads plain text in any of the encodings that offices have used: lines become paragraphs and
 * lists. Stateless and thread-safe; needs some ten times the memory of the file.
 */
public final class TextManuscript {

  /** The largest file that is read, in bytes. */
  static final int MOST = 100_000_000;

  private static final String UNICODE = "UTF-8(?: \\(NFD\\))?(?:, UTF-8(?: \\(NFD\\))?)?";
  private static final int MEGABYTE = 1_000_000;

  private TextManuscript() {}

  /**
   * Reads a file.
   *
   * @throws SiteException as {@link #of}; a file that is too large is not opened at all
   * @throws IOException where the disk fails
   */
  public static Manuscript read(Path file) throws IOException {
    String name = String.valueOf(file.getFileName());
    limit(Files.size(file), name);
    return of(Files.readAllBytes(file), name);
  }

  /**
   * Reads the bytes of a file.
   *
   * @param fileName without its folder
   * @throws SiteException with code {@code van-ban-qua-lon} over 100 MB, {@code van-ban-rong} where
   *     there is nothing to read, {@code van-ban-nhi-phan} where the bytes are no text
   */
  public static Manuscript of(byte[] bytes, String fileName) {
    limit(bytes.length, fileName);
    Decoded decoded = TextDecoder.decode(bytes);
    if (decoded.text().isBlank()) {
      throw problem(ProblemCode.VAN_BAN_RONG, fileName);
    }
    if (isBinary(decoded.text())) {
      throw problem(ProblemCode.VAN_BAN_NHI_PHAN, fileName);
    }
    return new Manuscript(
        document(TextLines.paragraphs(decoded.text())),
        List.of(new Hint(Hint.About.FILE_NAME, fileName, "tên tệp")),
        List.of(),
        FileSource.NONE,
        List.of(),
        notices(decoded, fileName));
  }

  private static void limit(long size, String fileName) {
    if (size > MOST) {
      throw problem(
          ProblemCode.VAN_BAN_QUA_LON,
          fileName,
          Long.toString(size / MEGABYTE),
          Integer.toString(MOST / MEGABYTE));
    }
  }

  private static SiteException problem(ProblemCode code, String fileName, String... args) {
    return new SiteException(Problem.of(code, SourcePos.ofFile(fileName), args));
  }

  private static List<Problem> notices(Decoded decoded, String fileName) {
    var notices = new ArrayList<Problem>();
    SourcePos place = SourcePos.ofFile(fileName);
    // composed or not, Unicode is Unicode: nothing to look at
    if (!decoded.encoding().matches(UNICODE)) {
      notices.add(Problem.of(ProblemCode.VAN_BAN_MA_KHAC, place, decoded.encoding()));
    }
    if (decoded.certainty() == Certainty.UNSURE) {
      notices.add(Problem.of(ProblemCode.VAN_BAN_MA_CHUA_CHAC, place, decoded.encoding()));
    }
    return notices;
  }

  /** More than one in fifty characters is none that anybody types. */
  private static boolean isBinary(String text) {
    long strange =
        text.chars()
            .filter(
                c ->
                    c == 0xFFFD
                        || c >= 0x7F && c < 0xA0 && c != 0x85
                        || c < ' ' && "\t\n\r\f\u000b\u001a".indexOf(c) < 0)
            .count();
    return text.indexOf('\0') >= 0 || strange * 50 > text.length();
  }

  private static Document document(List<TextLines.Paragraph> paragraphs) {
    Document document = Document.createShell("");
    document.outputSettings().prettyPrint(false);
    int i = 0;
    while (i < paragraphs.size()) {
      int end = TextLines.endOfList(paragraphs, i);
      if (end > i) {
        list(paragraphs.subList(i, end), document.body());
        i = end;
      } else {
        document.body().appendElement("p").text(paragraphs.get(i).whole());
        i++;
      }
    }
    return document;
  }

  /** Items of another mark than the first belong to the item before them. */
  private static void list(List<TextLines.Paragraph> items, Element parent) {
    String outer = items.get(0).kind();
    Element list = start(items.get(0), parent);
    Element inner = null;
    for (TextLines.Paragraph item : items) {
      boolean nested = !item.kind().equals(outer);
      if (nested && inner == null) {
        inner = start(item, list.lastElementChild());
      }
      inner = nested ? inner : null;
      (nested ? inner : list).appendElement("li").text(item.text());
    }
  }

  private static Element start(TextLines.Paragraph first, Element parent) {
    Element list = parent.appendElement(first.number() < 0 ? "ul" : "ol");
    if (first.number() > 1) {
      list.attr("start", Integer.toString(first.number()));
    }
    return list;
  }
}
