package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Writes blocks as the Markdown of an article. Immutable and thread-safe. */
final class MarkdownWriter {

  /** Articles have their title above the text, so the highest heading within is the second. */
  private static final int HIGHEST = 2;

  private static final int LOWEST = 6;

  private final LineWriter lines;
  private final int firstNote;

  /**
   * @param firstNote the number of the first note
   */
  MarkdownWriter(int firstNote) {
    this.firstNote = firstNote;
    this.lines = new LineWriter(firstNote);
  }

  /**
   * The Markdown of a text; empty or ending in a line end.
   *
   * @param notes the blocks of each note, in the order of their numbers
   */
  String write(List<Block> body, List<List<Block>> notes) {
    List<Integer> levels = levels(body);
    var parts = new ArrayList<String>();
    String text = blocks(body, levels);
    if (!text.isEmpty()) {
      parts.add(text);
    }
    int number = firstNote;
    var noted = new ArrayList<String>();
    for (List<Block> note : notes) {
      String content = blocks(note, levels);
      String mark = "[^" + number + "]:";
      noted.add(content.isEmpty() ? mark : indented(mark + " ", "    ", content));
      number++;
    }
    if (!noted.isEmpty()) {
      parts.add(String.join("\n", noted));
    }
    return parts.isEmpty() ? "" : String.join("\n\n", parts) + "\n";
  }

  /** The levels that are there, the highest first. */
  private static List<Integer> levels(List<Block> blocks) {
    var levels = new TreeSet<Integer>();
    addLevels(blocks, levels);
    return List.copyOf(levels);
  }

  private static void addLevels(List<Block> blocks, TreeSet<Integer> levels) {
    for (Block block : blocks) {
      if (block instanceof Block.Heading heading) {
        levels.add(heading.level());
      } else if (block instanceof Block.Quote quote) {
        addLevels(quote.blocks(), levels);
      } else if (block instanceof Block.Listing list) {
        list.items().forEach(item -> addLevels(item, levels));
      }
    }
  }

  private String blocks(List<Block> blocks, List<Integer> levels) {
    var out = new StringBuilder();
    Block before = null;
    boolean other = false;
    for (Block block : blocks) {
      other = isSameKind(before, block) && !other;
      String text = block(block, levels, other);
      if (!text.isEmpty()) {
        out.append(out.isEmpty() ? "" : "\n\n").append(text);
        before = block;
      }
    }
    return out.toString();
  }

  /** Two lists of one kind, one after the other, need different marks to stay two. */
  private static boolean isSameKind(Block before, Block block) {
    return before instanceof Block.Listing one
        && block instanceof Block.Listing two
        && one.ordered() == two.ordered();
  }

  private String block(Block block, List<Integer> levels, boolean other) {
    if (block instanceof Block.Heading heading) {
      int level = Math.max(0, levels.indexOf(heading.level()));
      String text = lines.write(heading.line(), LineWriter.Place.HEADING);
      return text.isEmpty() ? "" : "#".repeat(Math.min(HIGHEST + level, LOWEST)) + " " + text;
    }
    if (block instanceof Block.Paragraph paragraph) {
      return lines.write(paragraph.line(), LineWriter.Place.TEXT);
    }
    if (block instanceof Block.Picture picture) {
      return LineWriter.picture(picture.number(), picture.alt(), picture.caption());
    }
    if (block instanceof Block.Quote quote) {
      return blocks(quote.blocks(), levels)
          .lines()
          .map(line -> line.isEmpty() ? ">" : "> " + line)
          .collect(Collectors.joining("\n"));
    }
    if (block instanceof Block.Listing list) {
      return listing(list, levels, other);
    }
    return block instanceof Block.Table table ? new TableWriter(lines).write(table) : "---";
  }

  private String listing(Block.Listing list, List<Integer> levels, boolean other) {
    var items = new ArrayList<String>();
    int number = list.start();
    boolean tight = list.items().stream().allMatch(MarkdownWriter::isTight);
    for (List<Block> item : list.items()) {
      String mark = list.ordered() ? number + (other ? ") " : ". ") : other ? "* " : "- ";
      String content = tight ? tight(item, levels) : blocks(item, levels);
      items.add(indented(mark, " ".repeat(mark.length()), content));
      number++;
    }
    return String.join(tight ? "\n" : "\n\n", items);
  }

  /** One paragraph, and lists below it that are tight themselves. */
  private static boolean isTight(List<Block> item) {
    for (int i = 0; i < item.size(); i++) {
      boolean fits =
          i == 0
              ? item.get(0) instanceof Block.Paragraph
              : item.get(i) instanceof Block.Listing list
                  && list.items().stream().allMatch(MarkdownWriter::isTight)
                  && (!list.ordered() || list.start() == 1);
      if (!fits) {
        return false;
      }
    }
    return true;
  }

  private String tight(List<Block> item, List<Integer> levels) {
    var out = new ArrayList<String>();
    Block before = null;
    boolean other = false;
    for (Block block : item) {
      other = isSameKind(before, block) && !other;
      out.add(block(block, levels, other));
      before = block;
    }
    return String.join("\n", out);
  }

  private static String indented(String first, String rest, String text) {
    return first + text.replace("\n", "\n" + rest).replaceAll("(?m)^[ ]+$", "");
  }
}
