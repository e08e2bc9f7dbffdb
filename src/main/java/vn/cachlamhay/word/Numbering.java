package vn.cachlamhay.word;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Counts the items of lists as Word does. For one document and one thread. */
final class Numbering {

  private static final int LEVELS = 9;
  private static final Pattern PLACE = Pattern.compile("%([1-9])");
  private static final Pattern SIMPLE = Pattern.compile("%[1-9][.)]?");

  private final Map<String, XmlNode> abstracts = new HashMap<>();
  private final Map<String, XmlNode> lists = new HashMap<>();
  private final Map<String, String> linked = new HashMap<>();
  private final Map<String, int[]> counters = new HashMap<>();
  private final Map<String, Boolean> begun = new HashMap<>();

  Numbering(Optional<XmlNode> part) {
    XmlNode root = part.orElse(XmlNode.empty("w:numbering"));
    for (XmlNode each : root.children("w:abstractNum")) {
      abstracts.putIfAbsent(each.get("abstractNumId"), each);
      if (each.has("w:styleLink")) {
        linked.put(each.value("w:styleLink"), each.get("abstractNumId"));
      }
    }
    root.children("w:num").forEach(each -> lists.putIfAbsent(each.get("numId"), each));
  }

  /**
   * The mark of an item.
   *
   * @param level from 0
   * @param bullet whether it is a sign and no number
   * @param number where the mark is a plain number, or -1
   * @param text as Word shows it; empty for a bullet
   */
  record Mark(int level, boolean bullet, int number, String text) {}

  /** Counts a paragraph. Empty where it is in no list after all. */
  Optional<Mark> next(XmlNode numPr, String style) {
    String id = numPr.value("w:numId");
    XmlNode list = lists.get(id);
    if (list == null || id.equals("0")) {
      return Optional.empty();
    }
    String base = list.value("w:abstractNumId");
    XmlNode shape = abstracts.getOrDefault(base, XmlNode.empty(""));
    String link = shape.value("w:numStyleLink");
    if (linked.containsKey(link)) {
      base = linked.get(link);
      shape = abstracts.get(base);
    }
    int level = level(numPr, shape, style);
    XmlNode look = level(list, shape, level);
    int[] counts = counters.computeIfAbsent(base, unused -> new int[LEVELS]);
    int start = XmlNode.number(override(list, level).value("w:startOverride"), -1);
    boolean first = begun.put(id + ' ' + level, true) == null;
    if (start >= 0 && first) {
      counts[level] = 0;
    }
    if (counts[level] == 0) {
      // counted one higher, so that 0 means that nothing was counted
      counts[level] =
          1 + Math.max(0, start >= 0 ? start : XmlNode.number(look.value("w:start"), 1));
    } else {
      counts[level]++;
    }
    for (int deeper = level + 1; deeper < LEVELS; deeper++) {
      counts[deeper] = 0;
    }
    return Optional.of(mark(list, shape, level, look, counts));
  }

  private Mark mark(XmlNode list, XmlNode shape, int level, XmlNode look, int[] counts) {
    String format = look.value("w:numFmt");
    String pattern = look.value("w:lvlText");
    if (format.equals("bullet") || format.equals("none") || pattern.isBlank()) {
      return new Mark(level, true, -1, "");
    }
    var text = new StringBuilder();
    Matcher place = PLACE.matcher(pattern);
    while (place.find()) {
      int at = Integer.parseInt(place.group(1)) - 1;
      String way = level(list, shape, at).value("w:numFmt");
      place.appendReplacement(
          text, Matcher.quoteReplacement(written(Math.max(1, counts[at]) - 1, at, way, counts)));
    }
    place.appendTail(text);
    boolean simple = SIMPLE.matcher(pattern).matches() && isDecimal(format);
    return new Mark(level, false, simple ? counts[level] - 1 : -1, text.toString().strip());
  }

  private static String written(int number, int level, String format, int[] counts) {
    int value = counts[level] == 0 ? 1 : number;
    if (format.startsWith("lowerLetter") || format.startsWith("upperLetter")) {
      String letters = letters(value);
      return format.startsWith("upper") ? letters.toUpperCase(Locale.ROOT) : letters;
    }
    if (format.endsWith("Roman")) {
      String roman = roman(value);
      return format.startsWith("lower") ? roman.toLowerCase(Locale.ROOT) : roman;
    }
    return (format.equals("decimalZero") && value < 10 ? "0" : "") + value;
  }

  private static boolean isDecimal(String format) {
    return format.isEmpty() || format.startsWith("decimal");
  }

  /** a … z, aa … zz, as Word writes them. */
  private static String letters(int value) {
    int at = Math.floorMod(value - 1, 26);
    return String.valueOf((char) ('a' + at)).repeat(Math.min(5, Math.max(1, (value + 25) / 26)));
  }

  private static String roman(int value) {
    if (value < 1 || value > 3999) {
      return Integer.toString(value);
    }
    int[] values = {1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1};
    String[] signs = {"M", "CM", "D", "CD", "C", "XC", "L", "XL", "X", "IX", "V", "IV", "I"};
    var out = new StringBuilder();
    int rest = value;
    for (int i = 0; i < values.length; i++) {
      while (rest >= values[i]) {
        out.append(signs[i]);
        rest -= values[i];
      }
    }
    return out.toString();
  }

  private static int level(XmlNode numPr, XmlNode shape, String style) {
    int told = XmlNode.number(numPr.value("w:ilvl"), -1);
    if (told < 0 && !style.isEmpty()) {
      for (XmlNode each : shape.children("w:lvl")) {
        told = each.value("w:pStyle").equals(style) ? XmlNode.number(each.get("ilvl"), 0) : told;
      }
    }
    return Math.max(0, Math.min(LEVELS - 1, told));
  }

  private static XmlNode override(XmlNode list, int level) {
    return list.children("w:lvlOverride").stream()
        .filter(each -> XmlNode.number(each.get("ilvl"), -1) == level)
        .findFirst()
        .orElse(XmlNode.empty(""));
  }

  private static XmlNode level(XmlNode list, XmlNode shape, int level) {
    XmlNode own = override(list, level);
    if (own.has("w:lvl")) {
      return own.child("w:lvl");
    }
    return shape.children("w:lvl").stream()
        .filter(each -> XmlNode.number(each.get("ilvl"), -1) == level)
        .findFirst()
        .orElse(XmlNode.empty(""));
  }
}
