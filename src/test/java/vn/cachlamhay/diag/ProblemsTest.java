package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

class ProblemsTest {

  private final Problems problems = new Problems();

  @Test
  void problemsComeOutByFileThenLineThenColumnThenCode() {
    List<Problem> wanted =
        List.of(
            at("a.md", 0, 0, ProblemCode.THIEU_TIEU_DE),
            at("a.md", 0, 0, ProblemCode.THIEU_NGAY),
            at("a.md", 2, 0, ProblemCode.NGAY_HONG),
            at("a.md", 2, 9, ProblemCode.NGAY_HONG),
            at("a.md", 10, 1, ProblemCode.NGAY_HONG),
            at("b.md", 1, 1, ProblemCode.NGAY_HONG));
    var shuffled = new ArrayList<>(wanted);
    Collections.shuffle(shuffled, new Random(7));
    problems.addAll(shuffled);

    assertThat(problems.sorted()).containsExactlyElementsOf(wanted);
  }

  @Test
  void ofOnePlaceAndCodeTheParticularsDecide() {
    Problem b = Problem.of(ProblemCode.KHONG_RO_CHU_DE, SourcePos.ofFile("a.md"), "b");
    Problem a = Problem.of(ProblemCode.KHONG_RO_CHU_DE, SourcePos.ofFile("a.md"), "a");
    problems.addAll(List.of(b, a));

    assertThat(problems.sorted()).containsExactly(a, b);
  }

  @Test
  void theSameProblemIsToldOnce() {
    problems.add(at("a.md", 1, 1, ProblemCode.NGAY_HONG));
    problems.add(at("a.md", 1, 1, ProblemCode.NGAY_HONG));

    assertThat(problems.sorted()).hasSize(1);
    assertThat(problems.errorCount()).isEqualTo(1);
  }

  @Test
  void aNoticeIsNoError() {
    problems.add(ProblemCode.HTML_BI_BO, SourcePos.ofFile("a.md"), "<script>");

    assertThat(problems.hasErrors()).isFalse();
    assertThat(problems.sorted()).hasSize(1);
  }

  @Test
  void beyondTheCapTheFirstStayAndTheRestIsCounted() {
    var capped = new Problems(3);
    for (int line : new int[] {5, 1, 4, 2, 3}) {
      capped.add(at("a.md", line, 1, ProblemCode.NGAY_HONG));
    }

    assertThat(capped.sorted())
        .containsExactly(
            at("a.md", 1, 1, ProblemCode.NGAY_HONG),
            at("a.md", 2, 1, ProblemCode.NGAY_HONG),
            at("a.md", 3, 1, ProblemCode.NGAY_HONG),
            Problem.of(ProblemCode.QUA_NHIEU, SourcePos.ofFile("…"), "2"));
    assertThat(capped.errorCount()).isEqualTo(5);
    assertThat(Messages.in("vi").format(capped.sorted().get(3)))
        .isEqualTo(
            "…: lưu ý [qua-nhieu] còn 2 lỗi hoặc lưu ý khác\n    gợi ý: sửa những điều trên rồi chạy lại");
  }

  @Test
  void upToTheCapNothingIsSaidOfMore() {
    var capped = new Problems(3);
    for (int line = 1; line <= 3; line++) {
      capped.add(at("a.md", line, 1, ProblemCode.NGAY_HONG));
    }

    assertThat(capped.sorted()).hasSize(3).noneMatch(p -> p.code() == ProblemCode.QUA_NHIEU);
  }

  @Test
  void beyondTheCapTheSameProblemStillCountsOnce() {
    var capped = new Problems(1);
    capped.add(at("a.md", 1, 1, ProblemCode.NGAY_HONG));
    capped.add(at("b.md", 1, 1, ProblemCode.NGAY_HONG));
    capped.add(at("b.md", 1, 1, ProblemCode.NGAY_HONG));

    assertThat(capped.errorCount()).isEqualTo(2);
    assertThat(capped.sorted().get(1).args()).containsExactly("1");
  }

  @Test
  void noticesNeverPushOutAnError() {
    var capped = new Problems(3);
    for (int line = 1; line <= 5; line++) {
      capped.add(at("a.md", line, 1, ProblemCode.HTML_BI_BO));
    }
    capped.add(at("b.md", 1, 1, ProblemCode.NGAY_HONG));

    // the exit code is made from this list
    assertThat(capped.sorted()).anyMatch(Problem::isError);
  }

  @Test
  void thatThereAreErrorsIsNotForgottenBeyondTheCap() {
    var capped = new Problems(1);
    capped.add(at("a.md", 1, 1, ProblemCode.HTML_BI_BO));
    capped.add(at("b.md", 1, 1, ProblemCode.NGAY_HONG));

    assertThat(capped.hasErrors()).isTrue();
  }

  @Test
  void manyThreadsLoseNothing() throws Exception {
    int threads = 8;
    int each = 100;
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    var start = new CountDownLatch(1);
    var done = new ArrayList<Future<?>>();
    for (int t = 0; t < threads; t++) {
      int thread = t;
      done.add(
          pool.submit(
              () -> {
                start.await();
                for (int line = 1; line <= each; line++) {
                  problems.add(at("file-" + thread + ".md", line, 1, ProblemCode.NGAY_HONG));
                  problems.add(at("common.md", line, 1, ProblemCode.NGAY_HONG));
                }
                return null;
              }));
    }
    start.countDown();
    for (Future<?> task : done) {
      task.get();
    }
    pool.shutdown();

    assertThat(problems.sorted()).hasSize(threads * each + each).isSorted();
    assertThat(problems.errorCount()).isEqualTo(threads * each + each);
  }

  @Test
  void aSnapshotDoesNotChangeAnyMore() {
    problems.add(at("a.md", 1, 1, ProblemCode.NGAY_HONG));
    List<Problem> snapshot = problems.sorted();
    problems.add(at("b.md", 1, 1, ProblemCode.NGAY_HONG));

    assertThat(snapshot).hasSize(1);
  }

  @Test
  void aPlaceShowsOnlyWhatIsKnown() {
    assertThat(SourcePos.ofFile("a.md")).hasToString("a.md");
    assertThat(new SourcePos("a.md", 3, 0)).hasToString("a.md:3");
    assertThat(new SourcePos("a.md", 3, 7)).hasToString("a.md:3:7");
  }

  @Test
  void aFailureCarriesAllItsProblems() {
    List<Problem> all =
        List.of(
            at("a.md", 1, 1, ProblemCode.DU_LIEU_HONG), at("b.md", 1, 1, ProblemCode.DU_LIEU_HONG));

    assertThat(new SiteException(all, null).problems()).isEqualTo(all);
    assertThat(new SiteException(all, null)).hasMessageContaining("a.md").hasMessageContaining("b");
  }

  private static Problem at(String file, int line, int column, ProblemCode code) {
    return Problem.of(code, new SourcePos(file, line, column), "x");
  }
}
