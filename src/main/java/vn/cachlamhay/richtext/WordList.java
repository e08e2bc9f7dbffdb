package vn.cachlamhay.richtext;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.cachlamhay.text.VietnameseText;

/**
 * Items of lists as Word writes them: paragraphs whose style names list and level, with the mark as
 * text in a span of its own. Stateless.
 */
final class WordList {

  private static final Pattern LEVEL = Pattern.compile("l\\d+\\s+level([1-9])\\s+lfo\\d+.*");
  private static final Pattern NUMBER = Pattern.compile("([0-9]{1,8})[.)]");
  private static final Pattern LENGTH = Pattern.compile("(-?[\\d.]{1,6})(in|pt|cm|mm|px)");

  /** What a level is indented by in Word, in points. */
  private static final double INDENT = 36;

  private WordList() {}

  /**
   * The mark of a paragraph.
   *
   * @param level 0 where the paragraph is in no list
   * @param number of the item, as {@link Block.FlatItem} has it
   * @param text of the mark where it is to stay, with a space, or empty
   */
  record Mark(int level, int number, String text) {

    static final Mark NONE = new Mark(0, Block.FlatItem.BULLET, "");
  }

  /** The mark of a paragraph, which is taken out of it. */
  static Mark mark(Element paragraph, Css css) {
    if (!paragraph.hasAttr("class") && !paragraph.hasAttr("style")) {
      return Mark.NONE;
    }
    Matcher level = LEVEL.matcher(css.value(paragraph, "mso-list"));
    Element span = paragraph.selectFirst("[style*=mso-list:Ignore], [style*='mso-list: Ignore']");
    if (span == null && !paragraph.className().startsWith("MsoListParagraph")) {
      return Mark.NONE;
    }
    if (span == null) {
      span = filtered(paragraph);
    }
    if (span == null) {
      return Mark.NONE;
    }
    boolean symbol = isSymbol(span, paragraph, css);
    String text = VietnameseText.tidy(span.wholeText());
    span.remove();
    int told = level.matches() ? Headings.number(level.group(1)) : indented(paragraph, css);
    Matcher number = NUMBER.matcher(text);
    if (number.matches()) {
      return new Mark(told, Integer.parseInt(number.group(1)), headingMark(paragraph, css, text));
    }
    boolean bullet = symbol || text.chars().noneMatch(Character::isLetterOrDigit);
    return bullet
        ? new Mark(told, Block.FlatItem.BULLET, "")
        : new Mark(told, Block.FlatItem.TEXT, text + " ");
  }

  /** The number of a heading is part of it. */
  private static String headingMark(Element paragraph, Css css, String text) {
    return Headings.level(paragraph, css) > 0 ? text + " " : "";
  }

  /** In "filtered" HTML only the font of the gap after the mark tells where the mark is. */
  private static Element filtered(Element paragraph) {
    Element gap = paragraph.selectFirst("[style*='7.0pt']");
    boolean found =
        gap != null
            && SpecialLetters.isBlank(gap.wholeText())
            && gap.parent() != null
            && gap.parent() != paragraph
            && gap.parent().wholeText().strip().length() < 12;
    if (found) {
      return gap.parent();
    }
    boolean direct = gap != null && SpecialLetters.isBlank(gap.wholeText());
    return direct && gap.parent() == paragraph ? before(paragraph, gap) : null;
  }

  /** The mark stands right in the paragraph: whatever comes before the gap. */
  private static Element before(Element paragraph, Element gap) {
    var span = new Element("span");
    while (paragraph.childNode(0) != gap) {
      span.appendChild(paragraph.childNode(0));
    }
    span.appendChild(gap);
    paragraph.prependChild(span);
    return span.wholeText().strip().length() < 12 ? span : null;
  }

  private static boolean isSymbol(Element span, Element paragraph, Css css) {
    for (Element e = span; e != null && e != paragraph; e = e.parent()) {
      if (css.value(e, "font-family").matches("(?s).*(symbol|wingdings|webdings|courier).*")) {
        return true;
      }
    }
    Element within = span.selectFirst("[style*=Symbol], [style*=Wingdings], [style*=Courier]");
    return within != null;
  }

  private static int indented(Element paragraph, Css css) {
    Matcher length = LENGTH.matcher(css.value(paragraph, "margin-left"));
    if (!length.matches()) {
      return 1;
    }
    double points;
    try {
      points = Double.parseDouble(length.group(1)) * pointsOf(length.group(2));
    } catch (NumberFormatException e) {
      // two decimal points: as good as no indent
      return 1;
    }
    return (int) Math.max(1, Math.min(9, Math.round(points / INDENT)));
  }

  private static double pointsOf(String unit) {
    if (unit.equals("in")) {
      return 72;
    }
    if (unit.equals("cm")) {
      return 28.35;
    }
    if (unit.equals("mm")) {
      return 2.835;
    }
    return unit.equals("px") ? 0.75 : 1;
  }
}
