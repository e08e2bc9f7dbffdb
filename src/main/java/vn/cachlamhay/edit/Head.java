package vn.cachlamhay.edit;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.content.FrontMatter;
import vn.cachlamhay.content.KnownKeys;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseText;

/**
 * The lines before the body: those of each key, and what stands between them. Immutable.
 *
 * @param lines of the whole file
 * @param first the line on which the first key may stand, counted from 0
 * @param close the line that ends it
 */
record Head(FileLines lines, HeadForm form, int first, int close) {

  /** How keys that change are written; the first that reads back as it should is taken. */
  enum Way {
    /** Into the lines that are there. */
    KEEPING,
    /** In lines of their own. */
    ANEW
  }

  /** Lines that belong together; those of no key are comments, blank lines, and the fences. */
  private record Part(Optional<String> key, List<FileLines.Line> lines) {}

  /** The head of a file; empty where its lines do not belong to one key each. */
  static Optional<Head> of(FileLines lines, FrontMatter matter) {
    int first = matter.firstLine() - 1;
    int close = matter.bodyLine() - 2;
    Optional<? extends HeadForm> form =
        matter.form() == FrontMatter.Form.YAML
            ? YamlHead.of(lines, first, close)
            : Optional.of(new HeaderHead(lines, close));
    return form.map(found -> new Head(lines, found, first, close));
  }

  static EditException unwritable(String key, String value) {
    return new EditException(ProblemCode.GIA_TRI_KHONG_GHI, "", key, value);
  }

  /** Values as they can be written and are read back: composed, without blanks around them. */
  List<String> tidy(String key, List<String> values) {
    if (!StandardCharsets.UTF_8.newEncoder().canEncode(String.join("", values))) {
      // half a character, which no file can hold
      throw unwritable(key, String.join(", ", values));
    }
    List<String> tidy =
        values.stream()
            .map(value -> VietnameseText.nfc(value).replace("\r\n", "\n").replace('\r', '\n'))
            .map(value -> form.tidy(value.strip()))
            .filter(value -> !value.isBlank())
            .toList();
    return KnownKeys.LISTS.contains(key) || tidy.isEmpty()
        ? tidy
        : List.of(String.join(", ", tidy));
  }

  /** The key that a line belongs to. */
  Optional<String> keyAt(int line) {
    return form.entries().stream()
        .filter(entry -> entry.from() <= line && line < entry.to())
        .map(HeadForm.Entry::key)
        .findFirst();
  }

  /**
   * The lines with other values.
   *
   * @param changes by key; a key without values goes
   */
  List<FileLines.Line> with(Map<String, List<String>> changes, Way way) {
    List<Part> parts = parts(changes, way);
    Set<String> present = new LinkedHashSet<>();
    form.entries().forEach(entry -> present.add(entry.key()));
    changes.entrySet().stream()
        .filter(change -> !present.contains(change.getKey()) && !change.getValue().isEmpty())
        .sorted(Comparator.comparingInt(change -> rank(change.getKey())))
        .forEach(
            change ->
                parts.add(
                    placeOf(change.getKey(), parts),
                    new Part(
                        Optional.of(change.getKey()),
                        lines(form.written(change.getKey(), change.getValue())))));
    return parts.stream().flatMap(part -> part.lines().stream()).toList();
  }

  private List<Part> parts(Map<String, List<String>> changes, Way way) {
    var parts = new ArrayList<Part>();
    var done = new LinkedHashSet<String>();
    int at = 0;
    for (HeadForm.Entry entry : form.entries()) {
      List<FileLines.Line> old = lines.lines().subList(entry.from(), entry.to());
      parts.add(new Part(Optional.empty(), lines.lines().subList(at, entry.from())));
      parts.add(new Part(Optional.of(entry.key()), old));
      at = entry.to();
      List<String> wanted = changes.get(entry.key());
      if (wanted == null) {
        continue;
      }
      boolean counts = !entry.blank() || !hasValue(entry.key());
      if (counts && (wanted.isEmpty() || done.add(entry.key()))) {
        parts.set(
            parts.size() - 1, new Part(Optional.of(entry.key()), rewritten(entry, wanted, way)));
      }
    }
    parts.add(new Part(Optional.empty(), lines.lines().subList(at, close)));
    parts.add(new Part(Optional.empty(), lines.lines().subList(close, close + 1)));
    return parts;
  }

  private boolean hasValue(String key) {
    return form.entries().stream().anyMatch(e -> e.key().equals(key) && !e.blank());
  }

  private List<FileLines.Line> rewritten(HeadForm.Entry entry, List<String> wanted, Way way) {
    if (wanted.isEmpty()) {
      return List.of();
    }
    Optional<List<FileLines.Line>> kept =
        way == Way.KEEPING ? form.changed(entry, wanted) : Optional.empty();
    return kept.orElseGet(() -> lines(form.written(entry.key(), wanted)));
  }

  private List<FileLines.Line> lines(List<String> texts) {
    String end = first < lines.lines().size() ? lines.lines().get(first).end() : "";
    String usual = end.isEmpty() ? lines.usualEnd() : end;
    return texts.stream().map(text -> new FileLines.Line(text, usual)).toList();
  }

  /** Behind the nearest key that usually stands before it, else before the first that follows. */
  private static int placeOf(String key, List<Part> parts) {
    int rank = rank(key);
    int best = -1;
    int bestRank = -1;
    for (int i = 0; i < parts.size(); i++) {
      Optional<String> other = parts.get(i).key();
      int otherRank = other.map(Head::rank).orElse(-1);
      boolean nearer = otherRank < KnownKeys.KEYS.size() && otherRank >= bestRank;
      if (other.isPresent() && otherRank <= rank && (nearer || rank == KnownKeys.KEYS.size())) {
        best = i + 1;
        bestRank = otherRank;
      }
    }
    if (best >= 0) {
      return best;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i).key().isPresent()) {
        return i;
      }
    }
    // an empty head: before the line that ends it
    return parts.size() - 1;
  }

  /** Keys of the site's own come last. */
  private static int rank(String key) {
    int index = KnownKeys.KEYS.indexOf(key);
    return index < 0 ? KnownKeys.KEYS.size() : index;
  }
}
