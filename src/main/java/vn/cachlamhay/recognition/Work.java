package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Edit;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Passage;

/**
 * A text while it is looked through: its lines, which of them are taken, and what was found. Each
 * finder leaves the lines alone that another has taken. For one thread.
 */
final class Work {

  private final List<Passage> passages;
  private final List<Hint> hints;
  private final List<Row> rows;
  private final boolean[] taken;
  private final boolean[] moved;
  private final List<Finding> findings = new ArrayList<>();
  private final List<Cut> cuts = new ArrayList<>();
  private final Map<Integer, Integer> captions = new LinkedHashMap<>();
  private final List<String> dropped = new ArrayList<>();
  private final List<Problem> doubts = new ArrayList<>();
  private int title = -1;

  /** Letters within a row that go. */
  private record Cut(int row, int start, int end) {}

  Work(List<Passage> passages, List<Hint> hints) {
    this.passages = passages;
    this.hints = hints;
    this.rows = Row.of(passages);
    this.taken = new boolean[rows.size()];
    this.moved = new boolean[rows.size()];
  }

  int size() {
    return rows.size();
  }

  Row row(int index) {
    return rows.get(index);
  }

  boolean isTaken(int index) {
    return taken[index];
  }

  /** Whether a line is still there and not longer than lines about the text are. */
  boolean isOpen(int index) {
    return !taken[index] && rows.get(index).runs() && rows.get(index).isShort();
  }

  List<String> hints(Hint.About about) {
    return hints.stream().filter(hint -> hint.about() == about).map(Hint::value).toList();
  }

  List<Hint> hints() {
    return hints;
  }

  /** The line that has the title; -1 where none has it. */
  int title() {
    return title;
  }

  void titleAt(int row) {
    title = row;
  }

  /** The first line of the text proper; how many lines there are where there is none. */
  int firstProse() {
    int row = title + 1;
    while (row < rows.size() && !rows.get(row).isProse()) {
      row++;
    }
    return row;
  }

  /** The last line of the text proper; -1 where there is none. */
  int lastProse() {
    return lastProse(rows.size());
  }

  /** The same above a line. */
  int lastProse(int end) {
    int row = end - 1;
    while (row >= 0 && (taken[row] || !rows.get(row).isProse())) {
      row--;
    }
    return row;
  }

  /** Takes a line out of the text; what it says stands in a finding. */
  void take(int row) {
    taken[row] = true;
  }

  /** Takes a line out of the text as furniture. */
  void drop(int row) {
    if (!taken[row]) {
      taken[row] = true;
      dropped.add(rows.get(row).text());
    }
  }

  /** Tells that a line which is taken already is not used. */
  void unused(String line) {
    dropped.add(line);
  }

  /** Takes letters out of a line. */
  void cut(int row, int start, int end) {
    cuts.add(new Cut(row, start, end));
  }

  /** A line without what was cut out of it. */
  String textOf(int row) {
    var text = new StringBuilder(rows.get(row).text());
    cuts.stream()
        .filter(cut -> cut.row() == row)
        .sorted(Comparator.comparingInt(Cut::start).reversed())
        .forEach(cut -> text.delete(cut.start(), cut.end()));
    return text.toString().strip();
  }

  /** Moves a line to a picture. */
  void caption(int row, int picture) {
    taken[row] = true;
    moved[row] = true;
    captions.put(rows.get(row).passage().number(), rows.get(picture).passage().number());
  }

  boolean hasPictures() {
    return rows.stream().anyMatch(Row::isPicture);
  }

  /** Whether a passage is one line. */
  boolean isWhole(int row) {
    boolean before = row > 0 && rows.get(row - 1).passage() == rows.get(row).passage();
    boolean after = row + 1 < rows.size() && rows.get(row + 1).passage() == rows.get(row).passage();
    return !before && !after;
  }

  void found(Field field, String value, Certainty certainty, Where where, String quote) {
    boolean known =
        findings.stream()
            .anyMatch(f -> f.field() == field && Letters.key(f.value()).equals(Letters.key(value)));
    if (!known && !value.isBlank()) {
      findings.add(new Finding(field, value, certainty, where, Letters.brief(quote)));
    }
  }

  boolean has(Field field) {
    return best(field).filter(found -> found.certainty() != Certainty.GUESS).isPresent();
  }

  Optional<Finding> best(Field field) {
    return findings.stream()
        .filter(found -> found.field() == field)
        .min(Comparator.comparing(Finding::certainty));
  }

  void replace(Finding old, Finding now) {
    findings.set(findings.indexOf(old), now);
  }

  /** Something for the editor to look at. */
  void doubt(ProblemCode code, String... args) {
    String file =
        hints(Hint.About.FILE_NAME).stream()
            .findFirst()
            .or(() -> hints(Hint.About.ADDRESS).stream().findFirst())
            .orElse("");
    doubts.add(Problem.of(code, SourcePos.ofFile(file), args));
  }

  Findings result(List<Figure> figures) {
    findings.sort(Comparator.comparing(Finding::field).thenComparing(Finding::certainty));
    return new Findings(findings, edits(), captions, dropped, figures, doubts);
  }

  private List<Edit> edits() {
    Map<Integer, List<Integer>> byPassage = new HashMap<>();
    for (int i = 0; i < rows.size(); i++) {
      byPassage.computeIfAbsent(rows.get(i).passage().number(), n -> new ArrayList<>()).add(i);
    }
    var edits = new ArrayList<Edit>();
    for (Passage passage : passages) {
      List<Integer> own = byPassage.getOrDefault(passage.number(), List.of());
      if (own.stream().anyMatch(row -> moved[row])) {
        continue;
      }
      if (!own.isEmpty() && own.stream().allMatch(row -> taken[row])) {
        edits.add(Edit.remove(passage));
      } else {
        addParts(own, edits);
      }
    }
    return edits;
  }

  /** Whole lines go with a break beside them; then what was cut out of those that stay. */
  private void addParts(List<Integer> own, List<Edit> edits) {
    int stays = -1;
    for (int i = 0; i < own.size(); i++) {
      Row row = rows.get(own.get(i));
      if (taken[own.get(i)]) {
        int last = i;
        while (last + 1 < own.size() && taken[own.get(last + 1)]) {
          last++;
        }
        int number = row.passage().number();
        if (stays >= 0) {
          int end = rows.get(own.get(last)).end();
          edits.add(new Edit(number, rows.get(stays).end(), end, ""));
        } else {
          int end = rows.get(own.get(last + 1)).start();
          edits.add(new Edit(number, row.start(), end, ""));
        }
        i = last;
      } else {
        stays = own.get(i);
        int index = stays;
        cuts.stream()
            .filter(cut -> cut.row() == index)
            .sorted(Comparator.comparingInt(Cut::start))
            .forEach(
                cut ->
                    edits.add(
                        new Edit(
                            row.passage().number(),
                            row.start() + cut.start(),
                            row.start() + cut.end(),
                            "")));
      }
    }
  }
}
