package vn.cachlamhay.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import vn.cachlamhay.encoding.FontText;
import vn.cachlamhay.encoding.TextDecoder;

/**
 * Makes Unicode of a page whose letters only look Vietnamese in a font of their own. The words of
 * its furniture could not be told otherwise. Stateless.
 */
final class PageLetters {

  private static final Pattern FAMILY = Pattern.compile("(?i)font-family\\s*:\\s*([^;]+)");

  private PageLetters() {}

  /**
   * Changes a page.
   *
   * @return whether any letter was
   */
  static boolean repair(Document page) {
    if (!looksOld(page.wholeText())) {
      return false;
    }
    List<TextNode> rest = new ArrayList<>();
    for (TextNode node : page.nodeStream(TextNode.class).toList()) {
      String text = node.getWholeText();
      String family = family(node.parent());
      String converted = family.isEmpty() ? text : FontText.toUnicode(family, text);
      if (converted.equals(text)) {
        rest.add(node);
      } else {
        node.text(converted);
      }
    }
    List<String> lines =
        rest.stream().map(node -> node.getWholeText().replaceAll("[\\r\\n]+", " ")).toList();
    String[] repaired = TextDecoder.repair(String.join("\n", lines)).text().split("\n", -1);
    if (repaired.length == lines.size()) {
      for (int i = 0; i < repaired.length; i++) {
        rest.get(i).text(repaired[i]);
      }
    }
    return true;
  }

  /** Letters of Latin-1 where Vietnamese needs others as well. */
  private static boolean looksOld(String text) {
    long old = text.chars().filter(c -> c > 0xa0 && c <= 0xff).count();
    long own =
        text.chars().filter(c -> c >= 0x1ea0 && c <= 0x1ef9 || "ăĂđĐơƠưƯ".indexOf(c) >= 0).count();
    return old > 20 && old > own * 5;
  }

  private static String family(Element around) {
    for (Element at = around; at != null; at = at.parent()) {
      Matcher style = FAMILY.matcher(at.attr("style"));
      String family = at.hasAttr("face") ? at.attr("face") : style.find() ? style.group(1) : "";
      if (!family.isEmpty()) {
        return family;
      }
    }
    return "";
  }
}
