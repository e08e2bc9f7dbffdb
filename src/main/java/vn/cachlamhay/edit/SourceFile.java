package vn.cachlamhay.edit;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import vn.cachlamhay.content.FrontMatter;
import vn.cachlamhay.content.FrontMatterParser;
import vn.cachlamhay.content.KnownKeys;
import vn.cachlamhay.content.SourceText;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.text.VietnameseText;

/**
 * The file of an article: fields and text as the reader of articles sees them, and a way to change
 * them that leaves every byte alone which has nothing to do with the change. What is put together
 * is read again before it is handed out, so that it says what was asked for and nothing else. A
 * file that cannot be taken apart is opaque: its text can only be replaced as a whole, and one that
 * is not UTF-8 not even that. Immutable and thread-safe.
 */
public final class SourceFile {

  private final byte[] bytes;
  private final String headerSeparator;
  private final Optional<FileLines> lines;
  private final Optional<FrontMatter> matter;
  private final Optional<Head> head;
  private final Map<String, List<String>> fields;

  private SourceFile(byte[] bytes, String headerSeparator) {
    this.bytes = bytes;
    this.headerSeparator = headerSeparator;
    this.lines = decode(bytes).map(FileLines::of);
    var unheard = new Problems();
    Optional<FrontMatter> read =
        lines
            .flatMap(text -> SourceText.decode(bytes, "", unheard))
            .flatMap(text -> new FrontMatterParser(headerSeparator).parse(text, "", unheard));
    this.head = read.flatMap(found -> Head.of(lines.orElseThrow(), found));
    this.matter = head.flatMap(known -> read);
    this.fields = matter.map(SourceFile::fields).orElse(Map.of());
  }

  /**
   * Takes a file apart.
   *
   * @param headerSeparator the line that ends a JBake header
   */
  public static SourceFile of(byte[] bytes, String headerSeparator) {
    return new SourceFile(bytes.clone(), headerSeparator);
  }

  /** The SHA-256 of a file's bytes, in hexadecimal digits. */
  public static String version(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has it", e);
    }
  }

  /** The bytes of the file. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** The SHA-256 of the bytes, in hexadecimal digits. */
  public String version() {
    return version(bytes);
  }

  /** Whether it has been taken apart; otherwise there are no fields and no body. */
  public boolean whole() {
    return matter.isPresent();
  }

  /** Whether its text can be shown, and replaced. */
  public boolean readable() {
    return lines.isPresent();
  }

  /**
   * The values by key, in the order of the file; those of {@link KnownKeys#LISTS} item by item, all
   * others as one text. Keys without a value are missing.
   */
  public Map<String, List<String>> fields() {
    return fields;
  }

  /** What follows the front matter, with single line feeds, one also at its end; may be empty. */
  public String body() {
    return matter.map(FrontMatter::body).orElse("");
  }

  /** The line of the file on which the body begins; 1 for an opaque file. */
  public int bodyLine() {
    return matter.map(FrontMatter::bodyLine).orElse(1);
  }

  /** The field that a line of the file belongs to. */
  public Optional<String> fieldAt(int line) {
    return head.flatMap(known -> known.keyAt(line - 1));
  }

  /** The whole file with single line feeds; empty where it is not UTF-8. */
  public String text() {
    return lines
        .map(
            text ->
                text.lines().stream()
                    .map(line -> line.text() + (line.end().isEmpty() ? "" : "\n"))
                    .collect(Collectors.joining()))
        .orElse("");
  }

  /**
   * The file with other values and another body.
   *
   * @param wanted by key; keys that are not named stay as they are, keys without values go
   * @param body with any line ends
   * @throws EditException where a value cannot be written into a file of this form
   * @throws IllegalStateException for an opaque file
   */
  public SourceFile with(Map<String, List<String>> wanted, String body) {
    Head known = head.orElseThrow(() -> new IllegalStateException("an opaque file"));
    var changes = new LinkedHashMap<String, List<String>>();
    wanted.forEach(
        (key, values) -> {
          List<String> tidy = known.tidy(key, values);
          if (!tidy.equals(fields.getOrDefault(key, List.of()))) {
            changes.put(key, tidy);
          }
        });
    List<String> texts = textLines(body);
    List<FileLines.Line> all = lines.orElseThrow().lines();
    List<FileLines.Line> old = all.subList(Math.min(bodyLine() - 1, all.size()), all.size());
    List<FileLines.Line> merged = lines.orElseThrow().merged(old, texts);
    return edited(known, changes, merged, texts).orElseThrow(() -> unwritable(known, changes, old));
  }

  /**
   * The file with another text as a whole.
   *
   * @throws EditException where the file is not UTF-8: what it holds would be lost
   */
  public SourceFile withText(String text) {
    FileLines known = lines.orElseThrow(this::closed);
    List<String> texts = textLines(text);
    List<FileLines.Line> merged = known.merged(known.lines(), texts);
    return new SourceFile(encode(known.with(merged).join()), headerSeparator);
  }

  /** The first way of putting it together that reads back as it should. */
  private Optional<SourceFile> edited(
      Head known,
      Map<String, List<String>> changes,
      List<FileLines.Line> body,
      List<String> texts) {
    for (Head.Way way : Head.Way.values()) {
      var whole = new ArrayList<>(known.with(changes, way));
      whole.addAll(body);
      var file = new SourceFile(encode(lines.orElseThrow().with(whole).join()), headerSeparator);
      if (file.says(changes, texts, this)) {
        return Optional.of(file);
      }
      if (changes.isEmpty()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Whether it differs from an earlier state by these changes and this body, and nothing else. */
  private boolean says(Map<String, List<String>> changes, List<String> texts, SourceFile before) {
    if (!whole() || !body().lines().toList().equals(texts)) {
      return false;
    }
    Map<String, FrontMatter.Field> now = matter.orElseThrow().fields();
    Map<String, FrontMatter.Field> then = before.matter.orElseThrow().fields();
    var keys = new TreeSet<>(now.keySet());
    keys.addAll(then.keySet());
    keys.addAll(changes.keySet());
    return keys.stream()
        .allMatch(
            key ->
                changes.containsKey(key)
                    ? fields.getOrDefault(key, List.of()).equals(changes.get(key))
                    : Objects.equals(value(now.get(key)), value(then.get(key))));
  }

  private static Optional<Object> value(FrontMatter.Field field) {
    return Optional.ofNullable(field).map(given -> List.of(given.texts(), given.value()));
  }

  /** Names the first value to blame. */
  private EditException unwritable(
      Head known, Map<String, List<String>> changes, List<FileLines.Line> body) {
    List<String> texts = body().lines().toList();
    for (Map.Entry<String, List<String>> change : changes.entrySet()) {
      if (edited(known, Map.ofEntries(change), body, texts).isEmpty()) {
        return Head.unwritable(change.getKey(), String.join(", ", change.getValue()));
      }
    }
    return Head.unwritable("…", "…");
  }

  private static Map<String, List<String>> fields(FrontMatter matter) {
    var fields = new LinkedHashMap<String, List<String>>();
    for (String key : matter.fields().keySet()) {
      List<String> values =
          KnownKeys.LISTS.contains(key)
              ? matter.items(key).stream().map(FrontMatter.Item::text).toList()
              : List.of(matter.text(key));
      if (!values.isEmpty() && !values.get(0).isEmpty()) {
        fields.put(key, values);
      }
    }
    return Collections.unmodifiableMap(fields);
  }

  private static List<String> textLines(String text) {
    return VietnameseText.nfc(text).lines().toList();
  }

  /** Why the file stays as it is: the place of the byte that is no UTF-8. */
  private EditException closed() {
    var problems = new Problems();
    SourceText.decode(bytes, "", problems);
    return new EditException(problems.sorted().get(0));
  }

  private static Optional<String> decode(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      // another encoding: the file stays closed
      return Optional.empty();
    }
  }

  private static byte[] encode(String text) {
    try {
      ByteBuffer bytes = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
      return Arrays.copyOf(bytes.array(), bytes.limit());
    } catch (CharacterCodingException e) {
      // half a character, which no file can hold
      throw Head.unwritable("body", "\\ud800");
    }
  }
}
