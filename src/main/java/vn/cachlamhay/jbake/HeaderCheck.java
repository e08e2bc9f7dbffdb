package vn.cachlamhay.jbake;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jbake.app.configuration.JBakeConfiguration;
import org.jbake.model.DocumentModel;
import org.jbake.model.DocumentTypes;
import org.jbake.model.ModelAttributes;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.Nearest;

/**
 * Tells what JBake passes over in the header of a content file: where the file is left out, or a
 * date replaced by the time of the file, JBake has a line in its log at the most. Immutable and
 * thread-safe.
 */
final class HeaderCheck {

  private static final List<String> STATUSES =
      List.of(
          ModelAttributes.Status.PUBLISHED,
          ModelAttributes.Status.DRAFT,
          ModelAttributes.Status.PUBLISHED_DATE);

  private final Site site;
  private final ProjectDates dates;
  private final Leniency leniency;

  HeaderCheck(Site site, ProjectDates dates, Leniency leniency) {
    this.site = site;
    this.dates = dates;
    this.leniency = leniency;
  }

  /** What is wrong with a file that JBake's parser could not make a document of. */
  Problem whyNoDocument(ProjectSource source, HeaderLines header) {
    if (header.lines().isEmpty()) {
      return judged(ProblemCode.TEP_RONG, SourcePos.ofFile(source.name()));
    }
    OptionalInt slip = header.slip();
    if (slip.isPresent()) {
      return slip(source, header, slip.getAsInt());
    }
    JBakeConfiguration jbake = site.jbake();
    boolean typed = startsALine(header, "type=") || !jbake.getDefaultType().isEmpty();
    if (header.end().isPresent() && !typed) {
      return judged(
          ProblemCode.THIEU_LOAI, SourcePos.ofFile(source.name()), String.join(", ", types()));
    }
    if (header.end().isPresent() && jbake.getDefaultStatus().isEmpty()) {
      return judged(ProblemCode.THIEU_TRANG_THAI, SourcePos.ofFile(source.name()));
    }
    return judged(
        ProblemCode.THIEU_PHAN_DAU_JBAKE, SourcePos.ofFile(source.name()), header.separator());
  }

  /** What is wrong with a file that JBake made a document of. */
  List<Problem> check(ProjectSource source, HeaderLines header, DocumentModel document) {
    var problems = new ArrayList<Problem>();
    header.slip().ifPresent(line -> problems.add(slip(source, header, line)));
    date(source, header, document).ifPresent(problems::add);
    if (!DocumentTypes.contains(document.getType())) {
      problems.add(unknownType(source, header, document.getType()));
    }
    String status = document.getStatus();
    if (!STATUSES.contains(status)) {
      problems.add(
          Problem.of(
                  ProblemCode.TRANG_THAI_LA,
                  place(source, header, "status"),
                  status,
                  Nearest.to(status, STATUSES).orElse(""),
                  String.join(", ", STATUSES))
              .asNotice());
    }
    return problems;
  }

  /** A type that the site has no template for; JBake leaves such files out. */
  Problem unknownType(ProjectSource source, HeaderLines header, String type) {
    List<String> types = types();
    return judged(
        ProblemCode.LOAI_LA,
        place(source, header, "type"),
        type,
        Nearest.to(type, types).orElse(""),
        String.join(", ", types));
  }

  private Optional<Problem> date(ProjectSource source, HeaderLines header, DocumentModel document) {
    OptionalInt line = header.lastLineOf("date");
    if (line.isEmpty()) {
      boolean ofTheFile = new Date(source.file().lastModified()).equals(document.getDate());
      return !ofTheFile || document.getType().equals("page")
          ? Optional.empty()
          // the time of the file differs from copy to copy
          : Optional.of(
              Problem.of(ProblemCode.THIEU_NGAY, SourcePos.ofFile(source.name())).asNotice());
    }
    String written = header.value(line.getAsInt());
    return dates.parse(written).isPresent()
        ? Optional.empty()
        : Optional.of(
            judged(
                ProblemCode.NGAY_HONG_JBAKE,
                place(source, header, "date"),
                written,
                site.jbake().getDateFormat()));
  }

  private Problem slip(ProjectSource source, HeaderLines header, int line) {
    return judged(
        ProblemCode.DONG_PHAN_DAU_HONG,
        new SourcePos(source.name(), line + 1, 1),
        header.lines().get(line).strip());
  }

  private static SourcePos place(ProjectSource source, HeaderLines header, String key) {
    OptionalInt line = header.lastLineOf(key);
    if (line.isEmpty()) {
      return SourcePos.ofFile(source.name());
    }
    String text = header.lines().get(line.getAsInt());
    int value = text.indexOf('=') + 1;
    int lead = text.substring(value).length() - text.substring(value).stripLeading().length();
    return new SourcePos(source.name(), line.getAsInt() + 1, value + lead + 1);
  }

  private static boolean startsALine(HeaderLines header, String start) {
    return header.lines().subList(0, header.end().orElse(0)).stream()
        .anyMatch(line -> line.trim().startsWith(start));
  }

  private List<String> types() {
    return site.config().types();
  }

  private Problem judged(ProblemCode code, SourcePos pos, String... args) {
    return leniency.judge(Problem.of(code, pos, args));
  }
}
