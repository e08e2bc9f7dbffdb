package vn.cachlamhay.practice;

import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/**
 * Finds the lessons of a best practice: the items of the first list of that part, or, where it has
 * none, its paragraphs. Stateless.
 */
final class LessonFinder {

  private LessonFinder() {}

  /** Gives each lesson an anchor. */
  static List<Practice.Lesson> mark(
      Element body, List<Practice.Part> parts, PracticeReader.Anchors anchors) {
    return parts.stream()
        .filter(part -> part.kind() == PartKind.LESSONS)
        .map(part -> body.getElementById(part.section()))
        .flatMap(LessonFinder::elements)
        .map(element -> lesson(element, anchors))
        .filter(lesson -> !lesson.text().isEmpty())
        .toList();
  }

  private static Stream<Element> elements(Element section) {
    Element list = section.selectFirst("ul, ol");
    return list == null
        ? section.select("> p").stream().skip(section.child(0).normalName().equals("p") ? 1 : 0)
        : list.children().stream();
  }

  private static Practice.Lesson lesson(Element element, PracticeReader.Anchors anchors) {
    Element copy = element.clone();
    copy.select("sup").remove();
    if (element.id().isEmpty()) {
      element.id(anchors.next("kinh-nghiem"));
    }
    return new Practice.Lesson(copy.text().strip(), element.id());
  }
}
