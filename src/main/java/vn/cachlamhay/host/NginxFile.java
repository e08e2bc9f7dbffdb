package vn.cachlamhay.host;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;

/**
 * A part of a {@code server { }} block of nginx. Each redirect is an exact location: nginx keeps
 * these in a tree, so thousands cost a request nothing, and unlike a {@code map} they need nothing
 * outside of the block. Immutable.
 */
record NginxFile(Rules rules) {

  private static final List<String> HOW =
      List.of(
          "Dành cho người quản trị máy chủ nginx: đọc qua, chép ra ngoài thư mục của trang,",
          "ví dụ /etc/nginx/snippets/trang.conf, rồi thêm vào trong khối server { } của trang:",
          "    root /duong/dan/toi/trang;  include snippets/trang.conf;",
          "Đừng include thẳng tệp trong thư mục của trang: ai đăng được trang sẽ sửa được máy chủ.",
          "Sau mỗi lần chép: nginx -t && systemctl reload nginx");

  private static final String OPEN = "$portal_open";

  String text() {
    var lines = new ArrayList<String>();
    Rules.NOTE.forEach(line -> lines.add("# " + line));
    HOW.forEach(line -> lines.add("# " + line));
    String root = rules.root();
    // in its own right, for locations within those of the site never come to the condition
    lines.add("set %s \"\";".formatted(OPEN));
    if (root.isEmpty()) {
      lines.addAll(body());
    } else {
      lines.add("location = " + quoted(root) + " {");
      lines.add("  return 301 " + target(Move.encoded(root + "/")) + ";");
      lines.add("}");
      lines.add("location " + quoted(root + "/") + " {");
      body().forEach(line -> lines.add("  " + line));
      lines.add("}");
    }
    return String.join("\n", lines) + "\n";
  }

  private List<String> body() {
    var lines = new ArrayList<String>();
    lines.addAll(List.of("index index.html;", "autoindex off;", "absolute_redirect off;"));
    if (!rules.missing().isEmpty()) {
      String page = quoted(rules.missing());
      lines.addAll(List.of("error_page 404 " + page + ";", "error_page 403 =404 " + page + ";"));
    }
    rules
        .headers()
        .forEach((name, value) -> lines.add("add_header %s %s always;".formatted(name, q(value))));
    lines.add(
        "if ($uri ~ \"%s$\") { set %s \"%s\"; }".formatted(rules.openPaths(), OPEN, Rules.OPEN_TO));
    // nginx leaves a header without a value out
    lines.add("add_header %s %s always;".formatted(Rules.OPEN_HEADER, OPEN));
    lines.add("expires -1;");
    lines.addAll(List.of("charset utf-8;", "charset_types " + Rules.textTypes() + ";"));
    lines.addAll(types());
    lines.addAll(List.of("gzip on;", "gzip_vary on;", "gzip_min_length 1024;"));
    lines.add("gzip_types " + Rules.textTypes() + ";");
    if (rules.hasCopies(Hosting.GZIP)) {
      lines.add("gzip_static on;");
    }
    if (rules.hasCopies(Hosting.BROTLI)) {
      lines.add("# cần mô-đun ngx_http_brotli_static (Debian: libnginx-mod-http-brotli-static)");
      lines.add("brotli_static on;");
    }
    for (String folder : Rules.PICTURES) {
      String path = quoted(rules.root() + "/" + folder);
      lines.add("location %s { expires %ss; }".formatted(path, Rules.SECONDS_OF_PICTURES));
    }
    lines.add("location ~ " + Rules.HIDDEN + " { return 404; }");
    lines.addAll(moves());
    return lines;
  }

  private static List<String> types() {
    SortedMap<String, TreeSet<String>> endings = new TreeMap<>();
    MediaTypes.all()
        .forEach((end, type) -> endings.computeIfAbsent(type, t -> new TreeSet<>()).add(end));
    var lines = new ArrayList<String>();
    lines.add("default_type application/octet-stream;");
    lines.add("types {");
    endings.forEach((type, all) -> lines.add("  " + type + " " + String.join(" ", all) + ";"));
    lines.add("}");
    return lines;
  }

  private List<String> moves() {
    var lines = new ArrayList<String>();
    for (Move move : rules.moves()) {
      if (move.isPlain()) {
        lines.add(exact(move.from(), move.to()));
        if (move.isFolder()) {
          lines.add(exact(move.asked(), move.to()));
        }
      }
    }
    return lines;
  }

  private static String exact(String from, String to) {
    return "location = %s { return 301 %s; }".formatted(quoted(from), target(to));
  }

  /** What nginx would take for a variable is written by its code. */
  private static String target(String encoded) {
    return q(encoded.replace("$", "%24"));
  }

  private static String quoted(String path) {
    return "\"" + path.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
  }

  private static String q(String ascii) {
    return "\"" + ascii.replace("$", "%24") + "\"";
  }
}
