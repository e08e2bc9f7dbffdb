package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Nothing goes on behind the back of the caller. */
class ParallelTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

  @Test
  void doesEverything() {
    var done = new ConcurrentSkipListSet<Integer>();
    Parallel.forEach(NUMBERS, done::add);
    assertThat(done).hasSize(NUMBERS.size());
  }

  @RepeatedTest(20)
  void hasEndedWhenItThrows() {
    var running = new AtomicInteger();
    assertThatThrownBy(
            () ->
                Parallel.forEach(
                    NUMBERS,
                    number -> {
                      running.incrementAndGet();
                      try {
                        if (number == 250) {
                          throw new IllegalStateException("x");
                        }
                        Thread.onSpinWait();
                      } finally {
                        running.decrementAndGet();
                      }
                    }))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("x");
    assertThat(running).hasValue(0);
  }

  @Test
  void doesOneThingBesideAnother() {
    var aside = new AtomicBoolean();
    assertThat(Parallel.beside(() -> aside.set(true), () -> "work")).isEqualTo("work");
    assertThat(aside).isTrue();
  }

  @RepeatedTest(20)
  void waitsForWhatIsBesideEvenIfTheWorkFails() {
    var begun = new CountDownLatch(1);
    var ended = new AtomicBoolean();
    assertThatThrownBy(
            () ->
                Parallel.beside(
                    () -> {
                      begun.countDown();
                      Thread.yield();
                      ended.set(true);
                      throw new IllegalStateException("beside");
                    },
                    () -> {
                      await(begun);
                      throw new IllegalArgumentException("work");
                    }))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("work")
        .hasSuppressedException(new IllegalStateException("beside"));
    assertThat(ended).isTrue();
  }

  @Test
  void throwsWhatWasThrownBeside() {
    assertThatThrownBy(
            () ->
                Parallel.beside(
                    () -> {
                      throw new IllegalStateException("beside");
                    },
                    () -> "work"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("beside");
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }
}
