package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Reads the blocks of a part of a document. Elements that mean nothing of their own are looked
 * through, whatever stands in whatever: browsers and word processors nest freely. For one part and
 * one thread.
 */
final class BlockReader {

  /** Deeper nesting is read as plain text. */
  private static final int DEEPEST = 120;

  private static final Set<String> BLOCKS =
      Set.of(
          "address",
          "article",
          "body",
          "caption",
          "center",
          "dd",
          "details",
          "div",
          "dl",
          "dt",
          "fieldset",
          "figcaption",
          "figure",
          "footer",
          "form",
          "header",
          "hgroup",
          "legend",
          "main",
          "p",
          "section",
          "summary");

  /**
   * What all parts of a document share.
   *
   * @param office whether a word processor wrote it
   */
  record Source(
      Css css,
      Notes notes,
      Pictures pictures,
      LegacyFonts fonts,
      Notices notices,
      boolean office) {}

  private final Source source;
  private final Looks looks;
  private final List<Inline> line = new ArrayList<>();
  private final List<Block> after = new ArrayList<>();
  private List<Block> blocks = new ArrayList<>();

  BlockReader(Source source) {
    this.source = source;
    this.looks = new Looks(source.css());
  }

  /** Reads what stands in an element. */
  List<Block> read(Element element) {
    children(element, new Looks.Seen(Look.PLAIN, "", "", false), 0);
    flush();
    return Grouping.of(blocks);
  }

  private void children(Element element, Looks.Seen seen, int depth) {
    for (Node node : element.childNodes()) {
      if (node instanceof TextNode words) {
        words(source.fonts().unicode(seen.font(), words.getWholeText(), element), seen);
      } else if (node instanceof Element child && depth < DEEPEST) {
        element(child, seen, depth + 1);
      } else if (node instanceof Element deep) {
        words(source.fonts().unicode(seen.font(), deep.wholeText(), deep), seen);
      }
    }
  }

  private void words(String text, Looks.Seen seen) {
    if (!seen.preserved()) {
      line.add(new Inline.Words(text, seen.look(), seen.link()));
      return;
    }
    boolean first = true;
    for (String part : text.split("\r?\n", -1)) {
      if (!first) {
        line.add(new Inline.Break());
      }
      first = false;
      line.add(new Inline.Words(part, seen.look(), seen.link()));
    }
  }

  private void element(Element element, Looks.Seen outer, int depth) {
    String name = element.normalName();
    int note = source.notes().number(element);
    if (note > 0) {
      trimLine();
      line.add(new Inline.Note(note));
      return;
    }
    if (name.equals("br")) {
      line.add(new Inline.Break());
      return;
    }
    if (name.equals("img")) {
      image(element, outer);
      return;
    }
    Looks.Seen seen = looks.of(element, outer);
    if (name.equals("table")) {
      table(element, seen, depth);
    } else if (name.equals("ul") || name.equals("ol")) {
      list(element, seen, depth);
    } else if (name.equals("blockquote") || element.is(".MsoQuote, .MsoIntenseQuote")) {
      flush();
      blocks.add(new Block.Quote(inside(element, seen, depth)));
    } else if (name.equals("hr")) {
      flush();
      blocks.add(new Block.Rule());
    } else if (BLOCKS.contains(name)
        || name.matches("h[1-6]|pre|li|tr|td|th")
        || looks.isBlock(element)) {
      block(element, seen, depth);
    } else {
      children(element, seen, depth);
    }
  }

  /** A reference to a note follows its word without a space. */
  private void trimLine() {
    for (int last = line.size() - 1; last >= 0; last--) {
      if (!(line.get(last) instanceof Inline.Words words)) {
        return;
      }
      String text = SpecialLetters.withoutSpaceAtEnd(words.text());
      line.set(last, new Inline.Words(text, words.look(), words.link()));
      if (!text.isEmpty()) {
        return;
      }
    }
  }

  private void block(Element element, Looks.Seen seen, int depth) {
    flush();
    boolean caption = element.normalName().equals("figcaption") || element.hasClass("MsoCaption");
    int heading = Headings.level(element, source.css());
    WordList.Mark mark = WordList.mark(element, source.css());
    if (caption) {
      children(element, seen, depth);
      end(Block.Caption::new);
    } else if (heading > 0) {
      line.add(new Inline.Words(mark.text(), seen.look(), ""));
      children(element, seen, depth);
      end(words -> new Block.Heading(heading, words));
    } else if (mark.level() > 0) {
      line.add(new Inline.Words(mark.text(), seen.look(), ""));
      children(element, seen, depth);
      end(words -> new Block.FlatItem(mark.level(), mark.number(), words));
    } else {
      children(element, seen, depth);
    }
    flush();
  }

  /** Makes a block of its own kind of the line. */
  private interface Maker {
    Block make(List<Inline> words);
  }

  private void flush() {
    end(Block.Paragraph::new);
  }

  /** Ends the line; two breaks end a paragraph too. */
  private void end(Maker maker) {
    var part = new ArrayList<Inline>();
    int breaks = 0;
    for (Inline inline : line) {
      boolean blank = inline instanceof Inline.Words words && SpecialLetters.isBlank(words.text());
      if (inline instanceof Inline.Break) {
        breaks++;
      } else if (!blank) {
        if (breaks > 1) {
          add(maker, part);
          part.clear();
        }
        breaks = 0;
      }
      part.add(inline);
    }
    add(maker, part);
    line.clear();
    blocks.addAll(after);
    after.clear();
  }

  private void add(Maker maker, List<Inline> part) {
    if (hasWords(part)) {
      blocks.add(maker.make(List.copyOf(part)));
    }
  }

  private static boolean hasWords(List<Inline> part) {
    return part.stream()
        .anyMatch(
            inline ->
                inline instanceof Inline.Words words
                    ? !SpecialLetters.isBlank(words.text())
                    : !(inline instanceof Inline.Break));
  }

  private void image(Element image, Looks.Seen seen) {
    String alt = PictureWords.of(image);
    if (PictureWords.isDecoration(image)) {
      // smileys are pictures in many a web page, and stand in their description
      line.add(new Inline.Words(PictureWords.smiley(image), seen.look(), seen.link()));
    } else if (source.pictures().isElsewhere(image)) {
      source.pictures().leave();
      String words = alt.isEmpty() ? "Ảnh" : "Ảnh: " + alt;
      String link = LinkAddress.of(withScheme(image.attr("src"))).orElse("");
      flushBefore(new Block.Paragraph(List.of(new Inline.Words(words, Look.PLAIN, link))));
    } else {
      int number = source.pictures().number(image);
      if (number > 0) {
        flushBefore(new Block.Picture(number, alt, ""));
      } else if (!alt.isEmpty()) {
        var words = new Inline.Words("Ảnh: " + alt, Look.PLAIN.withItalic(true), "");
        flushBefore(new Block.Paragraph(List.of(words)));
      }
    }
  }

  private static String withScheme(String address) {
    return address.strip().startsWith("//") ? "https:" + address.strip() : address;
  }

  /** A picture stands alone: before the paragraph that it begins, or else after it. */
  private void flushBefore(Block block) {
    if (hasWords(line)) {
      after.add(block);
    } else {
      blocks.add(block);
    }
  }

  private void list(Element list, Looks.Seen seen, int depth) {
    flush();
    var reader =
        new ListReader(
            item -> inside(item, looks.of(item, seen), depth),
            inner -> depth < DEEPEST ? captured(() -> list(inner, seen, depth + 1)) : flat(inner));
    blocks.addAll(reader.read(list));
  }

  /** What is nested too deep: its words. */
  private static List<Block> flat(Element element) {
    var words = new Inline.Words(element.wholeText(), Look.PLAIN, "");
    return List.of(new Block.Paragraph(List.of(words)));
  }

  private void table(Element table, Looks.Seen seen, int depth) {
    flush();
    var reader =
        new TableReader(source, cell -> inside(cell, looks.of(cell, seen.withoutBold()), depth));
    blocks.addAll(reader.read(table));
  }

  private List<Block> inside(Element element, Looks.Seen seen, int depth) {
    return captured(() -> children(element, seen, depth));
  }

  /** The blocks that something adds. */
  private List<Block> captured(Runnable reading) {
    List<Block> outer = blocks;
    blocks = new ArrayList<>();
    reading.run();
    flush();
    List<Block> inner = Grouping.of(blocks);
    blocks = outer;
    return inner;
  }
}
