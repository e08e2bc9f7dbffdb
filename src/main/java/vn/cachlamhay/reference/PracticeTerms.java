package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.text.VietnameseText;

/**
 * The words by which the parts of best practices are recognised: the standard headings, and what
 * {@code data/practice.yaml} adds. Immutable and thread-safe.
 */
public final class PracticeTerms {

  /** Where editors find the words. */
  public static final String FILE = "data/practice.yaml";

  private static final String PARTS = "parts";

  /** Only the standard headings. */
  public static final PracticeTerms STANDARD = new PracticeTerms(Map.of());

  private final Map<String, PartKind> byWords = new HashMap<>();

  private PracticeTerms(Map<PartKind, List<String>> added) {
    for (PartKind kind : PartKind.standard()) {
      byWords.put(VietnameseText.nameKey(kind.heading()), kind);
      added
          .getOrDefault(kind, List.of())
          .forEach(words -> byWords.putIfAbsent(VietnameseText.nameKey(words), kind));
    }
  }

  /**
   * Reads the words; a site without the file, or without the key {@code parts} in it, has the
   * standard headings.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the file
   */
  public static PracticeTerms load(Path path) {
    var file = new DataFile(FILE);
    var added = new EnumMap<PartKind, List<String>>(PartKind.class);
    Optional<YamlNode> root = file.anyRoot(path).filter(all -> isMapping(all, file));
    root.ifPresent(
        all -> {
          file.refuseUnknownKeys(all, List.of(PARTS, PlaceKinds.KEY));
          file.refuseRepeatedKeys(all);
        });
    root.flatMap(all -> Optional.ofNullable(all.fields().get(PARTS)))
        .filter(parts -> isMapping(parts, file))
        .ifPresent(parts -> add(parts, added, file));
    file.failIfWrong();
    return new PracticeTerms(added);
  }

  /** Nothing at all is fine; a list or a text would be lost. */
  private static boolean isMapping(YamlNode node, DataFile file) {
    if (!node.isMapping() && !node.isNull()) {
      file.problem(ProblemCode.DU_LIEU_THIEU, node.pos(), PARTS);
    }
    return node.isMapping();
  }

  private static void add(YamlNode parts, Map<PartKind, List<String>> added, DataFile file) {
    file.refuseUnknownKeys(parts, PartKind.standard().stream().map(PartKind::key).toList());
    file.refuseRepeatedKeys(parts);
    for (PartKind kind : PartKind.standard()) {
      YamlNode words = parts.fields().get(kind.key());
      if (words != null) {
        added.put(kind, words.items().stream().map(item -> text(item, file)).toList());
      }
    }
  }

  private static String text(YamlNode item, DataFile file) {
    String text = item.scalar().map(String::strip).orElse("");
    if (text.isEmpty()) {
      file.problem(ProblemCode.DU_LIEU_THIEU, item.pos(), PARTS);
    }
    return VietnameseText.nfc(text);
  }

  /**
   * What a part is about.
   *
   * @param heading as written; it may go on behind the words: "Kết quả: 32 chi bộ …"
   */
  public PartKind kindOf(String heading) {
    String key =
        VietnameseText.nameKey(heading.replaceFirst("^\\s*(?:[IVX]+|\\d+|[a-zđ])[.)]\\s+", ""));
    PartKind whole = byWords.get(key);
    if (whole != null) {
      return whole;
    }
    for (int end = key.length() - 1; end > 0; end--) {
      boolean breaks = !Character.isLetterOrDigit(key.charAt(end));
      PartKind kind = breaks ? byWords.get(key.substring(0, end).strip()) : null;
      if (kind != null) {
        return kind;
      }
    }
    return PartKind.OTHER;
  }
}
