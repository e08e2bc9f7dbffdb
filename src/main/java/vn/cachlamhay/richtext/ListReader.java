package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Reads a list of HTML, also as Google Docs and Word for the web nest theirs. For one list. */
final class ListReader {

  private final Function<Element, List<Block>> content;
  private final Function<Element, List<Block>> nested;
  private final List<List<Block>> items = new ArrayList<>();
  private final List<Block> flat = new ArrayList<>();

  /**
   * @param content what stands in an item
   * @param nested the blocks of a list that stands right in the list
   */
  ListReader(Function<Element, List<Block>> content, Function<Element, List<Block>> nested) {
    this.content = content;
    this.nested = nested;
  }

  List<Block> read(Element list) {
    boolean ordered = list.normalName().equals("ol");
    for (Node node : list.childNodes()) {
      if (node instanceof TextNode words && !SpecialLetters.isBlank(words.getWholeText())) {
        var inline = new Inline.Words(words.getWholeText(), Look.PLAIN, "");
        items.add(List.of(new Block.Paragraph(List.of(inline))));
      } else if (node instanceof Element item) {
        add(item, ordered);
      }
    }
    var blocks = new ArrayList<>(flat);
    if (!items.isEmpty()) {
      String start = list.attr("start");
      int first = start.matches("\\d{1,9}") ? Integer.parseInt(start) : 1;
      blocks.add(new Block.Listing(ordered, first, List.copyOf(items)));
    }
    return blocks;
  }

  private void add(Element item, boolean ordered) {
    if (item.normalName().matches("ul|ol")) {
      addNested(nested.apply(item));
      return;
    }
    List<Block> blocks = content.apply(item);
    if (blocks.isEmpty()) {
      return;
    }
    // Word for the web has a list for each item, which tells its level itself
    String told = item.attr("data-aria-level");
    if (told.matches("[1-9]") && blocks.get(0) instanceof Block.Paragraph paragraph) {
      int number =
          ordered ? Headings.number(item.attr("data-aria-posinset")) : Block.FlatItem.BULLET;
      flat.add(new Block.FlatItem(Integer.parseInt(told), number, paragraph.line()));
      flat.addAll(blocks.subList(1, blocks.size()));
    } else {
      items.add(blocks);
    }
  }

  /** A list right in a list belongs to the item before it. */
  private void addNested(List<Block> blocks) {
    if (blocks.isEmpty()) {
      return;
    }
    if (items.isEmpty()) {
      items.add(blocks);
    } else {
      var joined = new ArrayList<>(items.get(items.size() - 1));
      joined.addAll(blocks);
      items.set(items.size() - 1, joined);
    }
  }
}
