package vn.cachlamhay.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.Nearest;
import vn.cachlamhay.text.VietnameseText;

/**
 * A reference file while it is read: gathers everything that is wrong with it, and then fails with
 * all of it, because articles cannot be judged against half a list.
 */
final class DataFile {

  private final String name;
  private final List<Problem> problems = new ArrayList<>();

  DataFile(String name) {
    this.name = name;
  }

  /** The value of a top-level key of the file; empty where the file does not exist. */
  Optional<YamlNode> read(Path path, String key) {
    return root(path, key).map(root -> root.fields().get(key));
  }

  /**
   * All that the file says; empty where it does not exist.
   *
   * @param key what it must have at its top level
   */
  Optional<YamlNode> root(Path path, String key) {
    Optional<YamlNode> root = anyRoot(path).filter(node -> node.fields().containsKey(key));
    if (root.isEmpty() && Files.exists(path)) {
      problem(ProblemCode.DU_LIEU_THIEU, SourcePos.ofFile(name), key);
    }
    return root;
  }

  /** All that the file says, which may be anything; empty where it does not exist. */
  Optional<YamlNode> anyRoot(Path path) {
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      return YamlNode.parse(Files.readString(path), name, 0);
    } catch (YamlNode.SyntaxException e) {
      problem(ProblemCode.DU_LIEU_HONG, e.pos(), firstLine(e.getMessage()));
    } catch (IOException e) {
      problem(ProblemCode.DU_LIEU_HONG, SourcePos.ofFile(name), firstLine(e.toString()));
    }
    failIfWrong();
    return Optional.empty();
  }

  /** Tells of keys that an entry has twice. */
  void refuseRepeatedKeys(YamlNode node) {
    var lines = new HashMap<String, Integer>();
    for (YamlNode.Entry entry : node.entries()) {
      Integer earlier = lines.putIfAbsent(entry.key(), entry.keyPos().line());
      if (earlier != null) {
        problem(ProblemCode.KHOA_TRUNG, entry.keyPos(), entry.key(), earlier.toString());
      }
    }
  }

  /** Tells of keys that an entry does not know: what they say would be lost. */
  void refuseUnknownKeys(YamlNode node, List<String> known) {
    for (YamlNode.Entry entry : node.entries()) {
      if (!known.contains(entry.key())) {
        problem(
            ProblemCode.DU_LIEU_KHOA_LA,
            entry.keyPos(),
            entry.key(),
            Nearest.within(Math.min(2, entry.key().length() - 2), entry.key(), known).orElse(""),
            String.join(", ", known));
      }
    }
  }

  /** Tells of a value that is none of those that can be chosen. */
  void refuseUnlisted(String key, SourcePos pos, String value, List<String> choices) {
    if (!value.isEmpty() && !choices.contains(value)) {
      problem(
          ProblemCode.DU_LIEU_NGOAI_DANH_SACH,
          pos,
          key,
          value,
          Nearest.to(value, choices).orElse(""),
          String.join(", ", choices));
    }
  }

  /** A value that must be there; the empty text stands in until {@link #failIfWrong()}. */
  String required(YamlNode node, String key) {
    Optional<String> value =
        Optional.ofNullable(node.fields().get(key))
            .flatMap(YamlNode::scalar)
            .filter(text -> !text.isBlank());
    if (value.isEmpty()) {
      problem(ProblemCode.DU_LIEU_THIEU, node.pos(), key);
    }
    return value.orElse("");
  }

  /** A value that must be there and stand in an address as it is. */
  String slug(YamlNode node, String key) {
    String value = required(node, key);
    if (!value.equals(VietnameseText.slug(value))) {
      problem(
          ProblemCode.DU_LIEU_SAI_GIA_TRI,
          node.fields().get(key).pos(),
          key,
          value,
          VietnameseText.slug(value));
    }
    return value;
  }

  /** A value that may be missing. */
  Optional<String> optional(YamlNode node, String key) {
    return Optional.ofNullable(node.fields().get(key)).flatMap(YamlNode::scalar);
  }

  /** A day, written {@code 2025-06-30}. */
  Optional<LocalDate> day(YamlNode node, String key) {
    return optional(node, key)
        .flatMap(
            text -> {
              try {
                return Optional.of(LocalDate.parse(text));
              } catch (DateTimeParseException e) {
                SourcePos pos = node.fields().get(key).pos();
                problem(ProblemCode.DU_LIEU_SAI_GIA_TRI, pos, key, text, "2025-06-30");
                return Optional.empty();
              }
            });
  }

  void problem(ProblemCode code, SourcePos pos, String... args) {
    problems.add(Problem.of(code, pos, args));
  }

  private static String firstLine(String message) {
    return message.lines().findFirst().orElse("");
  }

  void failIfWrong() {
    if (!problems.isEmpty()) {
      throw new SiteException(problems.stream().sorted().toList(), null);
    }
  }
}
