package vn.cachlamhay.page;

import java.util.List;

/**
 * The first page of a topic, ready to print.
 *
 * @param listing all its articles
 * @param guide HTML of what the topic is; may be empty
 * @param practices newest first
 * @param lessons of the practices
 * @param comparison of some of them, or null
 */
public record TopicView(
    Listing listing, String guide, List<Card> practices, List<Lessons> lessons, Link comparison) {

  /**
   * Lessons of a practice.
   *
   * @param source the practice
   * @param place where it is from, under its name of that day; may be empty
   */
  public record Lessons(Link source, String place, List<Lesson> items) {}

  /**
   * A lesson.
   *
   * @param anchor where it stands on the page of its practice
   */
  public record Lesson(String text, String anchor) {}
}
