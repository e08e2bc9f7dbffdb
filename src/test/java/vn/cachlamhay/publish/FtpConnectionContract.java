package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Each step by FTP, on vsftpd. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FtpConnectionContract extends ConnectionContract {

  private final FtpServer.Tls tls;
  private FtpServer server;

  FtpConnectionContract(FtpServer.Tls tls) {
    this.tls = tls;
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException, InterruptedException {
    server = FtpServer.start(folder, tls);
  }

  @AfterAll
  void stop() throws IOException, InterruptedException {
    if (server != null) {
      server.close();
    }
  }

  @Override
  Target target() throws IOException {
    return FtpTarget.of(server.config(Map.of()), server.owner());
  }

  @Override
  Path web() {
    return server.web();
  }
}
