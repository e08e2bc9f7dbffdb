package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.apache.commons.net.ftp.FTP;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import vn.cachlamhay.diag.ProblemCode;

/**
 * How to be let in by an FTP server. Immutable.
 *
 * @param config of the target
 * @param security of the lines
 * @param host its name
 * @param port where it listens
 * @param user who wants in
 */
record FtpLogin(TargetConfig config, Security security, String host, int port, String user) {

  /** Whether TLS is used: not at all, asked for by a command, or from the first byte. */
  enum Security {
    NONE,
    EXPLICIT,
    IMPLICIT
  }

  /** As people know it. */
  String account() {
    return user + "@" + host;
  }

  /**
   * A new connection, ready for binary files.
   *
   * @param tls how, where there is TLS
   */
  FTPClient enter(String password, FtpTls tls) throws IOException {
    FTPClient client =
        reach(
            security == Security.NONE
                ? new FTPClient()
                : tls.client(config, security == Security.IMPLICIT));
    try {
      client.setSoTimeout(config.timeout() * 1000);
      client.setKeepAlive(true);
      if (!client.login(user, password)) {
        throw new FtpReplies(config).notLetIn(client, account(), null);
      }
      if (client instanceof FtpsClient secure && !secure.protectData()) {
        throw new FtpReplies(config).other(client, null);
      }
      if (client.hasFeature("UTF8")) {
        // some do it unasked and do not know the command
        client.sendCommand("OPTS", "UTF8 ON");
      }
      if (!client.setFileType(FTP.BINARY_FILE_TYPE)) {
        throw new FtpReplies(config).other(client, null);
      }
      return client;
    } catch (IOException e) {
      boolean crowded = client.getReplyCode() == 421;
      IOException reason = crowded ? new FtpReplies(config).notLetIn(client, account(), e) : e;
      client.disconnect();
      throw reason;
    }
  }

  private FTPClient reach(FTPClient client) throws IOException {
    int milliseconds = config.timeout() * 1000;
    client.setControlEncoding(StandardCharsets.UTF_8.name());
    client.setConnectTimeout(milliseconds);
    client.setDefaultTimeout(milliseconds);
    client.setDataTimeout(Duration.ofMillis(milliseconds));
    client.setUseEPSVwithIPv4(true);
    client.setIpAddressFromPasvResponse(false);
    client.setListHiddenFiles(true);
    try {
      client.connect(host, port);
    } catch (IOException e) {
      IOException reason = unreached(client, e);
      client.disconnect();
      throw reason;
    }
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      IOException reason = new FtpReplies(config).notLetIn(client, account(), null);
      client.disconnect();
      throw reason;
    }
    // connecting sets it back
    client.enterLocalPassiveMode();
    return client;
  }

  private IOException unreached(FTPClient client, IOException thrown) {
    Optional<String> distrust = Certificates.distrust(thrown);
    if (distrust.isPresent()) {
      return config.refused(
          ProblemCode.DICH_CHUNG_THU, thrown, host, distrust.get(), config.name());
    }
    if (client.getReplyCode() == 421) {
      return new IOException(FtpReplies.words(client), thrown);
    }
    // the server does not know AUTH TLS
    boolean withoutTls =
        thrown instanceof SSLException && FTPReply.isNegativePermanent(client.getReplyCode());
    return withoutTls
        ? config.refused(ProblemCode.DICH_TU_CHOI, thrown, "AUTH TLS: " + FtpReplies.words(client))
        : thrown;
  }
}
