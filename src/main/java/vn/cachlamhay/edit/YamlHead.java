package vn.cachlamhay.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import vn.cachlamhay.content.KnownKeys;
import vn.cachlamhay.reference.YamlNode;

/** Front matter in YAML: pairs over lines, not in braces. Immutable. */
final class YamlHead implements HeadForm {

  private static final Pattern KEY = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}\\p{M}_.-]*");

  private final FileLines lines;
  private final int close;
  private final String indent;
  private final List<Entry> entries;

  private YamlHead(FileLines lines, int close, List<YamlNode.Entry> pairs) {
    this.lines = lines;
    this.close = close;
    this.indent = pairs.isEmpty() ? "" : " ".repeat(pairs.get(0).keyPos().column() - 1);
    var found = new ArrayList<Entry>();
    for (int i = 0; i < pairs.size(); i++) {
      YamlNode value = pairs.get(i).value();
      int from = pairs.get(i).keyPos().line() - 1;
      int next = i + 1 < pairs.size() ? pairs.get(i + 1).keyPos().line() - 1 : close;
      boolean own = value.pos().line() - 1 >= from && value.pos().line() - 1 < next;
      int to = own ? lastLine(value, from, next) + 1 : from + 1;
      found.add(
          new Entry(
              pairs.get(i).key(),
              from,
              to,
              value.isNull() || value.items().isEmpty(),
              // what stands for a value of another key has no place of its own
              own ? Optional.of(value) : Optional.empty()));
    }
    this.entries = List.copyOf(found);
  }

  static Optional<YamlHead> of(FileLines lines, int first, int close) {
    var yaml = new StringBuilder();
    for (FileLines.Line line : lines.lines().subList(first, close)) {
      yaml.append(line.text()).append('\n');
    }
    try {
      Optional<YamlNode> root = YamlNode.parse(yaml.toString(), "", first);
      if (root.isEmpty()) {
        return Optional.of(new YamlHead(lines, close, List.of()));
      }
      return root.get().isMapping() && root.get().style() == YamlNode.Style.LINES
          ? Optional.of(new YamlHead(lines, close, root.get().entries()))
          : Optional.empty();
    } catch (YamlNode.SyntaxException e) {
      // told where the article is checked
      return Optional.empty();
    }
  }

  @Override
  public List<Entry> entries() {
    return entries;
  }

  @Override
  public Optional<List<FileLines.Line>> changed(Entry entry, List<String> values) {
    if (entry.value().isEmpty()) {
      return Optional.empty();
    }
    YamlNode value = entry.value().get();
    if (value.style() == YamlNode.Style.LINES) {
      return new YamlItems(lines, close).changed(entry, value, values);
    }
    int endLine = entry.to() - 1;
    int startLine = value.pos().line() - 1;
    Optional<Integer> start = index(startLine, value.pos().column());
    boolean toEnd = value.style() == YamlNode.Style.BLOCK_TEXT;
    Optional<Integer> end =
        toEnd
            ? Optional.of(lines.lines().get(endLine).raw().length())
            : index(endLine, value.end().column());
    if (start.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    String before = lines.lines().get(startLine).raw().substring(0, start.get());
    String after = lines.lines().get(endLine).raw().substring(end.get());
    String gap = value.isNull() && !before.endsWith(" ") ? " " : "";
    List<String> texts = inline(entry.key(), values, value.style(), after.isBlank());
    var changed = new ArrayList<>(lines.lines().subList(entry.from(), startLine));
    String lineEnd = lines.lines().get(startLine).end();
    for (int i = 0; i < texts.size(); i++) {
      String text = (i == 0 ? before + gap : "") + texts.get(i);
      changed.add(new FileLines.Line(i == texts.size() - 1 ? text + after : text, lineEnd));
    }
    return Optional.of(changed);
  }

  @Override
  public List<String> written(String key, List<String> values) {
    if (!KEY.matcher(key).matches()) {
      throw Head.unwritable(key, String.join(", ", values));
    }
    List<String> texts = new ArrayList<>(inline(key, values, YamlNode.Style.LINES, true));
    texts.set(0, indent + key + ": " + texts.get(0));
    return texts;
  }

  @Override
  public String tidy(String value) {
    return value;
  }

  /** What follows the colon: one line, or the head of a text over lines and these. */
  private List<String> inline(
      String key, List<String> values, YamlNode.Style style, boolean linesMayFollow) {
    if (KnownKeys.LISTS.contains(key)) {
      boolean usual = key.equals("tags") || key.equals("aliases");
      boolean listed = style == YamlNode.Style.LINES && usual && values.size() > 1;
      if (style == YamlNode.Style.BRACKETS || listed || !YamlText.canBeCommas(values)) {
        return List.of(YamlText.brackets(key, values));
      }
    }
    String value = String.join(", ", values);
    if (linesMayFollow && YamlText.canBeLines(value)) {
      Stream<String> body = value.lines().map(line -> line.isEmpty() ? "" : indent + "  " + line);
      return Stream.concat(Stream.of("|-"), body).toList();
    }
    if (style == YamlNode.Style.DOUBLE_QUOTED) {
      return List.of(YamlText.quoted(value));
    }
    if (style == YamlNode.Style.SINGLE_QUOTED && YamlText.canBeSingleQuoted(value)) {
      return List.of("'" + value.replace("'", "''") + "'");
    }
    return List.of(YamlText.scalar(key, value, false));
  }

  private int lastLine(YamlNode value, int from, int next) {
    return lastLine(lines, value, from, next);
  }

  /** The last line of a value; blank lines behind it do not count. */
  static int lastLine(FileLines lines, YamlNode value, int from, int next) {
    int last = value.end().column() == 1 ? value.end().line() - 2 : value.end().line() - 1;
    last = Math.max(from, Math.min(last, next - 1));
    while (last > from && lines.lines().get(last).raw().isBlank()) {
      last--;
    }
    return last;
  }

  /** Where a place stands in a line as it was written; empty where that cannot be told. */
  private Optional<Integer> index(int line, int column) {
    String raw = lines.lines().get(line).raw();
    String text = lines.lines().get(line).text();
    if (text.codePointCount(0, text.length()) < column - 1) {
      return Optional.empty();
    }
    int index = text.offsetByCodePoints(0, column - 1);
    if (raw.equals(text)) {
      return Optional.of(index);
    }
    for (int i = 0; i <= raw.length(); i++) {
      var parts = new FileLines.Line(raw.substring(0, i), "");
      if (parts.text().equals(text.substring(0, index))
          && new FileLines.Line(raw.substring(i), "").text().equals(text.substring(index))) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }
}
