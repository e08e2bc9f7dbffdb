package vn.cachlamhay.word;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;

/**
 * Reads what stands in a paragraph. Insertions and moves are taken, deletions are not. For one part
 * of a document and one thread.
 */
final class LineReader {

  private final Reading reading;
  private final Relations relations;
  private final Fields fields = new Fields();
  private final StringBuilder hidden = new StringBuilder();
  private List<Piece> pieces = new ArrayList<>();
  private List<XmlNode> boxes = new ArrayList<>();
  private RunLook paragraph = RunLook.PLAIN;
  private boolean contents;

  LineReader(Reading reading, Relations relations) {
    this.reading = reading;
    this.relations = relations;
  }

  /**
   * A paragraph.
   *
   * @param pieces of which none is in an old font any more
   * @param boxes the texts in frames that are anchored in it
   * @param contents whether it belongs to a table of contents
   */
  record Line(List<Piece> pieces, List<XmlNode> boxes, boolean contents) {}

  Line read(XmlNode node) throws IOException {
    pieces = new ArrayList<>();
    boxes = new ArrayList<>();
    hidden.setLength(0);
    contents = fields.isContents();
    XmlNode properties = node.child("w:pPr");
    paragraph = reading.styles().look(properties);
    contents |= reading.styles().isContents(properties);
    content(node, "");
    reading.drop(hidden.toString());
    List<Piece> read = new ArrayList<>(reading.fonts().toUnicode(pieces));
    // what is left of them are places where a word may be divided
    read.replaceAll(piece -> piece.withText(piece.text().replace("\u00ad", "")));
    return new Line(read, boxes, contents);
  }

  private void content(XmlNode parent, String link) throws IOException {
    for (XmlNode child : parent.children()) {
      if (child.is("w:r")) {
        run(child, link);
      } else if (child.is("w:hyperlink")) {
        String target = relations.get(child.get("r:id")).map(Relations.Target::address).orElse("");
        content(child, target.isEmpty() ? link : target);
      } else if (child.is("w:fldSimple")) {
        String target = Fields.link(child.get("instr"));
        content(child, target.isEmpty() ? link : target);
      } else if (child.is("w:sdt")) {
        content(child.child("w:sdtContent"), link);
      } else if (child.is("w:del") || child.is("w:moveFrom")) {
        reading.change();
      } else if (child.is("w:ins") || child.is("w:moveTo")) {
        reading.change();
        content(child, link);
      } else if (child.is("mc:AlternateContent")) {
        content(chosen(child), link);
      } else if (child.is("m:oMath") || child.is("m:oMathPara")) {
        formula(child, link);
      } else if (child.name().matches("w:(?:smartTag|customXml|bdo|dir)")) {
        content(child, link);
      }
    }
  }

  private static XmlNode chosen(XmlNode alternatives) {
    XmlNode choice = alternatives.child("mc:Choice");
    return choice.children().isEmpty() ? alternatives.child("mc:Fallback") : choice;
  }

  private void formula(XmlNode formula, String link) {
    var words = new StringBuilder();
    formula.all("m:t").forEach(each -> words.append(each.words()));
    pieces.add(Piece.words(words.toString(), paragraph, link));
  }

  private void run(XmlNode run, String link) throws IOException {
    RunLook look = reading.styles().look(paragraph, run.child("w:rPr"));
    for (XmlNode child : run.children()) {
      inRun(child, look, link);
    }
  }

  private void inRun(XmlNode child, RunLook look, String link) throws IOException {
    if (child.is("w:fldChar")) {
      fields.mark(child.get("fldCharType"));
      contents |= fields.isContents();
    } else if (child.is("w:instrText")) {
      fields.instruction(child.words());
    } else if (!fields.isShown()) {
      return;
    } else if (child.is("w:t")) {
      words(child.words(), look, link);
    } else if (child.is("w:tab") || child.is("w:ptab")) {
      words("\t", look, link);
    } else if (child.is("w:br") || child.is("w:cr")) {
      lineBreak(child.get("type"), look);
    } else if (child.is("w:softHyphen")) {
      // LibreOffice writes it for the letter ư of TCVN3, which has the same code
      words("\u00ad", look, link);
    } else if (child.is("w:noBreakHyphen")) {
      words("-", look, link);
    } else if (child.is("w:sym")) {
      symbol(child, look, link);
    } else if (child.is("w:footnoteReference") || child.is("w:endnoteReference")) {
      String kind = child.is("w:footnoteReference") ? "footnote" : "endnote";
      pieces.add(Piece.element(reading.notes().reference(kind, child.get("id")), look));
    } else if (child.is("w:ruby")) {
      content(child.child("w:rubyBase"), link);
    } else if (child.is("mc:AlternateContent")) {
      alternatives(child, look);
    } else if (child.is("w:drawing") || child.is("w:pict") || child.is("w:object")) {
      drawing(child, look, "", child.all("a:blip").size() == 1);
    }
  }

  private void words(String text, RunLook look, String link) {
    if (look.hidden()) {
      hidden.append(text);
    } else {
      String target = link.isEmpty() ? fields.link() : link;
      String words = Symbols.isOf(look.font()) ? Symbols.signs(look.font(), text) : text;
      pieces.add(Piece.words(words, look, target));
    }
  }

  private void symbol(XmlNode symbol, RunLook look, String link) {
    String code = symbol.get("char");
    if (!code.matches("[0-9A-Fa-f]{1,4}")) {
      return;
    }
    int letter = Integer.parseInt(code, 16);
    String font = symbol.get("font");
    if (Symbols.isOf(font)) {
      words(Symbols.sign(font, letter), look, link);
    } else {
      RunLook own = font.isEmpty() ? look : look.withFont(font);
      words(String.valueOf((char) letter), own, link);
    }
  }

  /** The end of a page or a column ends a paragraph, which two breaks do. */
  private void lineBreak(String type, RunLook look) {
    pieces.add(Piece.element(new Element("br"), look));
    if (type.equals("page") || type.equals("column")) {
      pieces.add(Piece.element(new Element("br"), look));
    }
  }

  /** The new form of a drawing; the old one where the new says nothing. */
  private void alternatives(XmlNode alternatives, RunLook look) throws IOException {
    int before = pieces.size() + boxes.size();
    for (XmlNode child : alternatives.child("mc:Choice").children()) {
      inRun(child, look, "");
    }
    if (pieces.size() + boxes.size() == before) {
      for (XmlNode child : alternatives.child("mc:Fallback").children()) {
        inRun(child, look, "");
      }
    }
  }

  private void drawing(XmlNode node, RunLook look, String outer, boolean alone) throws IOException {
    String alt = outer;
    XmlNode size = node.child("extent");
    for (XmlNode child : node.children()) {
      String told = child.get(child.is("v:shape") ? "alt" : "descr").strip();
      alt = told.isEmpty() ? alt : told;
      if (child.is("w:txbxContent")) {
        boxes.add(child);
      } else if (child.is("a:blip")) {
        picture(child.get("r:embed"), child.get("r:link"), alt, look);
      } else if (child.is("v:imagedata")) {
        picture(child.get("r:id"), child.get("r:href"), alt, look);
      } else if (child.is("mc:AlternateContent")) {
        drawing(chosen(child), look, alt, alone);
      } else if (child.name().matches("chart|relIds|OLEObject")) {
        reading.object();
      } else {
        drawing(child, look, alt, alone);
      }
    }
    if (alone && !size.get("cx").isEmpty() && !pieces.isEmpty()) {
      Optional<Element> image = pieces.get(pieces.size() - 1).element();
      image
          .filter(each -> each.normalName().equals("img"))
          .ifPresent(
              each ->
                  each.attr("width", pixels(size.get("cx")))
                      .attr("height", pixels(size.get("cy"))));
    }
  }

  private static String pixels(String emu) {
    return Integer.toString(Math.max(2, XmlNode.number(emu, 9_525_000) / 9525));
  }

  private void picture(String embedded, String linked, String alt, RunLook look)
      throws IOException {
    Optional<Relations.Target> target = relations.get(embedded).or(() -> relations.get(linked));
    if (target.isEmpty() || look.hidden()) {
      return;
    }
    // what lies outside is not fetched: its address is told, and the text leads there
    String address =
        target.get().external()
            ? target.get().address()
            : reading.pictures().address(target.get().address()).orElse("");
    if (!address.isEmpty() || !alt.isEmpty()) {
      pieces.add(Piece.element(new Element("img").attr("src", address).attr("alt", alt), look));
    }
  }
}
