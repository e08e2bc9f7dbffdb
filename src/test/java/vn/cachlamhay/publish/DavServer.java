package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Debian's Apache or nginx with WebDAV: {@code /sua/} is for those who know the password, {@code
 * /doc/} shows the same folder to readers.
 */
final class DavServer implements AutoCloseable {

  static final String USER = "biên tập";
  static final String PASSWORD = "Mật-khẩu 1: đúng";

  /** Which server. */
  enum Kind {
    APACHE,
    NGINX
  }

  private final Path folder;
  private final int port;
  private final boolean secure;
  private final Daemon daemon;

  private DavServer(Path folder, int port, boolean secure, Daemon daemon) {
    this.folder = folder;
    this.port = port;
    this.secure = secure;
    this.daemon = daemon;
  }

  /**
   * Starts one.
   *
   * @param folder an empty one
   * @param more lines of configuration for the server
   */
  static DavServer start(Kind kind, Path folder, String... more)
      throws IOException, InterruptedException {
    return start(kind, folder, false, more);
  }

  /** Starts one that speaks TLS. */
  static DavServer startSecure(Kind kind, Path folder) throws IOException, InterruptedException {
    return start(kind, folder, true);
  }

  private static DavServer start(Kind kind, Path folder, boolean secure, String... more)
      throws IOException, InterruptedException {
    Servers.requireRoot();
    Servers.requirePrograms("/usr/sbin/apache2", "/usr/sbin/nginx", "/usr/bin/openssl");
    Daemon.open(folder);
    for (String each : List.of("dia/web", "dia/tam", "khoa")) {
      Daemon.run("chown", "www-data", Files.createDirectories(folder.resolve(each)).toString());
    }
    String hash = Servers.run(List.of("/usr/bin/openssl", "passwd", "-apr1", PASSWORD)).strip();
    Files.writeString(folder.resolve("nguoi-dung"), USER + ":" + hash + "\n");
    if (secure) {
      Daemon.certificate(folder.resolve("pem"), folder.resolve("key"), "localhost");
    }
    int port = Servers.freePort();
    String lines = String.join("\n", more);
    String text =
        kind == Kind.APACHE
            ? apache(folder, port, secure, lines)
            : nginx(folder, port, secure, lines);
    Path conf = Files.writeString(folder.resolve("conf"), text);
    ProcessBuilder command =
        kind == Kind.APACHE
            ? new ProcessBuilder("/usr/sbin/apache2", "-DFOREGROUND", "-f", conf.toString())
            : new ProcessBuilder("/usr/sbin/nginx", "-c", conf.toString());
    return new DavServer(folder, port, secure, Daemon.start(folder.resolve("log"), port, command));
  }

  private static String apache(Path folder, int port, boolean secure, String more) {
    var modules = new StringBuilder();
    for (String module :
        "mpm_event authn_core authn_file authz_core authz_user auth_basic dir mime dav dav_fs setenvif alias ssl socache_shmcb"
            .split(" ")) {
      modules.append(
          "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n".formatted(module, module));
    }
    String tls =
        secure
            ? "SSLEngine on\nSSLCertificateFile %s/pem\nSSLCertificateKeyFile %s/key"
                .formatted(folder, folder)
            : "";
    return """
    ServerRoot %1$s
    Mutex file:%1$s
    PidFile %1$s/pid
    ServerName localhost
    Listen 127.0.0.1:%2$d
    %3$s
    User www-data
    Group www-data
    ErrorLog %1$s/error.log
    TypesConfig /etc/mime.types
    DavLockDB %1$s/khoa/DavLock
    DocumentRoot %1$s/dia/tam
    Alias /sua %1$s/dia/web
    Alias /doc %1$s/dia/web
    DirectoryIndex disabled
    %4$s
    %5$s
    <Directory />
      AllowOverride None
      Require all granted
    </Directory>
    <Location /sua>
      Dav On
      AuthType Basic
      AuthName sua
      AuthUserFile %1$s/nguoi-dung
      Require valid-user
    </Location>
    """
        .formatted(folder, port, modules, tls, more);
  }

  private static String nginx(Path folder, int port, boolean secure, String more) {
    String tls =
        secure
            ? "ssl_certificate %s/pem; ssl_certificate_key %s/key;".formatted(folder, folder)
            : "";
    return """
    load_module /usr/lib/nginx/modules/ngx_http_dav_ext_module.so;
    daemon off;
    user www-data;
    worker_processes 2;
    pid %1$s/pid;
    error_log %1$s/error.log;
    events {}
    http {
      include /etc/nginx/mime.types;
      access_log %1$s/access.log;
      client_body_temp_path %1$s/dia/tam;
      client_max_body_size 50m;
      server {
        listen 127.0.0.1:%2$d%3$s;
        server_name localhost;
        %4$s
        %5$s
        location /sua/ {
          alias %1$s/dia/web/;
          dav_methods PUT DELETE MKCOL COPY MOVE;
          dav_ext_methods PROPFIND OPTIONS;
          dav_access user:rw group:r all:r;
          auth_basic sua;
          auth_basic_user_file %1$s/nguoi-dung;
        }
        location /doc/ { alias %1$s/dia/web/; }
      }
    }
    """
        .formatted(folder, port, secure ? " ssl" : "", tls, more);
  }

  /** Where a disk may be mounted before it starts: the site will be on it, and what arrives. */
  static Path disk(Path folder) {
    return folder.resolve("dia");
  }

  /** The folder of the site, as the machine sees it. */
  Path web() {
    return folder.resolve("dia/web");
  }

  int port() {
    return port;
  }

  Path certificate() {
    return folder.resolve("pem");
  }

  String log() throws IOException {
    return Files.readString(folder.resolve("error.log"));
  }

  /** The address of something, as readers know it. */
  String readers() {
    return "http://localhost:" + port + "/doc/";
  }

  /** How an editor writes it down, with more keys or other values. */
  TargetConfig config(Map<String, String> more) {
    var values = new HashMap<String, String>();
    values.put("type", "webdav");
    values.put("url", (secure ? "https" : "http") + "://localhost:" + port + "/sua");
    values.put("user", USER);
    values.put("timeout", "20");
    if (secure) {
      values.put("certificate", certificate().toString());
    }
    values.putAll(more);
    return TargetConfigs.of(folder, values);
  }

  /** Somebody who knows the password. */
  Credentials owner() {
    return TargetConfigs.knowing(Optional.of(PASSWORD));
  }

  @Override
  public void close() {
    daemon.close();
  }
}
