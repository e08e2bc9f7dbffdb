package vn.cachlamhay.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Apache as in Debian, with the modules of a usual host and no more rights than it must give. */
final class ApacheServer extends WebServer {

  private static final String PROGRAM = "/usr/sbin/apache2";

  ApacheServer(Path folder, Path root, int port) throws IOException {
    super(PROGRAM, folder, port, arguments(folder, root, port));
  }

  private static List<String> arguments(Path folder, Path root, int port) throws IOException {
    var modules = new StringBuilder();
    for (String name :
        List.of(
            "mpm_event",
            "authz_core",
            "alias",
            "autoindex",
            "deflate",
            "dir",
            "filter",
            "headers",
            "mime",
            "negotiation",
            "rewrite")) {
      modules.append("LoadModule %1$s_module modules/mod_%1$s.so\n".formatted(name));
    }
    String config =
        """
        ServerRoot /usr/lib/apache2
        %s
        PidFile %s/pid
        Mutex file:%2$s default
        ErrorLog %2$s/error.log
        ServerName 127.0.0.1
        Listen 127.0.0.1:%d
        %s
        StartServers 1
        TypesConfig /etc/mime.types
        AddType application/x-gzip .gz .tgz
        DocumentRoot "%s"
        DirectoryIndex index.html
        <Directory />
          AllowOverride None
          Require all denied
        </Directory>
        <Directory "%5$s">
          Options Indexes FollowSymLinks
          AllowOverride FileInfo
          Require all granted
        </Directory>
        """
            .formatted(
                modules, folder, port, isRoot() ? "User www-data\nGroup www-data" : "", root);
    Path file = Files.writeString(folder.resolve("apache.conf"), config);
    return List.of("-f", file.toString(), "-D", "FOREGROUND");
  }
}
