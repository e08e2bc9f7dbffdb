package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static vn.cachlamhay.publish.SftpConnectionTest.problem;
import static vn.cachlamhay.publish.SftpConnectionTest.upload;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Hosts that say no: full, for reading only, somebody else's. */
class SftpLimitsTest {

  @TempDir Path temporary;

  private Path home;

  @BeforeEach
  void home() throws IOException {
    home = Files.createDirectories(temporary.resolve("home"));
    Files.createDirectories(home.resolve(".ssh"));
    Files.createDirectories(temporary.resolve("portal"));
  }

  @Test
  void aFullDiskLeavesWhatWasThereAndTellsSo() throws IOException {
    Servers.requireRoot();
    Path disk = Files.createDirectories(temporary.resolve("disk"));
    Servers.run(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()));
    try (SshServer server = SshServer.start(temporary.resolve("server"));
        Target target = target(server, disk);
        Connection connection = target.connect()) {
      connection.write(upload("trang.html", "cũ"));

      assertThat(problem(() -> connection.write(Upload.of("trang.html", new byte[3_000_000]))))
          .isEqualTo(ProblemCode.DICH_HET_CHO);
      assertThat(problem(() -> connection.create(Upload.of("khóa", new byte[3_000_000]))))
          .isEqualTo(ProblemCode.DICH_HET_CHO);
      assertThat(disk.resolve("trang.html")).hasContent("cũ");
      try (Stream<Path> files = Files.list(disk)) {
        assertThat(files).containsExactly(disk.resolve("trang.html"));
      }

      // what took the room is gone: there is some again
      connection.write(Upload.of("vừa.bin", new byte[900_000]));
      assertThat(problem(() -> connection.copy("vừa.bin", "bản sao.bin")))
          .isEqualTo(ProblemCode.DICH_HET_CHO);
      assertThat(problem(() -> fill(connection))).isEqualTo(ProblemCode.DICH_HET_CHO);
    } finally {
      Servers.run(List.of("umount", "--lazy", disk.toString()));
    }
  }

  @Test
  void noRoomForMoreFilesIsNoRoom() throws IOException {
    Servers.requireRoot();
    Path disk = Files.createDirectories(temporary.resolve("disk"));
    Servers.run(
        List.of("mount", "-t", "tmpfs", "-o", "size=9m,nr_inodes=20", "none", disk.toString()));
    try (SshServer server = SshServer.start(temporary.resolve("server"));
        Target target = target(server, disk);
        Connection connection = target.connect()) {
      assertThat(problem(() -> fill(connection))).isEqualTo(ProblemCode.DICH_HET_CHO);
      assertThat(problem(() -> connection.write(upload("mới/trang.html", "x"))))
          .isEqualTo(ProblemCode.DICH_HET_CHO);
    } finally {
      Servers.run(List.of("umount", "--lazy", disk.toString()));
    }
  }

  @Test
  void aDiskForReadingOnlyIsTold() throws IOException {
    Servers.requireRoot();
    Path disk = Files.createDirectories(temporary.resolve("disk"));
    Servers.run(List.of("mount", "-t", "tmpfs", "-o", "size=1m", "none", disk.toString()));
    try (SshServer server = SshServer.start(temporary.resolve("server"));
        Target target = target(server, disk);
        Connection connection = target.connect()) {
      connection.write(upload("trang.html", "cũ"));
      Servers.run(List.of("mount", "-o", "remount,ro", disk.toString()));

      refusesToWrite(connection);
      assertThat(disk.resolve("trang.html")).hasContent("cũ");
    } finally {
      Servers.run(List.of("umount", "--lazy", disk.toString()));
    }
  }

  @Test
  void aServerForReadingOnlyIsTold() throws IOException {
    Path site = Files.createDirectories(temporary.resolve("site"));
    Files.writeString(site.resolve("trang.html"), "cũ");
    try (SshServer server =
            SshServer.start(temporary.resolve("server"), "Subsystem sftp internal-sftp -R");
        Target target = target(server, site);
        Connection connection = target.connect()) {
      refusesToWrite(connection);
      assertThat(site.resolve("trang.html")).hasContent("cũ");
    }
  }

  @Test
  void whatBelongsToSomebodyElseIsTold() throws IOException {
    Path site = Files.createDirectories(temporary.resolve("site"));
    Files.writeString(site.resolve("trang.html"), "cũ");
    Files.writeString(site.resolve("riêng.html"), "riêng");
    Servers.run(List.of("chmod", "600", site.resolve("riêng.html").toString()));
    try (SystemUser user = SystemUser.add(temporary.resolve("user"), "mật khẩu");
        SshServer server = SshServer.start(temporary.resolve("server"));
        Target target = target(server, site, user.name());
        Connection connection = target.connect()) {
      refusesToWrite(connection);
      assertThat(problem(() -> connection.read("riêng.html")))
          .isEqualTo(ProblemCode.DICH_KHONG_DUOC_DOC);
      assertThat(connection.read("trang.html")).isPresent();
      assertThat(site.resolve("trang.html")).hasContent("cũ");
    }
  }

  @Test
  void anAccountWithoutSftpIsTold() throws IOException {
    try (SshServer server =
            SshServer.start(temporary.resolve("server"), "Subsystem sftp /bin/false");
        Target target = target(server, temporary.resolve("site"))) {
      assertThat(problem(target::connect)).isEqualTo(ProblemCode.DICH_TU_CHOI);
    }
  }

  private static void refusesToWrite(Connection connection) {
    for (String path : List.of("trang.html", "mới/trang.html")) {
      assertThat(problem(() -> connection.write(upload(path, "x"))))
          .as(path)
          .isEqualTo(ProblemCode.DICH_KHONG_DUOC_GHI);
    }
    assertThat(problem(() -> connection.create(upload("khóa", "x"))))
        .isEqualTo(ProblemCode.DICH_KHONG_DUOC_GHI);
    assertThat(problem(() -> connection.copy("trang.html", "bản sao.html")))
        .isEqualTo(ProblemCode.DICH_KHONG_DUOC_GHI);
    assertThat(problem(() -> connection.delete("trang.html")))
        .isEqualTo(ProblemCode.DICH_KHONG_DUOC_GHI);
  }

  private static void fill(Connection connection) throws IOException {
    for (int i = 0; i < 1_000; i++) {
      connection.write(Upload.of("đầy/" + i, new byte[5_000]));
    }
  }

  private Target target(SshServer server, Path folder) throws IOException {
    return target(server, folder, server.user());
  }

  private Target target(SshServer server, Path folder, String user) throws IOException {
    Files.writeString(home.resolve(".ssh/known_hosts"), server.knownHost());
    var config =
        new TargetConfig(
            "tinh",
            temporary.resolve("portal"),
            Map.of(
                "type",
                "sftp",
                "url",
                "sftp://127.0.0.1:" + server.port() + folder.toUri().getRawPath(),
                "user",
                user,
                "key",
                server.key().toString()),
            SourcePos.ofFile("jbake.properties"));
    return SftpTarget.of(config, Person.none(), home);
  }
}
