package vn.cachlamhay.word;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.richtext.Manuscript;

/** Reads a .docx. Stateless. */
final class DocxReader {

  private DocxReader() {}

  /**
   * Reads a file.
   *
   * @param fileName of the document that the editor has, which may have been converted
   */
  static Manuscript read(Path path, String fileName, WordOptions options) throws IOException {
    try (DocxFile docx = DocxFile.open(path, fileName, options)) {
      Relations top = Relations.of(docx, "");
      String main = top.part("officeDocument").orElse("word/document.xml");
      Optional<XmlNode> root = docx.xml(main);
      if (root.isEmpty() || !root.get().has("w:body")) {
        throw Refusal.of(
            docx.has(main) ? ProblemCode.WORD_KHONG_PHAI : ProblemCode.WORD_HONG, fileName);
      }
      Relations relations = Relations.of(docx, main);
      var reading = new Reading(docx, fileName, options, relations);
      Document html = Document.createShell("");
      new StoryReader(reading, relations).text(root.get().child("w:body"), html.body());
      notes(reading, relations, html.body());
      comments(reading, relations);
      frame(reading, relations);
      return new Manuscript(
          html,
          WordHints.of(docx, top, fileName),
          List.of(),
          reading.pictures().files(),
          reading.dropped(),
          reading.notices());
    }
  }

  /** Notes that the text refers to; a note in a note is not read. */
  private static void notes(Reading reading, Relations relations, Element body) throws IOException {
    List<String> names = reading.notes().names();
    if (names.isEmpty()) {
      return;
    }
    Element list = body.appendElement("ol");
    for (String kind : List.of("footnote", "endnote")) {
      Optional<String> part = relations.part(kind + "s");
      if (part.isEmpty()) {
        continue;
      }
      XmlNode root = reading.docx().xml(part.get()).orElse(XmlNode.empty(""));
      Relations own = Relations.of(reading.docx(), part.get());
      for (XmlNode note : root.children("w:" + kind)) {
        int number = names.indexOf(kind + "-" + note.get("id")) + 1;
        if (number > 0) {
          Element item = list.appendElement("li").attr("value", Integer.toString(number));
          new StoryReader(reading, own).blocks(note, item);
          Notes.lead(item, number);
        }
      }
    }
  }

  private static void comments(Reading reading, Relations relations) throws IOException {
    Optional<String> part = relations.part("comments");
    if (part.isPresent()) {
      XmlNode root = reading.docx().xml(part.get()).orElse(XmlNode.empty(""));
      Relations own = Relations.of(reading.docx(), part.get());
      for (XmlNode comment : root.children("w:comment")) {
        var aside = new Element("div");
        new StoryReader(reading, own).blocks(comment, aside);
        reading.comment(comment.get("author"), aside.text());
      }
    }
  }

  /** What stands above and below each page. */
  private static void frame(Reading reading, Relations relations) throws IOException {
    for (String kind : List.of("header", "footer")) {
      for (String part : relations.parts(kind).toList()) {
        Optional<XmlNode> root = reading.docx().xml(part);
        if (root.isPresent()) {
          var aside = new Element("div");
          new StoryReader(reading, Relations.of(reading.docx(), part)).blocks(root.get(), aside);
          for (Element line : aside.select("p, li, h1, h2, h3, h4, h5, h6, figcaption")) {
            boolean number = line.text().matches("(?iu)(?:trang|page)?[\\s\\d/|-]*");
            if (!number && !reading.dropped().contains(line.text())) {
              reading.drop(line.text());
            }
          }
        }
      }
    }
  }
}
