package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Article;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.PartKind;
import vn.cachlamhay.model.Practice;

/**
 * What an editor should look at in a best practice and in tables of results: figures without a year
 * or unit, shares that do not follow from their parts, numbers that cannot be read, a text that
 * says something else than its table, no lessons. All of them are notices: nothing is left out for
 * them. Only tables in Markdown are looked at, as only there a row has a line of the file.
 * Stateless.
 */
public final class PracticeChecks {

  private static final String PRACTICE = "practice";
  private static final String MARKDOWN = ".md";
  private static final List<Column.Role> NUMBERS =
      List.of(Column.Role.TARGET, Column.Role.VALUE, Column.Role.SHARE);

  private final Article article;
  private final List<Problem> problems = new ArrayList<>();

  private PracticeChecks(Article article) {
    this.article = article;
  }

  /** A figure and the line of its row. */
  record Stated(Figure figure, int line) {}

  /**
   * The problems of an article, in the order of its text.
   *
   * @param practice what was recognised in the article
   */
  public static List<Problem> of(Article article, Practice practice) {
    var checks = new PracticeChecks(article);
    if (article.type().equals(PRACTICE) && lacksLessons(practice)) {
      checks.problems.add(
          Problem.of(ProblemCode.CACH_LAM_THIEU_BAI_HOC, SourcePos.ofFile(article.source())));
    }
    if (article.source().endsWith(MARKDOWN) && article.markup().indexOf('|') >= 0) {
      checks.tables(MarkdownTables.of(article.markup(), article.markupLine()));
    }
    return List.copyOf(checks.problems);
  }

  private void tables(MarkdownTables text) {
    var all = new ArrayList<Stated>();
    for (MarkdownTables.Table table : text.tables()) {
      Columns columns = Columns.of(table.headings(), table.cells());
      if (ResultTables.areResults(columns, table.caption())) {
        List<Stated> stated = stated(table, columns);
        all.addAll(stated);
        if (!stated.isEmpty()) {
          missing(ProblemCode.CACH_LAM_THIEU_NAM, stated, PracticeChecks::isWithoutTime);
          missing(ProblemCode.CACH_LAM_THIEU_DON_VI, stated, PracticeChecks::isWithoutUnit);
        }
        unread(table, columns);
      }
    }
    all.forEach(this::share);
    if (!all.isEmpty()) {
      for (TextCheck.Contradiction told : TextCheck.of(text.prose(), all)) {
        add(
            ProblemCode.CACH_LAM_TRAI_BANG,
            told.line(),
            told.quote(),
            told.table(),
            String.valueOf(told.tableLine()));
      }
    }
  }

  private static List<Stated> stated(MarkdownTables.Table table, Columns columns) {
    var reader = new ResultRows(columns, table.caption());
    var stated = new ArrayList<Stated>();
    for (MarkdownTables.Row row : table.rows()) {
      reader.read(row.cells()).forEach(figure -> stated.add(new Stated(figure, row.line())));
    }
    return stated;
  }

  /** One that is not written in parts is not asked for this part: old articles are as they are. */
  private static boolean lacksLessons(Practice practice) {
    boolean inParts = practice.parts().stream().anyMatch(part -> part.kind() != PartKind.OTHER);
    return inParts && practice.part(PartKind.LESSONS).isEmpty();
  }

  private static boolean isWithoutTime(Figure figure) {
    return figure.year().isEmpty() && figure.period().isEmpty();
  }

  private static boolean isWithoutUnit(Figure figure) {
    return figure.unit().isEmpty() && figure.value().isPresent();
  }

  /** One for a table: what is missing in one row is often missing in all. */
  private void missing(ProblemCode code, List<Stated> rows, Predicate<Figure> wrong) {
    List<Stated> found = rows.stream().filter(row -> wrong.test(row.figure())).toList();
    if (!found.isEmpty()) {
      add(
          code,
          found.get(0).line(),
          found.get(0).figure().indicator(),
          String.valueOf(found.stream().map(Stated::line).distinct().count()));
    }
  }

  private void share(Stated row) {
    ShareCheck.of(row.figure())
        .ifPresent(
            wrong ->
                add(
                    ProblemCode.CACH_LAM_TY_LE_KHAC,
                    row.line(),
                    row.figure().indicator(),
                    wrong.written(),
                    wrong.parts(),
                    wrong.expected()));
  }

  /** Cells of words in a column of words are no fault: "Kết quả" may be "tốt". */
  private void unread(MarkdownTables.Table table, Columns columns) {
    for (Column.Role role : NUMBERS) {
      for (int at : columns.at(role)) {
        List<String> written =
            table.cells().stream()
                .map(cells -> cell(cells, at))
                .filter(cell -> !Cells.isEmpty(cell))
                .toList();
        long read = written.stream().filter(ResultRows::isNumber).count();
        for (MarkdownTables.Row row : table.rows()) {
          String cell = cell(row.cells(), at);
          boolean number = cell.chars().anyMatch(Character::isDigit) || read * 2 > written.size();
          if (number && !Cells.isEmpty(cell) && !ResultRows.isNumber(cell)) {
            add(
                ProblemCode.CACH_LAM_O_KHONG_PHAI_SO,
                row.line(),
                cell,
                table.headings().get(at),
                QuantityReader.suggestion(cell).orElse(""));
          }
        }
      }
    }
  }

  private static String cell(List<String> cells, int at) {
    return at < cells.size() ? cells.get(at) : "";
  }

  private void add(ProblemCode code, int line, String... args) {
    problems.add(Problem.of(code, new SourcePos(article.source(), line, 0), args));
  }
}
