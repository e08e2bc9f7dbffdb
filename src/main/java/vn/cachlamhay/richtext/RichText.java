package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A text with its headings, lists, tables, notes and pictures, of which the rest of its look is
 * gone. Its lines can be read and changed before it is written as Markdown. Immutable and
 * thread-safe.
 */
public final class RichText {

  private final List<Block> body;
  private final List<List<Block>> notes;
  private final List<MarkdownText.Content> pictures;
  private final List<Problem> notices;

  private RichText(
      List<Block> body,
      List<List<Block>> notes,
      List<MarkdownText.Content> pictures,
      List<Problem> notices) {
    this.body = List.copyOf(body);
    this.notes = List.copyOf(notes);
    this.pictures = List.copyOf(pictures);
    this.notices = List.copyOf(notices);
  }

  /**
   * Reads a document.
   *
   * @param place where notices belong to: the name of the file
   * @throws java.io.UncheckedIOException where a picture's file fails
   */
  public static RichText read(Manuscript manuscript, String place) {
    return read(manuscript.html(), new FilePictures(manuscript.files()), new Notices(place));
  }

  static RichText read(Document document, Pictures pictures, Notices notices) {
    var css = new Css(document);
    boolean office = WordMarkup.isFromWordProcessor(document);
    new WordMarkup(document, css, notices).clean();
    var notes = new Notes(document);
    var source = new BlockReader.Source(css, notes, pictures, new LegacyFonts(), notices, office);
    List<Block> body = new BlockReader(source).read(document.body());
    var noted = new ArrayList<List<Block>>();
    for (var content : notes.contents()) {
      noted.add(new BlockReader(source).read(content));
    }
    pictures.tell(notices);
    if (!source.fonts().seen().isEmpty()) {
      notices.add(ProblemCode.DAN_FONT_CU, String.join(", ", source.fonts().seen()));
    }
    return new RichText(body, noted, pictures.contents(), notices.list());
  }

  /** Its lines in the order of the text, notes last. */
  public List<Passage> passages() {
    var passages = new ArrayList<Passage>();
    walk(
        (kind, level, line) -> {
          passages.add(passage(passages.size(), kind, level, line));
          return line;
        });
    return passages;
  }

  private static Passage passage(int number, Passage.Kind kind, int level, List<Inline> inlines) {
    var line = new LineText(inlines);
    boolean bold = line.length() > 0;
    boolean italic = bold;
    for (int i = 0; i < line.length(); i++) {
      boolean counts = !line.isBlank(i) && line.charAt(i) != LineText.ATOM;
      bold &= !counts || line.look(i).bold();
      italic &= !counts || line.look(i).italic();
    }
    return new Passage(number, kind, level, line.letters().toString(), bold, italic);
  }

  /**
   * The same text with other words.
   *
   * @param edits that do not overlap, of the passages as {@link #passages()} gives them
   * @param captions the number of a passage → the number of the picture whose caption it becomes,
   *     once it is edited
   * @throws IndexOutOfBoundsException where there is no such passage, or it is shorter
   */
  public RichText with(Collection<Edit> edits, Map<Integer, Integer> captions) {
    var lines = new ArrayList<List<Inline>>();
    walk(
        (kind, level, line) -> {
          lines.add(line);
          return line;
        });
    Map<Integer, List<Edit>> byPassage =
        edits.stream().collect(Collectors.groupingBy(Edit::passage));
    byPassage.forEach((number, own) -> lines.set(number, EditedLine.of(lines.get(number), own)));
    captions.forEach(
        (text, picture) -> {
          lines.set(picture, lines.get(text));
          lines.set(text, List.of());
        });
    var next = new AtomicInteger();
    return walk((kind, level, line) -> lines.get(next.getAndIncrement()));
  }

  /**
   * Takes away the picture with which the text begins, to be the article's own.
   *
   * @return empty where it begins with something else
   */
  public Optional<RichText> withoutFirstPicture() {
    return body.isEmpty() || !(body.get(0) instanceof Block.Picture)
        ? Optional.empty()
        : Optional.of(new RichText(body.subList(1, body.size()), notes, pictures, notices));
  }

  /** The picture with which the text begins, as a text of its own. */
  public Optional<Head> firstPicture() {
    return body.stream()
        .findFirst()
        .filter(Block.Picture.class::isInstance)
        .map(Block.Picture.class::cast)
        .map(
            picture -> {
              MarkdownText.Content content = pictures.get(picture.number() - 1);
              return new Head(content.type(), content.bytes(), picture.alt(), picture.caption());
            });
  }

  /**
   * A picture at the head of a text.
   *
   * @param type how its file name ends
   * @param alt what it shows, or empty
   * @param caption or empty
   */
  public record Head(String type, byte[] bytes, String alt, String caption) {}

  /** What the editor should know of the reading. */
  public List<Problem> notices() {
    return notices;
  }

  /**
   * The text as an article has it.
   *
   * @param firstNote the number of the first note, where the article has some already
   * @param pictureName how the names of pictures begin
   */
  public MarkdownText markdown(int firstNote, String pictureName) {
    String marked = new MarkdownWriter(firstNote).write(body, notes);
    var out = new StringBuilder();
    var named = new ArrayList<MarkdownText.Picture>();
    int from = 0;
    // names come where the numbers of pictures stand
    for (int at = marked.indexOf(LineWriter.PICTURE);
        at >= 0;
        at = marked.indexOf(LineWriter.PICTURE, from)) {
      int end = marked.indexOf(LineWriter.END, at);
      int number = Integer.parseInt(marked.substring(at + 1, end));
      MarkdownText.Content content = pictures.get(number - 1);
      String name = pictureName + (named.size() + 1) + "." + content.type();
      out.append(marked, from, at);
      named.add(new MarkdownText.Picture(name, content.bytes(), out.length()));
      out.append(name);
      from = end + 1;
    }
    out.append(marked, from, marked.length());
    return new MarkdownText(out.toString(), named, notices);
  }

  private RichText walk(LineWalk.Visitor visitor) {
    var walk = new LineWalk(visitor);
    List<Block> changed = walk.blocks(body);
    var changedNotes = new ArrayList<List<Block>>();
    for (List<Block> note : notes) {
      changedNotes.add(walk.note(note));
    }
    return new RichText(changed, changedNotes, pictures, notices);
  }
}
