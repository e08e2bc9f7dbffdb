package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;

/** Puts blocks together that belong together: items to lists, captions to pictures. Stateless. */
final class Grouping {

  private Grouping() {}

  static List<Block> of(List<Block> blocks) {
    return captions(lists(blocks));
  }

  private static List<Block> lists(List<Block> blocks) {
    var out = new ArrayList<Block>();
    for (int i = 0; i < blocks.size(); i++) {
      if (!(blocks.get(i) instanceof Block.FlatItem)) {
        out.add(blocks.get(i));
        continue;
      }
      var run = new ArrayList<Block.FlatItem>();
      while (i < blocks.size() && blocks.get(i) instanceof Block.FlatItem item) {
        run.add(item);
        i++;
      }
      i--;
      out.addAll(nested(run));
    }
    return out;
  }

  /** Lists of a run of items; an item of a deeper level belongs to the one before it. */
  private static List<Block> nested(List<Block.FlatItem> run) {
    int top = run.stream().mapToInt(Block.FlatItem::level).min().orElse(1);
    var out = new ArrayList<Block>();
    var items = new ArrayList<List<Block>>();
    int kind = Block.FlatItem.TEXT;
    int start = 1;
    int i = 0;
    while (i < run.size()) {
      Block.FlatItem item = run.get(i);
      int end = i + 1;
      while (end < run.size() && run.get(end).level() > top) {
        end++;
      }
      // a run may begin with items deeper than what follows
      boolean orphan = item.level() > top;
      List<Block> below = nestedBelow(run.subList(orphan ? i : i + 1, end));
      int number = orphan ? Block.FlatItem.TEXT : item.number();
      if (!follows(kind, start + items.size(), number)) {
        finish(out, items, kind, start);
        items = new ArrayList<>();
        kind = kind(number);
        start = Math.max(number, 0);
      }
      var content = new ArrayList<Block>();
      if (!orphan) {
        content.add(new Block.Paragraph(item.line()));
      }
      content.addAll(below);
      if (kind(number) == Block.FlatItem.TEXT) {
        out.addAll(content);
      } else {
        items.add(List.copyOf(content));
      }
      i = end;
    }
    finish(out, items, kind, start);
    return out;
  }

  private static List<Block> nestedBelow(List<Block.FlatItem> run) {
    return run.isEmpty() ? List.of() : nested(run);
  }

  private static boolean follows(int kind, int next, int number) {
    return kind == kind(number) && kind != Block.FlatItem.TEXT && (number < 0 || number == next);
  }

  /** Bullet, text, or 0 for any number. */
  private static int kind(int number) {
    return Math.min(number, 0);
  }

  private static void finish(List<Block> out, List<List<Block>> items, int kind, int start) {
    if (!items.isEmpty()) {
      out.add(new Block.Listing(kind == 0, start, List.copyOf(items)));
    }
  }

  private static List<Block> captions(List<Block> blocks) {
    var out = new ArrayList<Block>();
    for (int i = 0; i < blocks.size(); i++) {
      Block block = blocks.get(i);
      boolean followed = i + 1 < blocks.size() && blocks.get(i + 1) instanceof Block.Caption;
      if (block instanceof Block.Picture picture && picture.caption().isEmpty() && followed) {
        Block.Caption caption = (Block.Caption) blocks.get(++i);
        out.add(joined(picture, caption));
      } else if (block instanceof Block.Caption caption) {
        out.add(new Block.Paragraph(caption.line()));
      } else {
        out.add(block);
      }
    }
    return out;
  }

  /** A caption is a title, which has no marks, links or notes; one that has stays a paragraph. */
  private static Block joined(Block.Picture picture, Block.Caption caption) {
    return new Block.Picture(picture.number(), picture.alt(), LineWriter.text(caption.line()));
  }
}
