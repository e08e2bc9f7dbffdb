package vn.cachlamhay.word;

import java.util.ArrayDeque;
import java.util.Deque;
import org.jsoup.nodes.Element;

/**
 * Puts blocks one after the other: items into lists within lists, captions to their pictures. For
 * one place in the text and one thread.
 */
final class Flow {

  private final Element into;
  private final Deque<Open> open = new ArrayDeque<>();
  private boolean captionWaits;

  Flow(Element into) {
    this.into = into;
  }

  /** A list that may go on; the next number, or -1 for bullets. */
  private record Open(int level, Element list, int next) {}

  Element into() {
    return into;
  }

  /** Adds a block that is no item. */
  void block(Element block) {
    open.clear();
    Element last = into.lastElementChild();
    boolean captioned = captionWaits && last != null && isPicture(block);
    captionWaits = false;
    if (captioned) {
      last.remove();
      figure(block, last);
    } else {
      into.appendChild(block);
    }
  }

  /** Adds a caption: to the picture before it, or else to the one that follows. */
  void caption(Element caption) {
    open.clear();
    Element last = into.lastElementChild();
    if (last != null && isPicture(last)) {
      last.remove();
      figure(last, caption);
    } else {
      captionWaits = !caption.text().matches("(?iu)(?:bảng|biểu|table)\\b.*");
      into.appendChild(caption);
    }
  }

  /** A paragraph with a picture and its caption. */
  void captioned(Element picture, Element caption) {
    open.clear();
    figure(picture, caption);
  }

  private void figure(Element picture, Element caption) {
    Element figure = into.appendElement("figure");
    picture.select("img").forEach(figure::appendChild);
    Element words = figure.appendElement("figcaption");
    while (caption.childNodeSize() > 0) {
      words.appendChild(caption.childNode(0));
    }
  }

  private static boolean isPicture(Element block) {
    return block.normalName().equals("p")
        && !block.select("img").isEmpty()
        && block.text().isBlank();
  }

  /** Adds an item. */
  void item(Numbering.Mark mark, Element paragraph) {
    captionWaits = false;
    while (!open.isEmpty() && open.peek().level() > mark.level()) {
      open.pop();
    }
    boolean same = !open.isEmpty() && open.peek().level() == mark.level();
    int next = mark.bullet() ? -1 : mark.number();
    if (same && open.peek().next() != next) {
      open.pop();
      same = false;
    }
    if (!mark.bullet() && mark.number() < 0) {
      // a) and I. are no lists of Markdown: the mark stays as it is written
      paragraph.prependText(mark.text() + " ");
      place().appendChild(paragraph);
      return;
    }
    Element list;
    if (same) {
      list = open.pop().list();
    } else {
      list = place().appendElement(mark.bullet() ? "ul" : "ol");
      if (mark.number() > 1 || mark.number() == 0) {
        list.attr("start", Integer.toString(mark.number()));
      }
    }
    Element item = list.appendElement("li");
    while (paragraph.childNodeSize() > 0) {
      item.appendChild(paragraph.childNode(0));
    }
    open.push(new Open(mark.level(), list, mark.bullet() ? -1 : mark.number() + 1));
  }

  /** Where a list of a deeper level goes: into the item before it. */
  private Element place() {
    return open.isEmpty() ? into : open.peek().list().lastElementChild();
  }
}
