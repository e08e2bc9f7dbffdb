package vn.cachlamhay.model;

import java.util.List;
import java.util.Optional;

/**
 * What was recognised in the text of an article: its parts by their headings, the steps of what was
 * done, the results in its tables. News may have results too. Immutable.
 *
 * @param parts in the order of the text; none for an article that is no best practice
 * @param steps the items of the first numbered list of the part {@link PartKind#STEPS}
 * @param figures in the order of the text
 * @param lessons the items of the first list of the part {@link PartKind#LESSONS}, or its
 *     paragraphs
 */
public record Practice(
    List<Part> parts, List<Step> steps, List<Figure> figures, List<Lesson> lessons) {

  /** Nothing was recognised. */
  public static final Practice NONE = new Practice(List.of(), List.of(), List.of(), List.of());

  /**
   * A part: what stands below a heading of the highest level.
   *
   * @param heading as written
   * @param anchor of the heading on the article's page
   * @param section id of the {@code section} element that holds heading and text
   */
  public record Part(PartKind kind, String heading, String anchor, String section) {}

  /**
   * A step.
   *
   * @param title its first sentence or its words in bold
   * @param anchor of the item on the article's page
   */
  public record Step(String title, String anchor) {}

  /**
   * What others may take with them.
   *
   * @param text in plain words
   * @param anchor on the article's page
   */
  public record Lesson(String text, String anchor) {}

  public Practice {
    parts = List.copyOf(parts);
    steps = List.copyOf(steps);
    figures = List.copyOf(figures);
    lessons = List.copyOf(lessons);
  }

  /** The first part of a kind. */
  public Optional<Part> part(PartKind kind) {
    return parts.stream().filter(part -> part.kind() == kind).findFirst();
  }
}
