package vn.cachlamhay.edit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes values so that YAML reads them as the texts that they are. Stateless. */
final class YamlText {

  /** What YAML 1.1 or 1.2 takes for something else than a text: truth, nothing, numbers, days. */
  private static final Pattern NO_TEXT =
      Pattern.compile(
          "(?i)true|false|yes|no|on|off|y|n|null|~|[-+.]?[0-9].*|[-+]?\\.(?:inf|nan)|=|<<");

  /** Values that articles have without quotation marks, though they look like something else. */
  private static final Set<String> BARE = Set.of("date", "updated", "featured", "type", "status");

  /** Begins what is not a plain text. */
  private static final String INDICATORS = "-?:,[]{}#&*!|>'\"%@`=<~. \t";

  private YamlText() {}

  /**
   * A text on one line.
   *
   * @param brackets whether it stands in a list in brackets
   */
  static String scalar(String key, String value, boolean brackets) {
    boolean bare =
        !NO_TEXT.matcher(value).matches()
            || (BARE.contains(key) && !value.equalsIgnoreCase("null") && !value.equals("~"));
    return bare && isPlain(value, brackets) ? value : quoted(value);
  }

  /** A text in double quotation marks, whatever is in it. */
  static String quoted(String value) {
    var text = new StringBuilder("\"");
    value
        .codePoints()
        .forEach(
            c -> {
              if (c == '"' || c == '\\') {
                text.append('\\').appendCodePoint(c);
              } else if (c == '\n') {
                text.append("\\n");
              } else if (c == '\t') {
                text.append("\\t");
              } else if (isPrintable(c)) {
                text.appendCodePoint(c);
              } else if (c <= 0xffff) {
                text.append(String.format(Locale.ROOT, "\\u%04x", c));
              } else {
                text.append(String.format(Locale.ROOT, "\\U%08x", c));
              }
            });
    return text.append('"').toString();
  }

  /** Whether a text can stand in single quotation marks. */
  static boolean canBeSingleQuoted(String value) {
    return value.codePoints().allMatch(YamlText::isPrintable);
  }

  /** A list in brackets. */
  static String brackets(String key, List<String> values) {
    return values.stream()
        .map(value -> scalar(key, value, true))
        .collect(Collectors.joining(", ", "[", "]"));
  }

  /** Whether a list can be one text with commas. */
  static boolean canBeCommas(List<String> values) {
    return values.stream().noneMatch(value -> value.contains(","));
  }

  /** Whether a text over lines can be written as such, each line as it is. */
  static boolean canBeLines(String value) {
    List<String> lines = value.lines().toList();
    return lines.size() > 1
        && value.codePoints().allMatch(c -> c == '\n' || isPrintable(c))
        && !lines.get(0).startsWith(" ")
        && lines.stream().noneMatch(line -> line.strip().equals("---"))
        && lines.stream().noneMatch(line -> !line.isEmpty() && line.isBlank());
  }

  private static boolean isPlain(String value, boolean brackets) {
    return !value.isEmpty()
        && INDICATORS.indexOf(value.charAt(0)) < 0
        && !value.contains(": ")
        && !value.endsWith(":")
        && !value.contains(" #")
        && !value.contains("\t")
        && !value.endsWith(" ")
        && value.codePoints().allMatch(YamlText::isPrintable)
        && !(brackets && value.chars().anyMatch(c -> ",[]{}\":".indexOf(c) >= 0));
  }

  /** Whether it may stand in YAML as it is, and shows where it stands. */
  private static boolean isPrintable(int c) {
    return !Character.isISOControl(c)
        && c != 0x2028
        && c != 0x2029
        && c != 0xfeff
        && (c & 0xfffe) != 0xfffe
        && !Character.isSurrogate((char) Math.min(c, 0xffff));
  }
}
