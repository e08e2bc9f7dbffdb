package vn.cachlamhay.content;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.SharedTexts;

/**
 * The head of a content file, by key, with the place of every value. Immutable.
 *
 * @param file the file as problems name it
 * @param form how it is written
 * @param firstLine the line of the file on which its first field may stand
 * @param fields by key, in the order in which they were written
 * @param body the text after it
 * @param bodyLine the line of the file on which that text begins
 */
public record FrontMatter(
    String file, Form form, int firstLine, Map<String, Field> fields, String body, int bodyLine) {

  /** How the head of a file is written. */
  public enum Form {
    /** Between two lines {@code ---}. */
    YAML,
    /** JBake's lines {@code key=value} down to the header separator. */
    HEADER
  }

  /**
   * A value.
   *
   * @param value String, List, Map, Number, Boolean; never null
   * @param texts the value as one or several texts, as they were written
   * @param pos where each of the texts begins; as many as texts
   */
  public record Field(Object value, List<String> texts, List<SourcePos> pos) {

    public Field {
      texts = List.copyOf(texts);
      pos = List.copyOf(pos);
    }

    /** The only text; several are joined by commas, as one line would have had them. */
    public String text() {
      return texts.size() == 1 ? texts.get(0) : String.join(", ", texts);
    }

    /** Where the value begins. */
    public SourcePos start() {
      return pos.get(0);
    }
  }

  /** A text or an item of a list with its place. */
  public record Item(String text, SourcePos pos) {}

  /** The field of a key, unless it is missing or blank. */
  public Optional<Field> field(String key) {
    return Optional.ofNullable(fields.get(key)).filter(field -> !field.text().isBlank());
  }

  /** The text of a key, trimmed; empty where there is none. */
  public String text(String key) {
    return field(key).map(field -> field.text().strip()).orElse("");
  }

  /** The items of a key: those of a list, or the parts between commas of a text; none is blank. */
  public List<Item> items(String key) {
    var items = new ArrayList<Item>();
    field(key)
        .ifPresent(
            field -> {
              boolean listed = field.value() instanceof List;
              for (int i = 0; i < field.texts().size(); i++) {
                if (listed) {
                  addItem(items, field.texts().get(i), 0, field.pos().get(i));
                } else {
                  splitAtCommas(items, field.texts().get(i), field.pos().get(i));
                }
              }
            });
    return List.copyOf(items);
  }

  /**
   * All values by key, for templates.
   *
   * @param texts that many articles have in common
   */
  Map<String, Object> values(SharedTexts texts) {
    var values = new LinkedHashMap<String, Object>();
    fields.forEach((key, field) -> values.put(key, shared(field.value(), texts)));
    return values;
  }

  private static Object shared(Object value, SharedTexts texts) {
    if (value instanceof String text) {
      return texts.of(text);
    }
    return value instanceof List<?> list && !list.contains(null)
        ? list.stream().map(item -> shared(item, texts)).toList()
        : value;
  }

  private static void splitAtCommas(List<Item> items, String text, SourcePos pos) {
    int start = 0;
    for (String part : text.split(",", -1)) {
      addItem(items, part, start, pos);
      start += part.length() + 1;
    }
  }

  private static void addItem(List<Item> items, String text, int offset, SourcePos pos) {
    if (!text.isBlank()) {
      int lead = text.length() - text.stripLeading().length();
      items.add(
          new Item(
              text.strip(), new SourcePos(pos.file(), pos.line(), pos.column() + offset + lead)));
    }
  }
}
