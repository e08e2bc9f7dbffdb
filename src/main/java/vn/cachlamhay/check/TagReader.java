package vn.cachlamhay.check;

import java.util.List;
import java.util.Locale;
import org.jsoup.parser.Parser;

/**
 * Reads the attributes of a page's tags, one after the other, and makes no tree of them: ten times
 * as fast, which counts where ten thousand pages are looked at. Follows the tokens of the HTML
 * standard; comments, scripts and styles are passed over. For one thread.
 */
final class TagReader {

  /** Elements that hold text, whatever it looks like. */
  private static final List<String> TEXT_ONLY =
      List.of("script", "style", "textarea", "title", "iframe", "xmp", "noembed", "noframes");

  private final String html;
  private final Attribute listener;
  private int at;

  /** Gets what is found. */
  interface Attribute {
    /**
     * @param name in lower case
     * @param value as it is meant, without escapes
     */
    void is(String name, String value);
  }

  private TagReader(String html, Attribute listener) {
    this.html = html;
    this.listener = listener;
  }

  /** Tells of every attribute of a page. */
  static void read(String html, Attribute listener) {
    new TagReader(html, listener).read();
  }

  private void read() {
    for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
      at++;
      if (html.startsWith("!--", at)) {
        skipPast("-->");
      } else if (isLetter(at)) {
        tag();
      } else if (at < html.length() && "!?/".indexOf(html.charAt(at)) >= 0) {
        skipPast(">");
      }
    }
  }

  private void skipPast(String end) {
    int found = html.indexOf(end, at);
    at = found < 0 ? html.length() : found + end.length();
  }

  private void tag() {
    String name = name();
    while (at < html.length() && html.charAt(at) != '>') {
      if (isSpace(at) || html.charAt(at) == '/') {
        at++;
      } else {
        attribute();
      }
    }
    if (TEXT_ONLY.contains(name)) {
      skipText(name);
    }
  }

  private String name() {
    int start = at;
    while (at < html.length() && !isSpace(at) && "/>".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    return html.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private void attribute() {
    int start = at;
    // an equals sign at the beginning belongs to the name
    at++;
    while (at < html.length() && !isSpace(at) && "/>=".indexOf(html.charAt(at)) < 0) {
      at++;
    }
    String name = html.substring(start, at);
    skipSpace();
    String value = "";
    if (at < html.length() && html.charAt(at) == '=') {
      at++;
      skipSpace();
      value = value();
    }
    String meant = value.indexOf('&') < 0 ? value : Parser.unescapeEntities(value, true);
    listener.is(name.toLowerCase(Locale.ROOT), meant);
  }

  private String value() {
    if (at >= html.length()) {
      return "";
    }
    char quote = html.charAt(at);
    int start = at;
    if (quote == '"' || quote == '\'') {
      start++;
      int end = html.indexOf(quote, start);
      at = end < 0 ? html.length() : end + 1;
      return html.substring(start, end < 0 ? html.length() : end);
    }
    while (at < html.length() && !isSpace(at) && html.charAt(at) != '>') {
      at++;
    }
    return html.substring(start, at);
  }

  private void skipText(String name) {
    String end = "</" + name;
    while (at < html.length() && !html.regionMatches(true, at, end, 0, end.length())) {
      int next = html.indexOf('<', at + 1);
      at = next < 0 ? html.length() : next;
    }
  }

  private void skipSpace() {
    while (at < html.length() && isSpace(at)) {
      at++;
    }
  }

  private boolean isSpace(int index) {
    return " \n\t\r\f".indexOf(html.charAt(index)) >= 0;
  }

  private boolean isLetter(int index) {
    return index < html.length()
        && Character.isLetter(html.charAt(index))
        && html.charAt(index) < 128;
  }
}
