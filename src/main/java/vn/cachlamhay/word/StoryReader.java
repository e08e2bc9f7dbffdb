package vn.cachlamhay.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Reads the paragraphs and tables of a part of a document. For one part and one thread; what it
 * reads is limited in depth by {@link XmlReader} and in length by {@link Reading}.
 */
final class StoryReader {

  private final Reading reading;
  private final LineReader lines;
  private final LookHeadings looks = new LookHeadings();
  private final List<Piece> joined = new ArrayList<>();

  StoryReader(Reading reading, Relations relations) {
    this.reading = reading;
    this.lines = new LineReader(reading, relations);
  }

  /** Reads the blocks of the main text, and finds headings that are told by their look only. */
  void text(XmlNode body, Element into) throws IOException {
    blocks(body, new Flow(into), true);
    looks.mark();
  }

  /** Reads the blocks of any other part. */
  void blocks(XmlNode parent, Element into) throws IOException {
    blocks(parent, new Flow(into), false);
  }

  private void blocks(XmlNode parent, Flow flow, boolean top) throws IOException {
    for (XmlNode child : parent.children()) {
      if (child.is("w:p")) {
        paragraph(child, flow, top);
      } else if (child.is("w:tbl")) {
        table(child, flow);
      } else if (child.is("w:sdt")) {
        control(child, flow, top);
      } else if (child.is("mc:AlternateContent")) {
        XmlNode choice = child.child("mc:Choice");
        blocks(choice.children().isEmpty() ? child.child("mc:Fallback") : choice, flow, top);
      } else if (child.is("w:altChunk")) {
        reading.object();
      } else if (child.name().matches("w:(?:ins|moveTo|customXml|smartTag)")) {
        blocks(child, flow, top);
      }
    }
  }

  private void control(XmlNode control, Flow flow, boolean top) throws IOException {
    String gallery = control.child("w:sdtPr").first("w:docPartGallery").get("val");
    if (gallery.equals("Table of Contents")) {
      var aside = new Element("div");
      blocks(control.child("w:sdtContent"), new Flow(aside), false);
      aside.children().forEach(line -> reading.drop(line.text()));
    } else {
      blocks(control.child("w:sdtContent"), flow, top);
    }
  }

  private void paragraph(XmlNode node, Flow flow, boolean top) throws IOException {
    LineReader.Line line = lines.read(node);
    XmlNode properties = node.child("w:pPr");
    List<Piece> pieces = new ArrayList<>(joined);
    pieces.addAll(line.pieces());
    joined.clear();
    reading.count(pieces.stream().mapToInt(piece -> piece.text().length()).sum());
    XmlNode mark = properties.child("w:rPr");
    if (mark.has("w:del") || mark.has("w:moveFrom")) {
      // whose end was deleted goes on in the next one
      joined.addAll(pieces);
    } else if (line.contents()) {
      var aside = new Element("p");
      LineHtml.write(pieces, aside, true);
      reading.drop(aside.text());
    } else {
      write(pieces, properties, flow, top);
    }
    for (XmlNode box : line.boxes()) {
      // frames are told apart from what stands around them by their own flow
      blocks(box, new Flow(flow.into()), false);
    }
  }

  private void write(List<Piece> pieces, XmlNode properties, Flow flow, boolean top) {
    Styles styles = reading.styles();
    int heading = styles.heading(properties);
    Optional<Numbering.Mark> mark =
        reading.numbering().next(styles.numbering(properties), properties.value("w:pStyle"));
    boolean words = pieces.stream().anyMatch(p -> p.element().isEmpty() && !p.isBlank());
    boolean pictures = pieces.stream().anyMatch(StoryReader::isPicture);
    boolean notes =
        pieces.stream()
            .anyMatch(p -> p.element().filter(e -> e.normalName().equals("sup")).isPresent());
    if (!words && !pictures && !notes) {
      return;
    }
    var paragraph = new Element("p");
    if (heading > 0 && words) {
      heading(pieces, heading, mark, flow);
    } else if (styles.isCaption(properties) && words) {
      caption(pieces, flow, paragraph);
    } else if (mark.isPresent() && words) {
      LineHtml.write(pieces, paragraph, false);
      flow.item(mark.get(), paragraph);
    } else if (styles.isQuote(properties) && words) {
      LineHtml.write(upright(pieces), paragraph, false);
      flow.block(new Element("blockquote").appendChild(paragraph));
    } else {
      LineHtml.write(pieces, paragraph, false);
      flow.block(paragraph);
      if (top) {
        looks.add(paragraph, pieces, styles.alignment(properties));
      }
    }
  }

  private static void heading(
      List<Piece> pieces, int level, Optional<Numbering.Mark> mark, Flow flow) {
    var heading = new Element("h" + Math.min(6, level));
    LineHtml.write(upright(pieces), heading, true);
    // the number of a heading is part of it
    mark.filter(each -> !each.text().isEmpty())
        .ifPresent(each -> heading.prependText(each.text() + " "));
    flow.block(heading);
  }

  /** Where all is italic, that is the look of its kind and says nothing. */
  private static List<Piece> upright(List<Piece> pieces) {
    boolean all = pieces.stream().allMatch(piece -> piece.isBlank() || piece.look().italic());
    return all ? pieces.stream().map(Piece::upright).toList() : pieces;
  }

  private static void caption(List<Piece> pieces, Flow flow, Element paragraph) {
    List<Piece> shown = pieces.stream().filter(StoryReader::isPicture).toList();
    List<Piece> words = pieces.stream().filter(piece -> !isPicture(piece)).toList();
    // a picture and its caption may stand in one paragraph, with a break between them
    int from = 0;
    while (!shown.isEmpty() && from < words.size() && isGap(words.get(from))) {
      from++;
    }
    LineHtml.write(words.subList(from, words.size()), paragraph, false);
    if (shown.isEmpty()) {
      flow.caption(paragraph);
    } else {
      var picture = new Element("p");
      LineHtml.write(shown, picture, false);
      flow.captioned(picture, paragraph);
    }
  }

  private static boolean isGap(Piece piece) {
    return piece.isBlank() || piece.element().filter(e -> e.normalName().equals("br")).isPresent();
  }

  private static boolean isPicture(Piece piece) {
    return piece.element().filter(e -> e.normalName().equals("img")).isPresent();
  }

  private void table(XmlNode node, Flow flow) throws IOException {
    List<List<TableGrid.Cell>> rows = TableGrid.of(node);
    var table = new Element("table");
    for (List<TableGrid.Cell> row : rows) {
      Element line = table.appendElement("tr");
      for (TableGrid.Cell cell : row) {
        Element written = line.appendElement(cell.heading() ? "th" : "td");
        if (cell.wide() > 1) {
          written.attr("colspan", Integer.toString(cell.wide()));
        }
        if (cell.high() > 1) {
          written.attr("rowspan", Integer.toString(cell.high()));
        }
        blocks(cell.content(), new Flow(written), false);
      }
    }
    if (table.hasText() || !table.select("img").isEmpty()) {
      flow.block(table);
    }
  }
}
