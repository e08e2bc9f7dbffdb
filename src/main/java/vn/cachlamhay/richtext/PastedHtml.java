package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/**
 * HTML as a clipboard hands it over, taken apart: pictures that stand in it as Base64 are set aside
 * before anything is parsed, so that they cost neither time nor memory.
 *
 * @param document what is between the clipboard's marks, with the style sheets before it
 * @param pictures what stood in the addresses; the address is now {@link #SCHEME} and the number
 */
record PastedHtml(Document document, List<String> pictures) {

  /** Of the addresses that stand in for pictures. */
  static final String SCHEME = "x-dan-anh:";

  private static final String DATA = "data:image/";
  private static final String START = "<!--StartFragment-->";
  private static final String END = "<!--EndFragment-->";

  /**
   * How much markup is looked at, without pictures: a hundred pages of Word, and little enough to
   * be converted within seconds.
   */
  static final int MOST_MARKUP = 3_000_000;

  static boolean isTooLong(String markup) {
    return markup.length() > MOST_MARKUP;
  }

  /** Sets the pictures aside; the text that is left is the first value of the list. */
  static List<String> apart(String html) {
    var parts = new ArrayList<String>();
    parts.add("");
    var markup = new StringBuilder();
    int from = 0;
    int at = html.indexOf(DATA);
    while (at >= 0) {
      int end = at;
      while (end < html.length() && "\"'>)".indexOf(html.charAt(end)) < 0) {
        end++;
      }
      // a short one is no picture worth the trouble, and many short ones would be no saving
      if (end - at > 200) {
        markup.append(html, from, at).append(SCHEME).append(parts.size() - 1);
        parts.add(html.substring(at, end));
        from = end;
      }
      at = html.indexOf(DATA, Math.max(end, at + 1));
    }
    markup.append(html, from, html.length());
    parts.set(0, markup.toString());
    return parts;
  }

  /** Parses what {@link #apart} gave. */
  static PastedHtml parse(List<String> parts) {
    String markup = parts.get(0);
    int start = markup.indexOf(START);
    if (start >= 0) {
      int end = markup.lastIndexOf(END);
      String fragment =
          markup.substring(start + START.length(), end > start ? end : markup.length());
      // with the style sheets of the head, and the table or list that the fragment stands in
      markup = markup.substring(0, start) + fragment;
    }
    Document document = Jsoup.parse(markup);
    document.outputSettings().prettyPrint(false);
    return new PastedHtml(document, List.copyOf(parts.subList(1, parts.size())));
  }
}
