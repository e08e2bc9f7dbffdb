package vn.cachlamhay.search;

import java.util.List;

/**
 * Text with the words in it that were asked for. Immutable.
 *
 * @param marks in their order; words side by side are one
 */
public record Passage(String text, List<Mark> marks) {

  public Passage {
    marks = List.copyOf(marks);
  }

  /** From where to where such words stand. */
  public record Mark(int start, int end) {}
}
