package vn.cachlamhay.chart;

import java.util.Locale;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.text.VietnameseNumbers;

/**
 * Writes a drawing as SVG that stands inside a page: nothing in it asks for a style of its own (the
 * pages' policy forbids such), so it is drawn in the colour of the text wherever it is shown. Not
 * thread-safe.
 */
public final class Svg {

  private final StringBuilder inside = new StringBuilder();

  /** A text as it may stand between tags and in attributes. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** A number as a chart says it: an exact one in one form, any other as it was written. */
  public static String label(Quantity quantity) {
    return quantity.isExact() && quantity.whole().isEmpty()
        ? VietnameseNumbers.text(quantity.value()) + (quantity.unit().equals("%") ? "%" : "")
        : quantity.written();
  }

  /** The beginning of a text of at most so many letters, that ends with a whole word. */
  public static String shortened(String text, int most) {
    if (text.length() <= most) {
      return text;
    }
    int end = text.lastIndexOf(' ', most - 1);
    return text.substring(0, end > 0 ? end : most - 1).replaceFirst("[\\s,;:–-]+$", "") + "…";
  }

  /** A text whose left end stands at x; y is its base line. */
  public Svg text(String kind, Number x, Number y, String text) {
    return add("<text class=\"%s\" x=\"%s\" y=\"%s\">%s</text>", kind, x, y, escape(text));
  }

  /** A filled bar. */
  public Svg bar(String kind, Number x, Number y, Number width, Number height) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\"/>",
        kind, x, y, width, height);
  }

  /** A bar of which only the outline is drawn, so that it differs without colours. */
  public Svg outline(String kind, Number x, Number y, Number width, Number height) {
    return add(
        "<rect class=\"%s\" x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\" fill=\"none\""
            + " stroke=\"currentColor\" stroke-dasharray=\"3 2\"/>",
        kind, x, y, width, height);
  }

  /** Anything else, with {@link String#format} and without a locale. */
  public Svg add(String format, Object... values) {
    inside.append(String.format(Locale.ROOT, format, values));
    return this;
  }

  /**
   * The whole drawing.
   *
   * @param title what a screen reader says of it
   */
  public String picture(String title, int width, int height) {
    return String.format(
        Locale.ROOT,
        "<svg role=\"img\" aria-label=\"%s\" viewBox=\"0 0 %d %d\" fill=\"currentColor\">%s</svg>",
        escape(title),
        width,
        height,
        inside);
  }
}
