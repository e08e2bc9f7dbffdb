package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;

/**
 * Goes through the lines of a text and puts together the text that comes of it: what has no line
 * left is gone, but for pictures and cells. For one text and one thread.
 */
final class LineWalk {

  private final Visitor visitor;

  /** Sees each line once. */
  @FunctionalInterface
  interface Visitor {

    /**
     * The line that shall stand there.
     *
     * @param level of a heading, otherwise 0
     */
    List<Inline> line(Passage.Kind kind, int level, List<Inline> line);
  }

  LineWalk(Visitor visitor) {
    this.visitor = visitor;
  }

  /** The blocks of a text. */
  List<Block> blocks(List<Block> blocks) {
    return blocks(blocks, Passage.Kind.PARAGRAPH);
  }

  /** The blocks of a note. */
  List<Block> note(List<Block> blocks) {
    return blocks(blocks, Passage.Kind.NOTE);
  }

  private List<Block> blocks(List<Block> blocks, Passage.Kind kind) {
    var changed = new ArrayList<Block>();
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        List<Inline> line = visitor.line(Passage.Kind.HEADING, heading.level(), heading.line());
        if (!line.isEmpty()) {
          changed.add(new Block.Heading(heading.level(), line));
        }
      } else if (block instanceof Block.Paragraph paragraph) {
        List<Inline> line = visitor.line(kind, 0, paragraph.line());
        if (!line.isEmpty()) {
          changed.add(new Block.Paragraph(line));
        }
      } else if (block instanceof Block.Picture picture) {
        changed.add(picture(picture));
      } else if (block instanceof Block.Quote quote) {
        List<Block> inner = blocks(quote.blocks(), Passage.Kind.QUOTE);
        if (!inner.isEmpty()) {
          changed.add(new Block.Quote(inner));
        }
      } else if (block instanceof Block.Listing list) {
        listing(list, changed);
      } else if (block instanceof Block.Table table) {
        changed.add(table(table));
      } else {
        changed.add(block);
      }
    }
    return changed;
  }

  private Block picture(Block.Picture picture) {
    List<Inline> caption = List.of(new Inline.Words(picture.caption(), Look.PLAIN, ""));
    List<Inline> line = visitor.line(Passage.Kind.PICTURE, 0, caption);
    String words = new LineText(line).letters().toString();
    return new Block.Picture(
        picture.number(), picture.alt(), words.replace('\n', ' ').replace("" + LineText.ATOM, ""));
  }

  private void listing(Block.Listing list, List<Block> changed) {
    var items = new ArrayList<List<Block>>();
    for (List<Block> item : list.items()) {
      List<Block> inner = blocks(item, Passage.Kind.ITEM);
      if (!inner.isEmpty()) {
        items.add(inner);
      }
    }
    if (!items.isEmpty()) {
      changed.add(new Block.Listing(list.ordered(), list.start(), items));
    }
  }

  private Block table(Block.Table table) {
    var rows = new ArrayList<List<List<Inline>>>();
    for (List<List<Inline>> row : table.rows()) {
      var cells = new ArrayList<List<Inline>>();
      for (List<Inline> cell : row) {
        cells.add(visitor.line(Passage.Kind.CELL, 0, cell));
      }
      rows.add(cells);
    }
    return new Block.Table(rows);
  }
}
