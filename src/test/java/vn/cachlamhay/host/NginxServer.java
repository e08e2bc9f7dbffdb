package vn.cachlamhay.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** nginx as in Debian, with one server block that includes a file. */
final class NginxServer extends WebServer {

  private static final String PROGRAM = "/usr/sbin/nginx";
  private static final String BROTLI = "/usr/lib/nginx/modules/ngx_http_brotli_static_module.so";

  NginxServer(Path folder, Path root, Path included, int port) throws IOException {
    super(PROGRAM, folder, port, arguments(folder, root, included, port));
  }

  private static List<String> arguments(Path folder, Path root, Path included, int port)
      throws IOException {
    require(BROTLI);
    String config =
        """
        %s
        %s
        daemon off;
        worker_processes 1;
        pid %s/pid;
        error_log %s/error.log;
        events { worker_connections 64; }
        http {
          access_log off;
          client_body_temp_path %4$s/1; proxy_temp_path %4$s/2; fastcgi_temp_path %4$s/3;
          uwsgi_temp_path %4$s/4; scgi_temp_path %4$s/5;
          server {
            listen 127.0.0.1:%d;
            root "%s";
            include "%s";
          }
        }
        """
            .formatted(
                isRoot() ? "user root;" : "",
                "load_module " + BROTLI + ";",
                folder,
                folder,
                port,
                root,
                included);
    Path file = Files.writeString(folder.resolve("nginx.conf"), config);
    return List.of("-c", file.toString());
  }
}
