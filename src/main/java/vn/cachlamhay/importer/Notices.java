package vn.cachlamhay.importer;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Collects what an editor should know of a paste, each kind once. For one thread. */
final class Notices {

  private final List<Problem> list = new ArrayList<>();

  void add(ProblemCode code, String... args) {
    Problem notice = Problem.of(code, SourcePos.ofFile(PastedText.PLACE), args);
    if (list.stream().noneMatch(each -> each.code() == code)) {
      list.add(notice);
    }
  }

  List<Problem> list() {
    return List.copyOf(list);
  }
}
