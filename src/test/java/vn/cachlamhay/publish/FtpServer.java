package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Debian's vsftpd with an account that exists for the test only. The account is shut into its home
 * folder, where {@code web} is for the site.
 */
final class FtpServer implements AutoCloseable {

  static final String PASSWORD = "Mật-khẩu 1";

  private static final String PROGRAM = "/usr/sbin/vsftpd";

  /** How the lines are encrypted. */
  enum Tls {
    NONE,
    EXPLICIT,
    IMPLICIT
  }

  private final Path folder;
  private final Tls tls;
  private final int port;
  private final String user;
  private final Daemon daemon;

  private FtpServer(Path folder, Tls tls, int port, String user, Daemon daemon) {
    this.folder = folder;
    this.tls = tls;
    this.port = port;
    this.user = user;
    this.daemon = daemon;
  }

  /**
   * Starts it.
   *
   * @param folder an empty one
   * @param more lines of configuration
   */
  static FtpServer start(Path folder, Tls tls, String... more)
      throws IOException, InterruptedException {
    return start(folder, tls, Map.of(), more);
  }

  static FtpServer start(Path folder, Tls tls, Map<String, String> environment, String... more)
      throws IOException, InterruptedException {
    Servers.requireRoot();
    Servers.requirePrograms(PROGRAM, "/usr/bin/openssl", "/usr/sbin/useradd");
    Daemon.open(folder);
    Path home = Files.createDirectory(folder.resolve("home"));
    String user = account(home);
    try {
      Path web = Files.createDirectory(home.resolve("web"));
      Daemon.run("chown", user, web.toString());
      int port = Servers.freePort();
      Path conf = folder.resolve("vsftpd.conf");
      Files.write(conf, configuration(folder, tls, port, more));
      ProcessBuilder command = new ProcessBuilder(PROGRAM, conf.toString());
      command.environment().putAll(environment);
      Daemon daemon = Daemon.start(folder.resolve("log"), port, command);
      return new FtpServer(folder, tls, port, user, daemon);
    } catch (IOException | InterruptedException | AssertionError e) {
      remove(user);
      throw e;
    }
  }

  private static List<String> configuration(Path folder, Tls tls, int port, String... more)
      throws IOException, InterruptedException {
    Path empty = Files.createDirectory(folder.resolve("empty"));
    var lines =
        new ArrayList<>(
            List.of(
                "listen=YES",
                "listen_address=127.0.0.1",
                "listen_port=" + port,
                "background=NO",
                "anonymous_enable=NO",
                "local_enable=YES",
                "write_enable=YES",
                "local_umask=022",
                "chroot_local_user=YES",
                "allow_writeable_chroot=YES",
                "secure_chroot_dir=" + empty,
                "pam_service_name=vsftpd",
                "utf8_filesystem=YES",
                "delay_failed_login=0",
                "vsftpd_log_file=" + folder.resolve("vsftpd.log"),
                "xferlog_enable=YES",
                "log_ftp_protocol=YES",
                "xferlog_std_format=NO"));
    if (tls != Tls.NONE) {
      Path pem = folder.resolve("may-chu.pem");
      Path key = folder.resolve("may-chu.key");
      Daemon.certificate(pem, key, "localhost");
      lines.addAll(
          List.of(
              "ssl_enable=YES",
              "require_ssl_reuse=YES",
              "force_local_data_ssl=YES",
              "force_local_logins_ssl=YES",
              "ssl_ciphers=HIGH",
              "implicit_ssl=" + (tls == Tls.IMPLICIT ? "YES" : "NO"),
              "rsa_cert_file=" + pem,
              "rsa_private_key_file=" + key));
    }
    lines.addAll(List.of(more));
    return lines;
  }

  private static String account(Path home) throws IOException, InterruptedException {
    String user = "clh" + Long.toString(System.nanoTime() & 0xFFFFFFFFFFL, 36);
    String[] add = {
      "/usr/sbin/useradd", "-M", "-N", "-g", "nogroup", "-d", home.toString(), "-s", "/bin/sh", user
    };
    // another test may hold the lock of the list of users
    for (int tries = 0; tries < 50 && !succeeds(add); tries++) {
      Thread.sleep(100);
    }
    Servers.run(List.of("/usr/sbin/chpasswd"), user + ":" + PASSWORD + "\n");
    return user;
  }

  private static void remove(String user) throws IOException, InterruptedException {
    for (int tries = 0; tries < 50 && !succeeds("/usr/sbin/userdel", "-f", user); tries++) {
      Thread.sleep(100);
    }
  }

  private static boolean succeeds(String... command) throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor(30, TimeUnit.SECONDS) && process.exitValue() == 0;
  }

  /** The folder of the site, as the machine sees it. */
  Path web() {
    return folder.resolve("home/web");
  }

  /** The server's certificate. */
  Path certificate() {
    return folder.resolve("may-chu.pem");
  }

  String user() {
    return user;
  }

  int port() {
    return port;
  }

  /** What clients have asked for and were told. */
  String log() throws IOException {
    return Files.readString(folder.resolve("vsftpd.log"), StandardCharsets.ISO_8859_1);
  }

  /** How an editor writes it down, with more keys or other values. */
  TargetConfig config(Map<String, String> more) {
    String type = tls == Tls.NONE ? "ftp" : "ftps";
    var values = new HashMap<String, String>();
    values.put("type", type);
    values.put("url", type + "://" + user + "@localhost:" + port + "/web");
    values.put("timeout", "20");
    if (tls != Tls.NONE) {
      values.put("tls", tls == Tls.IMPLICIT ? "implicit" : "explicit");
      values.put("certificate", certificate().toString());
    }
    values.putAll(more);
    return TargetConfigs.of(folder, values);
  }

  /** Somebody who knows the password. */
  Credentials owner() {
    return TargetConfigs.knowing(Optional.of(PASSWORD));
  }

  void cut() {
    daemon.cut();
  }

  @Override
  public void close() throws IOException, InterruptedException {
    daemon.close();
    remove(user);
  }
}
