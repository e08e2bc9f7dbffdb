package vn.cachlamhay.host;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;

/**
 * The {@code web.config} of IIS 7 and later. Whatever a server may have defined already is removed
 * before it is added: named twice it would be an error on every page. Redirects need the URL
 * Rewrite Module, and naming them without it is such an error too, so they have a kind of host of
 * their own. Immutable.
 */
record IisFile(Rules rules) {

  /** IIS refuses a larger file; a little is left for what the host's own tools add. */
  static final int MOST_BYTES = 240 * 1024;

  /**
   * The file.
   *
   * @param text what stands in it
   * @param left redirects for which there was no room
   */
  record Made(String text, int left) {}

  Made made() {
    var lines = new ArrayList<String>();
    lines.add("<?xml version=\"1.0\" encoding=\"utf-8\"?>");
    lines.add("<!-- " + String.join(" ", Rules.NOTE) + " -->");
    lines.addAll(List.of("<configuration>", "  <system.webServer>"));
    lines.addAll(headers());
    lines.addAll(types());
    if (!rules.missing().isEmpty()) {
      lines.addAll(
          List.of(
              "    <httpErrors errorMode=\"Custom\" existingResponse=\"Auto\">",
              "      <remove statusCode=\"404\" />",
              "      <error statusCode=\"404\" path=\"404.html\" responseMode=\"File\" />",
              "    </httpErrors>"));
    }
    lines.addAll(hidden());
    lines.add("    <directoryBrowse enabled=\"false\" />");
    lines.add("    <urlCompression doStaticCompression=\"true\" />");
    var end = new ArrayList<>(List.of("  </system.webServer>"));
    Rules.PICTURES.forEach(folder -> end.addAll(pictures(folder)));
    rules.open().forEach(folder -> end.addAll(open(folder.substring(0, folder.length() - 1))));
    Rules.OPEN_FILES.forEach(file -> end.addAll(open(file)));
    end.add("</configuration>");
    int left = 0;
    if (rules.hosting().has(Hosting.IIS_REWRITE)) {
      int room = MOST_BYTES - bytes(lines) - bytes(end);
      var moves = new ArrayList<String>();
      left = fill(moves, room);
      lines.addAll(rewriting(moves));
    }
    lines.addAll(end);
    return new Made(String.join("\n", lines) + "\n", left);
  }

  private List<String> headers() {
    var lines = new ArrayList<>(List.of("    <httpProtocol>", "      <customHeaders>"));
    rules
        .headers()
        .forEach(
            (name, value) -> {
              lines.add("        <remove name=\"%s\" />".formatted(name));
              lines.add("        <add name=\"%s\" value=\"%s\" />".formatted(name, escaped(value)));
            });
    lines.addAll(List.of("      </customHeaders>", "    </httpProtocol>"));
    return lines;
  }

  private List<String> types() {
    var lines = new ArrayList<>(List.of("    <staticContent>"));
    lines.add("      <clientCache cacheControlMode=\"DisableCache\" />");
    MediaTypes.all()
        .forEach(
            (end, type) -> {
              String full = MediaTypes.isText(type) ? type + "; charset=utf-8" : type;
              lines.add("      <remove fileExtension=\".%s\" />".formatted(end));
              lines.add(
                  "      <mimeMap fileExtension=\".%s\" mimeType=\"%s\" />".formatted(end, full));
            });
    lines.add("    </staticContent>");
    return lines;
  }

  /** IIS knows no patterns here: what begins with {@code .portal}, and what programs leave. */
  private static List<String> hidden() {
    var lines = new ArrayList<>(List.of("    <security>", "      <requestFiltering>"));
    lines.add("        <denyUrlSequences>");
    for (String part : List.of("/.portal", ".portal-part", "/.git", "/.ht")) {
      lines.add("          <remove sequence=\"%s\" />".formatted(part));
      lines.add("          <add sequence=\"%s\" />".formatted(part));
    }
    lines.add("        </denyUrlSequences>");
    lines.addAll(List.of("      </requestFiltering>", "    </security>"));
    return lines;
  }

  private List<String> pictures(String folder) {
    return List.of(
        "  <location path=\"%s\">".formatted(folder.substring(0, folder.length() - 1)),
        "    <system.webServer>",
        "      <staticContent>",
        "        <clientCache cacheControlMode=\"UseMaxAge\" cacheControlMaxAge=\"%s\" />"
            .formatted(Rules.TIME_OF_PICTURES),
        "      </staticContent>",
        "    </system.webServer>",
        "  </location>");
  }

  private static List<String> open(String path) {
    return List.of(
        "  <location path=\"%s\">".formatted(path),
        "    <system.webServer>",
        "      <httpProtocol>",
        "        <customHeaders>",
        "          <remove name=\"%s\" />".formatted(Rules.OPEN_HEADER),
        "          <add name=\"%s\" value=\"%s\" />".formatted(Rules.OPEN_HEADER, Rules.OPEN_TO),
        "        </customHeaders>",
        "      </httpProtocol>",
        "    </system.webServer>",
        "  </location>");
  }

  private static List<String> rewriting(List<String> moves) {
    var lines = new ArrayList<>(List.of("    <rewrite>", "      <rewriteMaps>"));
    lines.add("        <rewriteMap name=\"portal\">");
    lines.addAll(moves);
    lines.addAll(List.of("        </rewriteMap>", "      </rewriteMaps>", "      <rules>"));
    lines.addAll(
        List.of(
            "        <rule name=\"portal\" stopProcessing=\"true\">",
            "          <match url=\".+\" />",
            "          <conditions>",
            "            <add input=\"{portal:{R:0}}\" pattern=\".+\" />",
            "          </conditions>",
            "          <action type=\"Redirect\" url=\"{C:0}\" redirectType=\"Permanent\""
                + " appendQueryString=\"false\" />",
            "        </rule>"));
    lines.addAll(List.of("      </rules>", "    </rewrite>"));
    return lines;
  }

  /** Adds redirects as long as there is room; gives the number of the others. */
  private int fill(List<String> moves, int room) {
    // IIS tells keys apart by their letters only, not by capitals
    var known = new TreeMap<String, Move>();
    rules.moves().stream()
        .filter(Move::isPlain)
        .forEach(move -> known.putIfAbsent(move.uri().toLowerCase(Locale.ROOT), move));
    int free = room - bytes(rewriting(List.of()));
    int left = 0;
    for (Move move : known.values()) {
      List<String> lines = entries(move);
      free -= bytes(lines);
      if (free < 0) {
        left++;
      } else {
        moves.addAll(lines);
      }
    }
    return left;
  }

  private static List<String> entries(Move move) {
    var lines = new ArrayList<String>();
    lines.add(entry(move.uri(), move.to()));
    if (move.isFolder()) {
      int name = move.uri().lastIndexOf('/') + 1;
      lines.add(entry(move.uri().substring(0, name), move.to()));
    }
    return lines;
  }

  private static String entry(String from, String to) {
    return "          <add key=\"%s\" value=\"%s\" />".formatted(escaped(from), escaped(to));
  }

  private static int bytes(List<String> lines) {
    return lines.stream().mapToInt(line -> line.getBytes(StandardCharsets.UTF_8).length + 1).sum();
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("\"", "&quot;").replace("<", "&lt;");
  }
}
