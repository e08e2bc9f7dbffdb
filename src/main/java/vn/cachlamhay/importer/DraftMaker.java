package vn.cachlamhay.importer;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Finding;
import vn.cachlamhay.recognition.Findings;
import vn.cachlamhay.recognition.Recognizer;
import vn.cachlamhay.richtext.Edit;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.Passage;
import vn.cachlamhay.richtext.RichText;
import vn.cachlamhay.text.Tidying;
import vn.cachlamhay.text.VietnameseText;

/**
 * Makes a draft of a manuscript: reads its text, tidies it, and takes out what belongs into fields
 * or nowhere. Immutable and thread-safe.
 */
final class DraftMaker {

  /** Letters around a change that show where it is. */
  private static final int AROUND = 20;

  /** Letters of the shortest text that is an article by itself. */
  private static final int SHORTEST = 200;

  /** Among these the lead stands, if there is one. */
  private static final int FIRST_LINES = 4;

  private static final Set<Hint.About> PROSE = Set.of(Hint.About.TITLE, Hint.About.SUMMARY);

  private final Recognizer recognizer;
  private final LocalDate today;

  DraftMaker(Recognizer recognizer, LocalDate today) {
    this.recognizer = recognizer;
    this.today = today;
  }

  /**
   * A draft.
   *
   * @param name of the source, for messages
   * @throws SiteException with {@code nhap-rong} where there is no word
   * @throws java.io.UncheckedIOException where a picture of the source cannot be read
   */
  Draft of(Manuscript manuscript, String name) {
    RichText raw = RichText.read(manuscript, name);
    var changes = new ArrayList<Kept.Change>();
    RichText text = tidied(raw, changes);
    List<Passage> passages = text.passages();
    if (passages.stream().allMatch(passage -> passage.text().isBlank())) {
      throw new SiteException(Problem.of(ProblemCode.NHAP_RONG, SourcePos.ofFile(name)));
    }
    Findings found = recognizer.recognize(passages, hints(manuscript), today);
    var notices = new ArrayList<>(manuscript.notices());
    notices.addAll(raw.notices());
    notices.addAll(found.doubts());
    RichText body = text.with(withoutNotes(found.edits(), passages), found.captions());
    if (isCutToPieces(body, found)) {
      body = text;
      notices.add(Problem.of(ProblemCode.NHAP_GIU_NGUYEN, SourcePos.ofFile(name)));
    }
    var draft = new Draft(manuscript, plain(found), body, changes, notices);
    return draft.with(withoutLead(body, draft.values(Field.SUMMARY)));
  }

  /** Pages show the lead below the title, so it does not begin the text as well. */
  private static RichText withoutLead(RichText body, List<String> summaries) {
    List<Passage> passages = body.passages();
    Optional<Edit> lead =
        passages.stream()
            .limit(FIRST_LINES)
            .filter(passage -> passage.text().indexOf(Passage.ATOM) < 0)
            .filter(passage -> summaries.stream().anyMatch(it -> isSame(it, passage.text())))
            .findFirst()
            .map(Edit::remove);
    return lead.isEmpty() || passages.size() < 2 ? body : body.with(List.of(lead.get()), Map.of());
  }

  private static boolean isSame(String one, String two) {
    return VietnameseText.slug(one).equals(VietnameseText.slug(two));
  }

  /** A line with a picture or the mark of a note stays, or these would be lost with it. */
  private static List<Edit> withoutNotes(List<Edit> edits, List<Passage> passages) {
    return edits.stream()
        .filter(
            edit ->
                passages
                        .get(edit.passage())
                        .text()
                        .substring(edit.start(), edit.end())
                        .indexOf(Passage.ATOM)
                    < 0)
        .toList();
  }

  /** Whether next to nothing is left of a text of which much was taken for furniture. */
  private static boolean isCutToPieces(RichText body, Findings findings) {
    int left = body.passages().stream().mapToInt(passage -> passage.text().length()).sum();
    int dropped = findings.dropped().stream().mapToInt(String::length).sum();
    return left < SHORTEST && dropped > left;
  }

  private static Findings plain(Findings findings) {
    return new Findings(
        findings.fields().stream().map(DraftMaker::plain).toList(),
        findings.edits(),
        findings.captions(),
        findings.dropped(),
        findings.figures(),
        findings.doubts());
  }

  /** Front matter has neither pictures nor notes. */
  private static Finding plain(Finding finding) {
    String mark = String.valueOf(Passage.ATOM);
    return new Finding(
        finding.field(),
        finding.value().replace(mark, ""),
        finding.certainty(),
        finding.where(),
        finding.quote().replace(mark, ""));
  }

  /** What a source says of itself has the same faults as its text. */
  private static List<Hint> hints(Manuscript manuscript) {
    return manuscript.hints().stream()
        .map(
            hint ->
                PROSE.contains(hint.about())
                    ? new Hint(hint.about(), Tidying.tidied(hint.value()), hint.where())
                    : hint)
        .toList();
  }

  private static RichText tidied(RichText text, List<Kept.Change> told) {
    var edits = new ArrayList<Edit>();
    for (Passage passage : text.passages()) {
      for (Tidying.Change change : Tidying.of(passage.text())) {
        edits.add(new Edit(passage.number(), change.start(), change.end(), change.replacement()));
        told.add(told(passage.text(), change));
      }
    }
    return edits.isEmpty() ? text : text.with(edits, Map.of());
  }

  private static Kept.Change told(String text, Tidying.Change change) {
    String before = text.substring(Math.max(0, change.start() - AROUND), change.start());
    String after = text.substring(change.end(), Math.min(text.length(), change.end() + AROUND));
    return new Kept.Change(
        change.kind().name(),
        before + text.substring(change.start(), change.end()) + after,
        before + change.replacement() + after);
  }
}
