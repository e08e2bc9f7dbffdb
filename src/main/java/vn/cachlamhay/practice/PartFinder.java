package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;
import vn.cachlamhay.reference.PracticeTerms;

/**
 * Finds the parts of a best practice by their headings. Where no heading says what a part is about,
 * a line in bold type that does is taken for one. Immutable and thread-safe.
 */
final class PartFinder {

  private static final String HEADING = "h[1-6]";
  private static final int BOLD = 6;

  private final PracticeTerms terms;

  PartFinder(PracticeTerms terms) {
    this.terms = terms;
  }

  /** Wraps each part in a section; none where no heading is known. */
  List<Practice.Part> mark(Element body, PracticeReader.Anchors anchors) {
    OptionalInt top =
        body.children().stream()
            .filter(element -> kind(element) != PartKind.OTHER)
            .mapToInt(PartFinder::level)
            .min();
    var parts = new ArrayList<Practice.Part>();
    if (top.isPresent()) {
      for (Element heading : List.copyOf(body.children())) {
        if (level(heading) <= top.getAsInt() && isPart(heading, top.getAsInt())) {
          parts.add(wrap(heading, top.getAsInt(), anchors));
        }
      }
    }
    return parts;
  }

  private Practice.Part wrap(Element heading, int top, PracticeReader.Anchors anchors) {
    PartKind kind = kind(heading);
    String id = anchors.add("phan-" + kind.key());
    if (heading.id().isEmpty()) {
      heading.id(anchors.add("muc-" + kind.key()));
    }
    var section = new Element("section").addClass("part").addClass("part-" + kind.key()).id(id);
    var inside = new ArrayList<Node>();
    Node node = heading;
    do {
      inside.add(node);
      node = node.nextSibling();
    } while (node != null && !(node instanceof Element next && ends(next, top)));
    heading.before(section);
    inside.forEach(section::appendChild);
    return new Practice.Part(kind, words(heading), heading.id(), id);
  }

  /** Footnotes belong to the whole text. */
  private boolean ends(Element next, int top) {
    return next.hasClass("footnotes") || level(next) <= top && isPart(next, top);
  }

  /** Lines in bold type are headings only where they say what they are about. */
  private boolean isPart(Element element, int top) {
    return top < BOLD + 1 ? isHeading(element) : kind(element) != PartKind.OTHER;
  }

  private PartKind kind(Element element) {
    return isHeading(element) || isBoldLine(element)
        ? terms.kindOf(words(element))
        : PartKind.OTHER;
  }

  /** 1 to 6 of a heading, 7 of a line in bold type, more of everything else. */
  private static int level(Element element) {
    if (isHeading(element)) {
      return element.normalName().charAt(1) - '0';
    }
    return isBoldLine(element) ? BOLD + 1 : BOLD + 2;
  }

  private static boolean isHeading(Element element) {
    return element.normalName().matches(HEADING);
  }

  private static boolean isBoldLine(Element element) {
    return element.normalName().equals("p")
        && element.childrenSize() == 1
        && element.child(0).normalName().matches("strong|b")
        && element.ownText().matches("[\\s:.]*");
  }

  private static String words(Element heading) {
    Element copy = heading.clone();
    copy.select("sup").remove();
    return copy.text().replaceFirst("\\s*[:.]\\s*$", "").strip();
  }
}
