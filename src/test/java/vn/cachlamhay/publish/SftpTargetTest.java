package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing by SFTP to OpenSSH's server. */
class SftpTargetTest extends FolderContract {

  private static SshServer server;

  @BeforeAll
  static void start(@TempDir Path folder) throws IOException {
    server = SshServer.start(folder.resolve("server"));
  }

  @AfterAll
  static void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Path web() {
    return temp.resolve("máy chủ/trang web");
  }

  @Override
  TargetConfig config() throws IOException {
    Files.createDirectories(web().getParent());
    return config(server.port());
  }

  private TargetConfig config(int port) throws IOException {
    Path site = Files.createDirectories(temp.resolve("portal"));
    String url = "sftp://127.0.0.1:" + port + web().toUri().getRawPath();
    return new TargetConfig(
        "tinh",
        site,
        Map.of("type", "sftp", "url", url, "user", server.user(), "key", server.key().toString()),
        SourcePos.ofFile("jbake.properties"));
  }

  @Override
  Credentials people() {
    return Person.none().trusts().variable("HOME", temp.resolve("home").toString());
  }

  @Override
  Optional<Cuttable> cuttable() throws IOException {
    Files.createDirectories(web().getParent());
    var proxy = new CutProxy(server.port());
    TargetConfig config = config(proxy.port());
    return Optional.of(new CutLine(proxy, config));
  }

  @Test
  void oldVersionsStayOnTheHost() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1);
    publish(site.baked());
    publish(site.with("index.html", "mới").baked());

    assertThat(served().keySet()).anyMatch(path -> path.startsWith(Names.KEPT));
  }

  @Test
  void aHostThatNobodyTrustsGetsNothing() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    TargetConfig config = config();
    Person careful = Person.none().variable("HOME", temp.resolve("home").toString());

    try (Target target = Targets.open(config, careful)) {
      assertRefused(
          () -> publisher(config, target).publish(site, NOTHING_SPECIAL, plan -> {}),
          ProblemCode.DICH_MAY_LA);
    }
    assertThat(served()).isEmpty();
  }
}
