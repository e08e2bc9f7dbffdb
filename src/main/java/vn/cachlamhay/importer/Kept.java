package vn.cachlamhay.importer;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Figure;
import vn.cachlamhay.recognition.Finding;

/**
 * What is kept of an import beside the original: where it came from, what was found, what was
 * changed. The report of the command line and of the editor is made from it. Immutable.
 *
 * @param source as it was named: a path, a name in an archive, an address
 * @param original the name of the kept file, in the same folder
 * @param digest SHA-256 of the original, in hexadecimal digits
 * @param address of a page; may be empty
 * @param article the path of the draft below the content folder
 * @param print by which the text is known again; may be empty
 * @param fields what was found, also what was not sure enough for the draft
 * @param changes what was tidied
 * @param dropped lines that were left out as furniture
 * @param figures results that the text gives
 * @param notices what the editor should look at
 */
public record Kept(
    String source,
    String original,
    String digest,
    String address,
    String article,
    String print,
    List<Finding> fields,
    List<Change> changes,
    List<String> dropped,
    List<Figure> figures,
    List<Notice> notices) {

  private static final List<Field> NEEDED =
      List.of(Field.TITLE, Field.DATE, Field.AUTHOR, Field.LOCALITY, Field.TOPIC);

  public Kept {
    fields = List.copyOf(fields);
    changes = List.copyOf(changes);
    dropped = List.copyOf(dropped);
    figures = List.copyOf(figures);
    notices = List.copyOf(notices);
  }

  /** The fields that an article needs, and of which nothing sure enough was found. */
  public List<Field> missing() {
    return NEEDED.stream()
        .filter(field -> fields.stream().noneMatch(found -> found.isFor(field)))
        .toList();
  }

  /**
   * Letters that were tidied.
   *
   * @param kind as {@link vn.cachlamhay.text.Tidying.Kind} names it
   * @param before with some words around
   * @param after likewise
   */
  public record Change(String kind, String before, String after) {}

  /** A problem without its place, which is the source. */
  public record Notice(String code, List<String> args) {

    static Notice of(Problem problem) {
      return new Notice(problem.code().name(), problem.args());
    }

    /**
     * The problem, to be told with {@code diag.Messages}; empty where it is of another version of
     * the portal.
     */
    public Optional<Problem> problem(String place) {
      for (ProblemCode known : ProblemCode.values()) {
        if (known.name().equals(code)) {
          return Optional.of(
              Problem.of(known, SourcePos.ofFile(place), args.toArray(String[]::new)).asNotice());
        }
      }
      return Optional.empty();
    }
  }
}
