package vn.cachlamhay.richtext;

import java.util.List;
import org.jsoup.nodes.Element;

/** The pictures of a document, numbered from 1 as they are asked for. For one thread. */
interface Pictures {

  /** Whether a picture stays where it is, and the text only leads to it. */
  boolean isElsewhere(Element image);

  /** Counts a picture that stays where it is. */
  void leave();

  /** The number of the picture of an element; 0 where its content is not at hand. */
  int number(Element image);

  /** The pictures in the order of their numbers. */
  List<MarkdownText.Content> contents();

  /** Tells what is missing. */
  void tell(Notices notices);
}
