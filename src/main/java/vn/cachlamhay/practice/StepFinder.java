package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jsoup.nodes.Element;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/**
 * Finds the steps of what was done: the items of the first numbered list of that part, or, where it
 * has none, its headings. Stateless.
 */
final class StepFinder {

  private static final int FEWEST = 2;
  private static final int LONGEST = 120;

  private StepFinder() {}

  /** Gives each step an anchor. */
  static List<Practice.Step> mark(
      Element body, List<Practice.Part> parts, PracticeReader.Anchors anchors) {
    Optional<Element> section =
        parts.stream()
            .filter(part -> part.kind() == PartKind.STEPS)
            .map(part -> body.getElementById(part.section()))
            .findFirst();
    if (section.isEmpty()) {
      return List.of();
    }
    Element list =
        section.get().select("ol").stream()
            .filter(
                ol -> ol.children().size() >= FEWEST && ol.closest("li, td, .footnotes") == null)
            .findFirst()
            .orElse(null);
    return list == null ? headings(section.get()) : items(list, anchors);
  }

  private static List<Practice.Step> items(Element list, PracticeReader.Anchors anchors) {
    var steps = new ArrayList<Practice.Step>();
    list.addClass("steps");
    for (Element item : list.children()) {
      String id = anchors.next("buoc");
      item.id(id);
      steps.add(new Practice.Step(title(item), id));
    }
    return steps;
  }

  private static List<Practice.Step> headings(Element section) {
    List<Element> headings = section.select("h2, h3, h4, h5, h6");
    return headings.size() <= FEWEST
        ? List.of()
        : headings.subList(1, headings.size()).stream()
            .filter(heading -> heading.normalName().equals(headings.get(1).normalName()))
            .map(heading -> new Practice.Step(heading.text(), heading.id()))
            .toList();
  }

  /** The words in bold type at the beginning, or the first sentence. */
  private static String title(Element item) {
    Element copy = item.clone();
    copy.select("sup, ol, ul").remove();
    Element first = copy.selectFirst("strong, b");
    boolean begins =
        first != null && copy.text().startsWith(first.text()) && !first.text().isBlank();
    String title = begins ? first.text() : sentence(copy.text());
    return title.replaceFirst("\\s*[.:;,]\\s*$", "").strip();
  }

  private static String sentence(String text) {
    String sentence = text.split("(?<=[.:;!?…])\\s", 2)[0];
    if (sentence.length() <= LONGEST) {
      return sentence;
    }
    int end = sentence.lastIndexOf(' ', LONGEST);
    return sentence.substring(0, end > 0 ? end : LONGEST) + " …";
  }
}
