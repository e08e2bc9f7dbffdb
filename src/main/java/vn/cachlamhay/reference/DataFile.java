package vn.cachlamhay.reference;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;

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
    if (!Files.exists(path)) {
      return Optional.empty();
    }
    try {
      Optional<YamlNode> root = YamlNode.parse(Files.readString(path), name, 0);
      Optional<YamlNode> value = root.map(node -> node.fields().get(key));
      if (value.isEmpty()) {
        problem(SourcePos.ofFile(name), key, "“" + key + ":”");
      }
      return value;
    } catch (YamlNode.SyntaxException e) {
      problem(e.pos(), "YAML", "YAML 1.2");
    } catch (IOException e) {
      problem(SourcePos.ofFile(name), e.getMessage(), "UTF-8");
    }
    failIfWrong();
    return Optional.empty();
  }

  /** A value that must be there; the empty text stands in until {@link #failIfWrong()}. */
  String required(YamlNode node, String key) {
    Optional<String> value = Optional.ofNullable(node.fields().get(key)).flatMap(YamlNode::scalar);
    if (value.isEmpty()) {
      problem(node.pos(), key + " ?", key + ": …");
    }
    return value.orElse("");
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
                problem(node.fields().get(key).pos(), text, key + ": 2025-06-30");
                return Optional.empty();
              }
            });
  }

  void problem(SourcePos pos, String what, String remedy) {
    problems.add(Problem.of(ProblemCode.DU_LIEU_HONG, pos, what, remedy));
  }

  void failIfWrong() {
    if (!problems.isEmpty()) {
      throw new SiteException(problems, null);
    }
  }
}
