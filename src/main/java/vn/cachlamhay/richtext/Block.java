package vn.cachlamhay.richtext;

import java.util.List;

/** A part of a text that stands by itself. Immutable. */
sealed interface Block {

  /**
   * A heading.
   *
   * @param level as the source has it, 1 the highest
   */
  record Heading(int level, List<Inline> line) implements Block {}

  /** A paragraph. */
  record Paragraph(List<Inline> line) implements Block {}

  /**
   * A picture that stands alone.
   *
   * @param number of the picture
   * @param alt what it shows
   * @param caption below it, or empty
   */
  record Picture(int number, String alt, String caption) implements Block {}

  /** The line below a picture, until it is joined with the picture. */
  record Caption(List<Inline> line) implements Block {}

  /** A quotation. */
  record Quote(List<Block> blocks) implements Block {}

  /** A line across the page. */
  record Rule() implements Block {}

  /**
   * A list.
   *
   * @param ordered whether its items are numbered
   * @param start the first number
   */
  record Listing(boolean ordered, int start, List<List<Block>> items) implements Block {}

  /**
   * An item as word processors write it, a paragraph with a mark before it.
   *
   * @param level 1 the outermost
   * @param number of an item in a numbered list; {@link #BULLET}, or {@link #TEXT} where the mark
   *     is part of the text
   */
  record FlatItem(int level, int number, List<Inline> line) implements Block {

    static final int BULLET = -1;
    static final int TEXT = -2;
  }

  /**
   * A table.
   *
   * @param rows all with the same number of cells; the first is the header
   */
  record Table(List<List<List<Inline>>> rows) implements Block {}
}
