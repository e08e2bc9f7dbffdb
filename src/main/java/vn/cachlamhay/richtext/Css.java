package vn.cachlamhay.richtext;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What style sheets and style attributes say of elements, as far as word processors use them: rules
 * for classes, and declarations. Not safe for several threads: it remembers what it has taken
 * apart.
 */
final class Css {

  private static final Pattern COMMENT =
      Pattern.compile("/\\*.*?(?:\\*/|$)|<!--|-->", Pattern.DOTALL);
  private static final Pattern CLASS = Pattern.compile("([A-Za-z0-9]*)\\.([\\w-]+)");
  private static final int LONGEST = 1_000_000;
  private static final int LONGEST_SELECTOR = 5000;

  private final Map<String, Map<String, String>> byClass = new HashMap<>();
  private final Map<String, Map<String, String>> byAttribute = new HashMap<>();

  Css(Document document) {
    for (Element style : document.select("style")) {
      String text = style.data();
      if (text.length() <= LONGEST) {
        addRules(COMMENT.matcher(text).replaceAll(" "));
      }
    }
  }

  /** The value of a property of an element itself, in lower case; empty where none is given. */
  String value(Element element, String property) {
    String style = element.attr("style");
    if (!style.isEmpty()) {
      String own = declarations(style).get(property);
      if (own != null) {
        return own;
      }
    }
    String classes = element.attr("class");
    if (!classes.isEmpty() && !byClass.isEmpty()) {
      String tag = element.normalName();
      for (String name : classes.split("\\s+")) {
        for (String key : new String[] {tag + "." + name, "." + name}) {
          String given = byClass.getOrDefault(key, Map.of()).get(property);
          if (given != null) {
            return given;
          }
        }
      }
    }
    return "";
  }

  private void addRules(String text) {
    int from = 0;
    for (int open = text.indexOf('{'); open >= 0; open = text.indexOf('{', from)) {
      int close = text.indexOf('}', open);
      if (close < 0) {
        return;
      }
      String selectors = text.substring(from, open);
      if (selectors.length() <= LONGEST_SELECTOR) {
        addRule(selectors, text.substring(open + 1, close));
      }
      from = close + 1;
    }
  }

  private void addRule(String selectors, String rules) {
    for (String selector : selectors.split(",")) {
      Matcher simple = CLASS.matcher(selector.strip());
      if (simple.matches()) {
        String key = simple.group(1).toLowerCase(Locale.ROOT) + "." + simple.group(2);
        byClass.computeIfAbsent(key, unused -> new HashMap<>()).putAll(declarations(rules));
      }
    }
  }

  private Map<String, String> declarations(String style) {
    return style.length() > 2000 ? parsed(style) : byAttribute.computeIfAbsent(style, Css::parsed);
  }

  private static Map<String, String> parsed(String style) {
    var declarations = new HashMap<String, String>();
    char quote = 0;
    int start = 0;
    for (int i = 0; i <= style.length(); i++) {
      char c = i < style.length() ? style.charAt(i) : ';';
      if (quote != 0 && i < style.length()) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"' || c == '\'') {
        quote = c;
      } else if (c == ';') {
        add(style.substring(start, i), declarations);
        start = i + 1;
      }
    }
    return declarations;
  }

  private static void add(String declaration, Map<String, String> declarations) {
    int colon = declaration.indexOf(':');
    if (colon > 0) {
      declarations.put(
          declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          declaration
              .substring(colon + 1)
              .replace("!important", "")
              .strip()
              .toLowerCase(Locale.ROOT));
    }
  }
}
