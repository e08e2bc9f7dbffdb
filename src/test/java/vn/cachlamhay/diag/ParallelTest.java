package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ConcurrentSkipListSet;
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
}
