package vn.cachlamhay.richtext;

import org.jsoup.nodes.Element;

/** What elements and their styles say of the look of the words in them. For one thread. */
final class Looks {

  private final Css css;

  Looks(Css css) {
    this.css = css;
  }

  /**
   * How words look at some place.
   *
   * @param link where they lead, or empty
   * @param font families, or empty
   * @param preserved whether line ends count
   */
  record Seen(Look look, String link, String font, boolean preserved) {

    Seen withoutBold() {
      return new Seen(look.withBold(false), link, font, preserved);
    }
  }

  /** The look inside an element. */
  Seen of(Element element, Seen outer) {
    String name = element.normalName();
    Look look = styled(element, named(name, outer.look()));
    String link =
        name.equals("a") && element.hasAttr("href")
            ? LinkAddress.of(element.attr("href")).orElse("")
            : outer.link();
    String font = css.value(element, "font-family");
    if (font.isEmpty()) {
      font = name.equals("font") ? element.attr("face") : "";
    }
    boolean preserved = outer.preserved() || name.equals("pre");
    return new Seen(look, link, font.isEmpty() ? outer.font() : font, preserved);
  }

  /** Whether the style sheet makes a block of an element. */
  boolean isBlock(Element element) {
    return element.hasAttr("style") && css.value(element, "display").equals("block");
  }

  private static Look named(String name, Look look) {
    if (name.equals("b") || name.equals("strong")) {
      return look.withBold(true);
    }
    if (name.equals("i") || name.equals("em") || name.equals("cite") || name.equals("dfn")) {
      return look.withItalic(true);
    }
    if (name.equals("s") || name.equals("strike") || name.equals("del")) {
      return look.withStruck(true);
    }
    if (name.equals("sup")) {
      return look.withRaise(Look.Raise.UP);
    }
    return name.equals("sub") ? look.withRaise(Look.Raise.DOWN) : look;
  }

  private Look styled(Element element, Look named) {
    if (!element.hasAttr("style") && !element.hasAttr("class")) {
      return named;
    }
    Look look = named;
    String weight = css.value(element, "font-weight");
    if (weight.matches("bold|bolder|[6-9]\\d\\d")) {
      look = look.withBold(true);
    } else if (weight.matches("normal|lighter|[1-5]\\d\\d")) {
      look = look.withBold(false);
    }
    String style = css.value(element, "font-style");
    if (style.startsWith("italic") || style.startsWith("oblique")) {
      look = look.withItalic(true);
    } else if (style.equals("normal")) {
      look = look.withItalic(false);
    }
    if (css.value(element, "text-decoration").contains("line-through")) {
      look = look.withStruck(true);
    }
    String align = css.value(element, "vertical-align");
    if (align.equals("super")) {
      look = look.withRaise(Look.Raise.UP);
    } else if (align.equals("sub")) {
      look = look.withRaise(Look.Raise.DOWN);
    }
    return look;
  }
}
