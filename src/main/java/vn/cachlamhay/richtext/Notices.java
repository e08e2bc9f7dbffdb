package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Collects what an editor should know of a text, each kind once. For one thread. */
final class Notices {

  private final String place;
  private final List<Problem> list = new ArrayList<>();

  /**
   * @param place where they belong to, as messages name it
   */
  Notices(String place) {
    this.place = place;
  }

  void add(ProblemCode code, String... args) {
    Problem notice = Problem.of(code, SourcePos.ofFile(place), args);
    if (list.stream().noneMatch(each -> each.code() == code)) {
      list.add(notice);
    }
  }

  List<Problem> list() {
    return List.copyOf(list);
  }
}
