package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;

/** Makes one line with breaks of whatever stands in a cell of a table. Stateless. */
final class CellText {

  private CellText() {}

  /** Whether a block is lost in a cell of Markdown. */
  static boolean needsRoom(Block block) {
    return block instanceof Block.Table
        || block instanceof Block.Heading
        || block instanceof Block.Listing list && list.items().size() > 6;
  }

  static List<Inline> of(List<Block> blocks) {
    var line = new ArrayList<Inline>();
    add(blocks, "", line);
    return List.copyOf(line);
  }

  private static void add(List<Block> blocks, String mark, List<Inline> line) {
    String next = mark;
    for (Block block : blocks) {
      if (block instanceof Block.Listing list) {
        int number = list.start();
        for (List<Block> item : list.items()) {
          add(item, list.ordered() ? number++ + ". " : "\u2022 ", line);
        }
      } else if (block instanceof Block.Quote quote) {
        add(quote.blocks(), next, line);
      } else {
        addLine(words(block), next, line);
      }
      next = "";
    }
  }

  private static void addLine(List<Inline> words, String mark, List<Inline> line) {
    if (words.isEmpty()) {
      return;
    }
    if (!line.isEmpty()) {
      line.add(new Inline.Break());
    }
    if (!mark.isEmpty()) {
      line.add(new Inline.Words(mark, Look.PLAIN, ""));
    }
    line.addAll(words);
  }

  private static List<Inline> words(Block block) {
    if (block instanceof Block.Paragraph paragraph) {
      return paragraph.line();
    }
    if (block instanceof Block.Heading heading) {
      return heading.line();
    }
    if (block instanceof Block.Picture picture) {
      return List.of(new Inline.Image(picture.number(), picture.alt()));
    }
    return List.of();
  }
}
