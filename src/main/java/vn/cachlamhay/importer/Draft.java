package vn.cachlamhay.importer;

import java.util.List;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.recognition.Field;
import vn.cachlamhay.recognition.Finding;
import vn.cachlamhay.recognition.Findings;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.richtext.RichText;

/**
 * What was made of a manuscript before anything is written. Immutable.
 *
 * @param manuscript it was made of
 * @param findings what goes into the front matter
 * @param text the body that is left
 * @param changes what was tidied
 * @param notices of reading and recognising
 */
record Draft(
    Manuscript manuscript,
    Findings findings,
    RichText text,
    List<Kept.Change> changes,
    List<Problem> notices) {

  Draft {
    changes = List.copyOf(changes);
    notices = List.copyOf(notices);
  }

  /** The values of a field that are sure enough for the draft. */
  List<String> values(Field field) {
    return findings.fields().stream()
        .filter(finding -> finding.isFor(field))
        .map(Finding::value)
        .distinct()
        .toList();
  }

  /** The title, if one was found. */
  Optional<String> title() {
    return values(Field.TITLE).stream().findFirst();
  }

  /** The same with another body. */
  Draft with(RichText other) {
    return new Draft(manuscript, findings, other, changes, notices);
  }
}
