package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Lines to a host that lets in so many at a time, and no more. */
class CrewTest {

  private static final Patience HASTY = new Patience(2, Duration.ofMillis(5));
  private static final List<Integer> WORK = IntStream.range(0, 200).boxed().toList();

  @TempDir Path folder;

  private final AtomicInteger made = new AtomicInteger();

  /** Counts those that are let in, and lets in so many. */
  private Target host(int bearable) {
    var config =
        new TargetConfig(
            "h", folder, Map.of("type", "folder"), SourcePos.ofFile("jbake.properties"));
    return new Target() {
      @Override
      public String address() {
        return "h";
      }

      @Override
      public Connection connect() throws IOException {
        if (made.incrementAndGet() > bearable) {
          made.decrementAndGet();
          throw new IOException("421 too many connections");
        }
        return new FolderConnection(config, folder);
      }

      @Override
      public int connections() {
        return 8;
      }

      @Override
      public boolean copiesItself() {
        return true;
      }
    };
  }

  @Test
  void everythingIsDoneOnce() throws IOException {
    Map<Integer, Integer> done = new ConcurrentHashMap<>();
    try (var crew = new Crew(host(8), 8, HASTY, PublishListener.SILENT)) {
      crew.forEach(WORK, (connection, i) -> done.merge(i, 1, Integer::sum));
    }
    assertThat(done).hasSize(200).allSatisfy((i, times) -> assertThat(times).isEqualTo(1));
  }

  @Test
  void aHostThatBearsFewerGetsFewer() throws IOException {
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    try (var crew = new Crew(host(2), 8, HASTY, PublishListener.SILENT)) {
      crew.call(Connection::toString);
      crew.forEach(
          WORK,
          (connection, i) -> {
            pause();
            done.add(i);
          });
    }
    assertThat(done).hasSize(200);
  }

  private static void pause() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void aHostThatIsGoneEndsTheWork() {
    assertThatThrownBy(
            () -> {
              try (var crew = new Crew(host(0), 4, HASTY, PublishListener.SILENT)) {
                crew.forEach(WORK, (connection, i) -> {});
              }
            })
        .isInstanceOf(IOException.class)
        .hasMessageContaining("421");
  }

  @Test
  void aConnectionThatBreaksIsMadeAgainAndTheWorkRepeated() throws IOException {
    var tried = new AtomicInteger();
    Set<Integer> done = ConcurrentHashMap.newKeySet();
    try (var crew = new Crew(host(100_000), 4, HASTY, PublishListener.SILENT)) {
      crew.forEach(
          WORK,
          (connection, i) -> {
            if (tried.incrementAndGet() % 7 == 0) {
              throw new IOException("connection reset");
            }
            done.add(i);
          });
    }
    assertThat(done).hasSize(200);
    assertThat(made.get()).isGreaterThan(20);
  }

  @Test
  void aNoIsNotAskedAgain() {
    var tried = new AtomicInteger();
    assertThatThrownBy(
            () -> {
              try (var crew = new Crew(host(8), 1, HASTY, PublishListener.SILENT)) {
                crew.forEach(
                    WORK,
                    (connection, i) -> {
                      tried.incrementAndGet();
                      throw new TargetException(
                          Problem.of(ProblemCode.DICH_HET_CHO, SourcePos.ofFile("x"), "y"));
                    });
              }
            })
        .isInstanceOf(TargetException.class);
    assertThat(tried.get()).isEqualTo(1);
  }

  @Test
  void aMistakeOfOursIsNotLost() {
    assertThatThrownBy(
            () -> {
              try (var crew = new Crew(host(8), 4, HASTY, PublishListener.SILENT)) {
                crew.forEach(
                    WORK,
                    (connection, i) -> {
                      throw new ArithmeticException("ours");
                    });
              }
            })
        .hasRootCauseInstanceOf(ArithmeticException.class);
  }

  @Test
  void whatIsDoneBesideTheWorkIsDoneOften() throws IOException {
    var beside = new AtomicInteger();
    try (var crew = new Crew(host(8), 4, HASTY, PublishListener.SILENT)) {
      crew.between(connection -> beside.incrementAndGet());
      crew.forEach(WORK, (connection, i) -> {});
    }
    assertThat(beside.get()).isEqualTo(200);
  }
}
