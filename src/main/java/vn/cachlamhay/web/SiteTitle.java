package vn.cachlamhay.web;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jsoup.nodes.Document;

/** The title of a window holds the title of the article and the site's name. Stateless. */
final class SiteTitle {

  private static final String BETWEEN = "\\s+(?:[-–—|·»:]|::|&raquo;)\\s+|\\s*\\|\\s*";

  /** What is longer is no name. */
  private static final int LONGEST_NAME = 60;

  private SiteTitle() {}

  /** The title of the article: as much as the page shows as a line, or else the longest part. */
  static String without(String title, Document page) {
    List<String> parts = Arrays.stream(title.split(BETWEEN)).filter(p -> !p.isBlank()).toList();
    if (parts.size() < 2) {
      return title;
    }
    Set<String> lines =
        page.body().select("h1, h2, h3, [class*=title], [id*=title], [class*=tieude]").stream()
            .limit(300)
            .map(element -> PageLine.key(element.text()))
            .collect(Collectors.toSet());
    for (int count = parts.size(); count > 0; count--) {
      String first = beginning(title, parts, count);
      if (lines.contains(PageLine.key(first))) {
        return first;
      }
    }
    return parts.stream().max(Comparator.comparingInt(String::length)).orElse(title);
  }

  /** The site's name in what follows the title of the article; empty where it says nothing. */
  static String site(String rest) {
    String name =
        Arrays.stream(rest.split(BETWEEN)).map(String::strip).reduce("", (one, two) -> two);
    return name.length() > LONGEST_NAME ? "" : name;
  }

  private static String beginning(String title, List<String> parts, int count) {
    int end = 0;
    for (String part : parts.subList(0, count)) {
      end = title.indexOf(part, end) + part.length();
    }
    return title.substring(0, end).strip();
  }
}
