package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server of the tests is one that OpenSSH's own client can talk to. */
class SshServerTest {

  @TempDir Path folder;

  @Test
  void theUserOfTheTestsIsLetInByKey() throws IOException {
    try (SshServer server = SshServer.start(folder.resolve("server"))) {
      Path known = Files.writeString(folder.resolve("known_hosts"), server.knownHost());
      String said =
          Servers.run(
              List.of(
                  "ssh",
                  "-F",
                  "none",
                  "-i",
                  server.key().toString(),
                  "-o",
                  "StrictHostKeyChecking=yes",
                  "-o",
                  "UserKnownHostsFile=" + known,
                  "-p",
                  "" + server.port(),
                  server.user() + "@127.0.0.1",
                  "echo xin chào"));

      assertThat(said).isEqualTo("xin chào\n");
    }
  }
}
