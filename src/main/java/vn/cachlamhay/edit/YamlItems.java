package vn.cachlamhay.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.reference.YamlNode;

/**
 * Changes a YAML list that has an item a line: the lines of items that stay are kept, and the
 * comments between them.
 *
 * @param close the line behind the head
 */
record YamlItems(FileLines lines, int close) {

  /** The lines of a key with other items; empty where the list is not that simple. */
  Optional<List<FileLines.Line>> changed(HeadForm.Entry entry, YamlNode list, List<String> values) {
    List<YamlNode> items = list.isSequence() ? list.items() : List.of();
    if (items.isEmpty() || !items.stream().allMatch(this::isSimple)) {
      return Optional.empty();
    }
    List<String> before = items.stream().map(item -> item.scalar().orElse("").strip()).toList();
    String first = lines.lines().get(items.get(0).pos().line() - 1).raw();
    String dash = first.substring(0, first.indexOf('-')) + "- ";
    String end = lines.lines().get(entry.from()).end();
    var changed = new ArrayList<FileLines.Line>();
    int at = entry.from();
    for (LineDiff.Change change : LineDiff.between(before, values)) {
      int place = change.oldFrom() < items.size() ? from(items, change.oldFrom()) : entry.to();
      changed.addAll(lines.lines().subList(at, place));
      at = place;
      for (int i = change.oldFrom(); i < change.oldTo(); i++) {
        changed.addAll(lines.lines().subList(at, from(items, i)));
        at = to(items, i, entry);
      }
      for (String value : values.subList(change.newFrom(), change.newTo())) {
        changed.add(new FileLines.Line(dash + YamlText.scalar(entry.key(), value, false), end));
      }
    }
    changed.addAll(lines.lines().subList(at, entry.to()));
    return Optional.of(changed);
  }

  private boolean isSimple(YamlNode item) {
    int line = item.pos().line() - 1;
    return item.scalar().isPresent()
        && line < close
        && lines.lines().get(line).raw().stripLeading().startsWith("- ");
  }

  private static int from(List<YamlNode> items, int index) {
    return items.get(index).pos().line() - 1;
  }

  private int to(List<YamlNode> items, int index, HeadForm.Entry entry) {
    int next = index + 1 < items.size() ? from(items, index + 1) : entry.to();
    return YamlHead.lastLine(lines, items.get(index), from(items, index), next) + 1;
  }
}
