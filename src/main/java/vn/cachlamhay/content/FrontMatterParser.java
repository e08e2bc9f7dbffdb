package vn.cachlamhay.content;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.reference.YamlNode;

/**
 * Splits a content file into front matter and text. Two forms are known: YAML between two lines
 * {@code ---}, and JBake's {@code key=value} lines down to a line of the header separator.
 * Immutable and thread-safe.
 */
public final class FrontMatterParser {

  private static final String FENCE = "---";

  /** A text for readers, unquoted, in which a number sign begins a YAML comment. */
  private static final Pattern SWALLOWED =
      Pattern.compile("^(?:title|summary|caption|source|alt):\\s+[^\\s\"'|>#].*?\\s(#).*");

  private final String headerSeparator;

  /**
   * @param headerSeparator the line that ends a JBake header
   */
  public FrontMatterParser(String headerSeparator) {
    this.headerSeparator = headerSeparator;
  }

  /**
   * Takes a file apart.
   *
   * @param text as {@link SourceText} gives it: it holds more than blanks
   * @param file the file as problems name it
   * @return empty after telling what is wrong
   */
  public Optional<FrontMatter> parse(String text, String file, Problems problems) {
    List<String> lines = text.lines().toList();
    int first = firstWritten(lines);
    if (lines.get(first).stripTrailing().equals(FENCE)) {
      return yaml(lines, first, file, problems);
    }
    int end = indexOf(lines, headerSeparator, 0);
    if (end >= 0) {
      return header(lines, end, file, problems);
    }
    problems.add(ProblemCode.THIEU_PHAN_DAU, new SourcePos(file, first + 1, 1));
    return Optional.empty();
  }

  private static int firstWritten(List<String> lines) {
    int first = 0;
    while (lines.get(first).isBlank()) {
      first++;
    }
    return first;
  }

  private static int indexOf(List<String> lines, String wanted, int from) {
    for (int i = from; i < lines.size(); i++) {
      if (lines.get(i).strip().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private static String textFrom(List<String> lines, int from) {
    return from >= lines.size() ? "" : String.join("\n", lines.subList(from, lines.size())) + "\n";
  }

  private static Optional<FrontMatter> yaml(
      List<String> lines, int open, String file, Problems problems) {
    int close = indexOf(lines, FENCE, open + 1);
    if (close < 0) {
      problems.add(ProblemCode.PHAN_DAU_CHUA_DONG, new SourcePos(file, open + 1, 1));
      return Optional.empty();
    }
    String yaml = String.join("\n", lines.subList(open + 1, close)) + "\n";
    refuseSwallowedText(lines.subList(open + 1, close), open + 2, file, problems);
    try {
      Optional<YamlNode> root = YamlNode.parse(yaml, file, open + 1);
      if (root.isPresent() && !root.get().isMapping()) {
        SourcePos pos = root.get().pos();
        problems.add(ProblemCode.PHAN_DAU_HONG, pos, lines.get(pos.line() - 1).strip());
        return Optional.empty();
      }
      var fields = new LinkedHashMap<String, FrontMatter.Field>();
      if (root.isPresent()) {
        addFields(root.get(), fields, problems);
      }
      return Optional.of(
          new FrontMatter(
              file,
              FrontMatter.Form.YAML,
              open + 2,
              fields,
              textFrom(lines, close + 1),
              close + 2));
    } catch (YamlNode.SyntaxException e) {
      int line = Math.min(Math.max(e.pos().line(), 1), lines.size());
      problems.add(ProblemCode.PHAN_DAU_HONG, e.pos(), lines.get(line - 1).strip());
      return Optional.empty();
    }
  }

  /** "Cách làm #1" without quotes would lose what follows the sign. */
  private static void refuseSwallowedText(
      List<String> lines, int firstLine, String file, Problems problems) {
    for (int i = 0; i < lines.size(); i++) {
      Matcher matcher = SWALLOWED.matcher(lines.get(i));
      if (matcher.find()) {
        problems.add(
            ProblemCode.DAU_THANG, new SourcePos(file, firstLine + i, matcher.start(1) + 1));
      }
    }
  }

  private static void addFields(
      YamlNode root, Map<String, FrontMatter.Field> fields, Problems problems)
      throws YamlNode.SyntaxException {
    for (YamlNode.Entry entry : root.entries()) {
      if (entry.value().isNull()) {
        continue;
      }
      var texts = new ArrayList<String>();
      var places = new ArrayList<SourcePos>();
      for (YamlNode item : entry.value().items()) {
        texts.add(item.scalar().isPresent() ? item.scalar().get() : String.valueOf(item.toJava()));
        places.add(item.pos());
      }
      if (!texts.isEmpty()) {
        add(
            entry.key(),
            entry.keyPos(),
            new FrontMatter.Field(entry.value().toJava(), texts, places),
            fields,
            problems);
      }
    }
  }

  private static Optional<FrontMatter> header(
      List<String> lines, int end, String file, Problems problems) {
    var fields = new LinkedHashMap<String, FrontMatter.Field>();
    boolean whole = true;
    for (int i = 0; i < end; i++) {
      String line = lines.get(i);
      int equals = line.indexOf('=');
      if (line.isBlank()) {
        continue;
      }
      if (equals < 0) {
        problems.add(ProblemCode.DONG_PHAN_DAU_HONG, new SourcePos(file, i + 1, 1), line.strip());
        whole = false;
        continue;
      }
      String value = line.substring(equals + 1);
      int lead = value.length() - value.stripLeading().length();
      var pos = new SourcePos(file, i + 1, equals + 2 + lead);
      if (!value.isBlank()) {
        add(
            line.substring(0, equals).strip(),
            new SourcePos(file, i + 1, 1),
            new FrontMatter.Field(headerValue(value.strip()), List.of(value.strip()), List.of(pos)),
            fields,
            problems);
      }
    }
    return whole
        ? Optional.of(
            new FrontMatter(
                file, FrontMatter.Form.HEADER, 1, fields, textFrom(lines, end + 1), end + 2))
        : Optional.empty();
  }

  /** As JBake: a value in braces is JSON where it can be read as such. */
  private static Object headerValue(String value) {
    if (value.startsWith("{") && value.endsWith("}")) {
      try {
        return new Gson().fromJson(value, Map.class);
      } catch (JsonParseException e) {
        return value;
      }
    }
    return value;
  }

  private static void add(
      String key,
      SourcePos keyPos,
      FrontMatter.Field field,
      Map<String, FrontMatter.Field> fields,
      Problems problems) {
    FrontMatter.Field earlier = fields.putIfAbsent(KnownKeys.shared(key), field);
    if (earlier != null) {
      problems.add(ProblemCode.KHOA_TRUNG, keyPos, key, Integer.toString(earlier.start().line()));
    }
  }
}
