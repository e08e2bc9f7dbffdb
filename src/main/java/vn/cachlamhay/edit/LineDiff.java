package vn.cachlamhay.edit;

import java.util.List;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.Sequence;
import org.eclipse.jgit.diff.SequenceComparator;

/** What differs between two lists of lines, as Git sees it. Stateless. */
final class LineDiff {

  private LineDiff() {}

  /** Lines of the one, from and up to, in the place of lines of the other. */
  record Change(int oldFrom, int oldTo, int newFrom, int newTo) {}

  /** The changes in their order. */
  static List<Change> between(List<String> before, List<String> after) {
    if (before.equals(after)) {
      return List.of();
    }
    return new HistogramDiff()
        .diff(new SameLine(), new Lines(before), new Lines(after)).stream()
            .map(
                edit ->
                    new Change(edit.getBeginA(), edit.getEndA(), edit.getBeginB(), edit.getEndB()))
            .toList();
  }

  private static final class Lines extends Sequence {
    private final List<String> lines;

    Lines(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public int size() {
      return lines.size();
    }
  }

  private static final class SameLine extends SequenceComparator<Lines> {
    @Override
    public boolean equals(Lines a, int ai, Lines b, int bi) {
      return a.lines.get(ai).equals(b.lines.get(bi));
    }

    @Override
    public int hash(Lines lines, int index) {
      return lines.lines.get(index).hashCode();
    }
  }
}
