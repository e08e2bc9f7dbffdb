package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing goes on behind the back of the caller. */
class ParallelTest {

  private static final List<Integer> NUMBERS = IntStream.range(0, 500).boxed().toList();

  @Test
  void doesEverything() {
    var done = new ConcurrentSkipListSet<Integer>();
    Parallel.forEach(NUMBERS, done::add);
    assertThat(done).hasSize(NUMBERS.size());
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3, 511, 512, 513, 1025, 5000})
  void doesEachOnce(int count) {
    List<Integer> numbers = IntStream.range(0, count).boxed().toList();
    for (int first : new int[] {0, 1, count / 3, count}) {
      var times = new AtomicIntegerArray(count);
      Parallel.forEach(
          new Parallel.Parted<>(numbers, Math.min(first, count)), times::incrementAndGet);
      assertThat(IntStream.range(0, count).map(times::get)).containsOnly(ones(count));
    }
    assertThat(Parallel.map(numbers, number -> 2 * number))
        .isEqualTo(numbers.stream().map(number -> 2 * number).toList());
  }

  private static Integer[] ones(int count) {
    return count == 0 ? new Integer[0] : new Integer[] {1};
  }

  @Test
  void putsFirstWhatTakesLong() {
    Parallel.Parted<Integer> parted = Parallel.parted(NUMBERS, number -> number % 100 != 7);
    assertThat(parted.first()).isEqualTo(5);
    assertThat(parted.elements()).startsWith(7, 107, 207, 307, 407, 0, 1, 2);
    assertThat(parted.elements()).containsExactlyInAnyOrderElementsOf(NUMBERS);
  }

  /** As where the memory is out. */
  @Test
  void throwsErrorsToo() {
    assertThatThrownBy(
            () ->
                Parallel.forEach(
                    NUMBERS,
                    number -> {
                      if (number == 250) {
                        throw new OutOfMemoryError("x");
                      }
                    }))
        .isInstanceOf(OutOfMemoryError.class);
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
