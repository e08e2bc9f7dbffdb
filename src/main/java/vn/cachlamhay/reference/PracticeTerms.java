package vn.cachlamhay.reference;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

  /** Only the standard headings. */
  public static final PracticeTerms STANDARD = new PracticeTerms(Map.of());

  private final Map<String, PartKind> byWords = new HashMap<>();

  private PracticeTerms(Map<PartKind, List<String>> added) {
    for (PartKind kind : PartKind.values()) {
      if (kind != PartKind.OTHER) {
        byWords.put(VietnameseText.nameKey(kind.heading()), kind);
      }
      added
          .getOrDefault(kind, List.of())
          .forEach(words -> byWords.putIfAbsent(VietnameseText.nameKey(words), kind));
    }
  }

  /**
   * Reads the words; a site without the file has the standard headings.
   *
   * @throws vn.cachlamhay.diag.SiteException naming every fault of the file
   */
  public static PracticeTerms load(Path path) {
    var file = new DataFile(FILE);
    var added = new EnumMap<PartKind, List<String>>(PartKind.class);
    file.root(path, "parts")
        .ifPresent(
            root -> {
              file.refuseUnknownKeys(root, List.of("parts", PlaceKinds.KEY));
              file.refuseRepeatedKeys(root);
              YamlNode parts = root.fields().get("parts");
              List<String> keys =
                  java.util.Arrays.stream(PartKind.values())
                      .filter(kind -> kind != PartKind.OTHER)
                      .map(PartKind::key)
                      .toList();
              file.refuseUnknownKeys(parts, keys);
              file.refuseRepeatedKeys(parts);
              for (PartKind kind : PartKind.values()) {
                YamlNode words = parts.fields().get(kind.key());
                if (words != null) {
                  added.put(kind, words.items().stream().map(item -> text(item, file)).toList());
                }
              }
            });
    file.failIfWrong();
    return new PracticeTerms(added);
  }

  private static String text(YamlNode item, DataFile file) {
    String text = item.scalar().map(String::strip).orElse("");
    if (text.isEmpty()) {
      file.problem(ProblemCode.DU_LIEU_THIEU, item.pos(), "parts");
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
