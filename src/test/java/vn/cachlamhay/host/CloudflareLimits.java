package vn.cachlamhay.host;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/** What the documentation of Cloudflare Pages says of its two files. Stateless. */
final class CloudflareLimits {

  private CloudflareLimits() {}

  /** What is wrong with {@code _redirects}. */
  static List<String> redirects(String text) {
    var wrong = new ArrayList<String>();
    var seen = new HashSet<String>();
    int all = 0;
    int dynamic = 0;
    for (String line : rules(text)) {
      String[] words = line.split("\\s+");
      all++;
      if (line.length() > 1000) {
        wrong.add("too long: " + line);
      }
      if (words.length != 3 || !words[0].startsWith("/") || !words[1].startsWith("/")) {
        wrong.add("not two paths and a status: " + line);
        continue;
      }
      if (!List.of("301", "302", "303", "307", "308").contains(words[2])) {
        wrong.add("status: " + line);
      }
      if (words[0].contains("*") || words[0].contains(":")) {
        wrong.add("a pattern: " + line);
        dynamic++;
      }
      if (!seen.add(words[0])) {
        wrong.add("twice: " + line);
      }
    }
    if (all - dynamic > 2000 || dynamic > 100) {
      wrong.add("too many: " + all);
    }
    return wrong;
  }

  /** What is wrong with {@code _headers}. */
  static List<String> headers(String text) {
    var wrong = new ArrayList<String>();
    int rules = 0;
    for (String line : rules(text)) {
      if (line.length() > 2000) {
        wrong.add("too long: " + line);
      }
      if (line.startsWith("/")) {
        rules++;
        if (line.indexOf('*') != line.lastIndexOf('*')) {
          wrong.add("two asterisks: " + line);
        }
      } else if (!line.matches("[A-Za-z-]+: \\S.*") || rules == 0) {
        wrong.add("no header: " + line);
      }
    }
    if (rules > 100) {
      wrong.add("too many: " + rules);
    }
    return wrong;
  }

  private static List<String> rules(String text) {
    return text.lines().map(String::strip).filter(line -> !line.matches("|#.*")).toList();
  }
}
