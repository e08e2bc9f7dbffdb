package vn.cachlamhay.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.encoding.TextDecoder;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.text.VietnameseText;

/**
 * What the properties of a document say. Word fills them in by itself: names of programs and of
 * computers say nothing. Stateless.
 */
final class WordHints {

  private static final Pattern NO_TITLE =
      Pattern.compile(
          "(?iu)(?:document|tài liệu|doc|untitled|không tên|văn bản|slide|trang)\\s*\\d*"
              + "|microsoft word - .*|powerpoint .*|.*\\.(?:docx?|odt|rtf|dotx?)|word document|\\W*");

  private static final Pattern NO_AUTHOR =
      Pattern.compile(
          "(?iu)(?:windows|microsoft|python-docx|libreoffice|un-?named|unknown|tác giả|author"
              + "|admin|administrator|user|người dùng|pc|home|office|laptop|computer|máy tính|may tinh"
              + "|hp|dell|acer|asus|lenovo|vostro|www\\..*)(?:\\b.*|)|\\W*|.*@.*|.*\\d{2,}.*");

  private WordHints() {}

  static List<Hint> of(DocxFile docx, Relations top, String fileName) throws IOException {
    var hints = new ArrayList<Hint>();
    Optional<String> part = top.part("core-properties");
    XmlNode core =
        (part.isPresent() ? docx.xml(part.get()) : Optional.<XmlNode>empty())
            .orElse(XmlNode.empty(""));
    String title = said(core, "title");
    if (!NO_TITLE.matcher(title).matches()) {
      hints.add(new Hint(Hint.About.TITLE, title, "dc:title"));
    }
    String creator = said(core, "creator");
    if (!NO_AUTHOR.matcher(creator).matches()) {
      hints.add(new Hint(Hint.About.AUTHOR, creator, "dc:creator"));
    }
    for (String name : List.of("created", "modified")) {
      String date = said(core, name);
      if (date.matches("\\d{4}-\\d{2}-\\d{2}.*")) {
        hints.add(new Hint(Hint.About.DATE, date, "dcterms:" + name));
      }
    }
    for (String word : said(core, "keywords").split("[,;]")) {
      if (!word.isBlank()) {
        hints.add(new Hint(Hint.About.TAG, word.strip(), "cp:keywords"));
      }
    }
    hints.add(new Hint(Hint.About.FILE_NAME, fileName, "file"));
    return hints;
  }

  private static String said(XmlNode core, String name) {
    String text = VietnameseText.tidy(core.child(name).words());
    // the window for properties knows no fonts: old codes stand there as they are
    return VietnameseText.tidy(TextDecoder.repair(text).text());
  }
}
