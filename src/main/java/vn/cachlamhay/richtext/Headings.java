package vn.cachlamhay.richtext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Tells headings from paragraphs. Stateless. */
final class Headings {

  private static final Pattern TAG = Pattern.compile("h([1-6])");
  private static final Pattern NAME =
      Pattern.compile("(?i)(?:.*\\s)?(?:Mso)?Heading[-_]?([1-9])(?:Char)?(?:\\s.*)?");

  private Headings() {}

  /** The level of a heading, 1 to 9; 0 of anything else. */
  static int level(Element element, Css css) {
    Matcher tag = TAG.matcher(element.normalName());
    if (tag.matches()) {
      return number(tag.group(1));
    }
    if (element.hasClass("MsoTitle")) {
      return 1;
    }
    Matcher name = NAME.matcher(element.className());
    if (name.matches() && !element.normalName().equals("div")) {
      return number(name.group(1));
    }
    if (element.attr("role").equals("heading")) {
      return Math.max(1, Math.min(9, number(element.attr("aria-level"))));
    }
    String outline = css.value(element, "mso-outline-level");
    return outline.matches("[1-9]") ? number(outline) : 0;
  }

  /** A number as written; 0 where it is none. */
  static int number(String written) {
    return written.matches("\\d{1,9}") ? Integer.parseInt(written) : 0;
  }
}
