package vn.cachlamhay.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.content.KnownKeys;

/** JBake's header: a key a line. Immutable. */
final class HeaderHead implements HeadForm {

  /** What stands before a value: the key, the sign and blanks. */
  private static final Pattern BEFORE = Pattern.compile("^[^=]*=\\s*");

  private static final Pattern KEY = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}\\p{M}_.-]*");
  private static final Pattern LINE_BREAKS = Pattern.compile("\\s*\\n\\s*");

  private final FileLines lines;
  private final List<Entry> entries = new ArrayList<>();

  HeaderHead(FileLines lines, int close) {
    this.lines = lines;
    for (int i = 0; i < close; i++) {
      String text = lines.lines().get(i).text();
      int equals = text.indexOf('=');
      if (equals >= 0) {
        String key = text.substring(0, equals).strip();
        boolean blank = text.substring(equals + 1).isBlank();
        entries.add(new Entry(key, i, i + 1, blank, Optional.empty()));
      }
    }
  }

  @Override
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  @Override
  public Optional<List<FileLines.Line>> changed(Entry entry, List<String> values) {
    FileLines.Line line = lines.lines().get(entry.from());
    Matcher before = BEFORE.matcher(line.raw());
    return before.find()
        ? Optional.of(
            List.of(new FileLines.Line(before.group() + value(entry.key(), values), line.end())))
        : Optional.empty();
  }

  @Override
  public List<String> written(String key, List<String> values) {
    if (!KEY.matcher(key).matches()) {
      throw Head.unwritable(key, String.join(", ", values));
    }
    return List.of(key + "=" + value(key, values));
  }

  @Override
  public String tidy(String value) {
    return LINE_BREAKS.matcher(value).replaceAll(" ");
  }

  private static String value(String key, List<String> values) {
    if (KnownKeys.LISTS.contains(key) && values.stream().anyMatch(value -> value.contains(","))) {
      // it would be read as several
      throw Head.unwritable(key, String.join(" | ", values));
    }
    return String.join(", ", values);
  }
}
