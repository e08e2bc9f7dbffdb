package vn.cachlamhay.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** What all parts of a document share while it is read. For one document and one thread. */
final class Reading {

  private static final int MOST_LETTERS = 8_000_000;
  private static final int MOST_DROPPED = 200;

  private final DocxFile docx;
  private final String file;
  private final WordOptions options;
  private final Styles styles;
  private final Numbering numbering;
  private final PictureStore pictures;
  private final OldFonts fonts = new OldFonts();
  private final Notes notes = new Notes();
  private final List<String> dropped = new ArrayList<>();
  private final List<String> comments = new ArrayList<>();
  private int paragraphs;
  private long letters;
  private int changes;
  private int objects;

  Reading(DocxFile docx, String file, WordOptions options, Relations main) throws IOException {
    this.docx = docx;
    this.file = file;
    this.options = options;
    styles = new Styles(part(main, "styles"), Theme.of(part(main, "theme")));
    numbering = new Numbering(part(main, "numbering"));
    pictures = new PictureStore(docx);
  }

  private Optional<XmlNode> part(Relations main, String type) throws IOException {
    Optional<String> name = main.part(type);
    return name.isPresent() ? docx.xml(name.get()) : Optional.empty();
  }

  DocxFile docx() {
    return docx;
  }

  Styles styles() {
    return styles;
  }

  Numbering numbering() {
    return numbering;
  }

  PictureStore pictures() {
    return pictures;
  }

  OldFonts fonts() {
    return fonts;
  }

  Notes notes() {
    return notes;
  }

  List<String> dropped() {
    return dropped;
  }

  /** Counts a paragraph; far more than an article can have are refused. */
  void count(int length) {
    paragraphs++;
    letters += length;
    if (paragraphs > options.mostParagraphs() || letters > MOST_LETTERS) {
      throw Refusal.of(ProblemCode.WORD_QUA_DAI, file);
    }
  }

  void drop(String words) {
    String line = words.replaceAll("\\s+", " ").strip();
    if (!line.isEmpty() && dropped.size() < MOST_DROPPED) {
      dropped.add(line);
    }
  }

  void change() {
    changes++;
  }

  void object() {
    objects++;
  }

  void comment(String author, String words) {
    String line = author.isBlank() ? words : author.strip() + ": " + words;
    comments.add(line);
    drop(line);
  }

  /** What the editor should know. */
  List<Problem> notices() {
    var notices = new ArrayList<Problem>();
    if (!fonts.converted().isEmpty()) {
      notices.add(notice(ProblemCode.WORD_FONT_CU, String.join(", ", fonts.converted())));
    }
    if (changes > 0) {
      notices.add(notice(ProblemCode.WORD_SUA_DOI, Integer.toString(changes)));
    }
    if (!comments.isEmpty()) {
      String some = String.join(" | ", comments.subList(0, Math.min(5, comments.size())));
      String shown = some.length() > 400 ? some.substring(0, 400) + "…" : some;
      notices.add(
          notice(
              ProblemCode.WORD_NHAN_XET,
              Integer.toString(comments.size()),
              shown + (comments.size() > 5 ? " …" : "")));
    }
    if (pictures.unshown() > 0) {
      notices.add(notice(ProblemCode.WORD_ANH_KHONG_HIEN, Integer.toString(pictures.unshown())));
    }
    if (objects > 0) {
      notices.add(notice(ProblemCode.WORD_DOI_TUONG, Integer.toString(objects)));
    }
    return notices;
  }

  private Problem notice(ProblemCode code, String... args) {
    return Problem.of(code, SourcePos.ofFile(file), args);
  }
}
