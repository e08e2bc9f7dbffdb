package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

class LockTest {

  @TempDir Path host;

  private Instant now = Instant.parse("2026-11-22T08:00:00Z");
  private TargetConfig config;
  private Connection connection;

  @BeforeEach
  void connect() {
    config =
        new TargetConfig(
            "usb",
            host,
            Map.of("type", "folder", "url", host.toString()),
            SourcePos.ofFile("jbake.properties"));
    connection = new FolderConnection(config, host);
  }

  private Lock lock(String run, String who) {
    return new Lock(config, run, who, "origin of " + who, () -> now);
  }

  private Path file() {
    return host.resolve(Names.LOCK);
  }

  @Test
  void oneAtATime() throws IOException {
    Lock hoa = lock("run1", "hoa@may-1");
    Lock nam = lock("run2", "nam@may-2");
    hoa.take(connection, false);

    TargetContract.assertRefused(() -> nam.take(connection, false), ProblemCode.DICH_DANG_CO_NGUOI);
    nam.release(connection);
    assertThat(file()).as("nobody gives back what is not theirs").exists();
    hoa.release(connection);
    assertThat(file()).doesNotExist();
    assertThat(nam.take(connection, false)).isTrue();
  }

  @Test
  void itRunsOutUnlessItIsPutAnew() throws IOException {
    Lock hoa = lock("run1", "hoa@may-1");
    hoa.take(connection, false);
    for (int minutes = 0; minutes < 120; minutes += 5) {
      now = now.plus(Duration.ofMinutes(5));
      hoa.renewIfDue(connection);
      TargetContract.assertRefused(
          () -> lock("run2", "nam@may-2").take(connection, false), ProblemCode.DICH_DANG_CO_NGUOI);
    }
    now = now.plus(Duration.ofMinutes(31));
    Lock nam = lock("run2", "nam@may-2");
    assertThat(nam.take(connection, false)).isTrue();

    TargetContract.assertRefused(
        () -> hoa.renewIfDue(connection), ProblemCode.DICH_NGUOI_KHAC_DANG);
    hoa.release(connection);
    assertThat(Files.readString(file())).contains("nam@may-2");
  }

  @Test
  void whatThisFolderLeftBehindHoldsNobody() throws IOException {
    lock("run1", "hoa@may-1").take(connection, false);

    assertThat(lock("run2", "hoa@may-1").take(connection, false)).isTrue();
    assertThat(Files.readString(file())).startsWith("run2\n");
  }

  @Test
  void onePutByHalfHoldsNobody() throws IOException {
    Files.createDirectories(file().getParent());
    Files.writeString(file(), "run1\nhoa@m");

    assertThat(lock("run2", "nam@may-2").take(connection, false)).isTrue();
  }

  @Test
  void whoeverIsToldToMayTakeItAway() throws IOException {
    lock("run1", "hoa@may-1").take(connection, false);

    assertThat(lock("run2", "nam@may-2").take(connection, true)).isTrue();
    assertThat(Files.readString(file())).contains("nam@may-2");
  }
}
