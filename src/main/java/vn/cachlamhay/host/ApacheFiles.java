package vn.cachlamhay.host;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;
import vn.cachlamhay.page.Uris;

/**
 * The {@code .htaccess} of Apache, of what {@code AllowOverride FileInfo} allows: a line beyond it
 * would be an error on every page. Apache reads the file again for each request, so a site with
 * many redirects has one in each folder of former pages: then only these pay for them. Immutable.
 */
record ApacheFiles(Rules rules) {

  /** Redirects that all stand in the first file: they take a request about a fifth of a ms. */
  static final int FEW = 200;

  /** The text of each file, by address. */
  SortedMap<String, String> texts() {
    List<Move> moves = rules.moves().stream().filter(Move::isPlain).toList();
    var folders = new TreeMap<String, List<Move>>();
    if (moves.size() > FEW) {
      folders.putAll(
          moves.stream().collect(Collectors.groupingBy(move -> Uris.folder(move.uri()))));
    } else {
      folders.put("", moves);
    }
    List<Move> first = folders.getOrDefault("", List.of());
    folders.remove("");
    var texts = new TreeMap<String, String>();
    texts.put(Uris.HTACCESS, text(first));
    folders.forEach((folder, those) -> texts.put(folder + Uris.HTACCESS, lines(redirects(those))));
    return texts;
  }

  private String text(List<Move> moves) {
    var lines = new ArrayList<String>();
    Rules.NOTE.forEach(line -> lines.add("# " + line));
    lines.add("# Máy chủ Apache cần AllowOverride FileInfo (hoặc All).");
    if (!rules.missing().isEmpty()) {
      lines.add("ErrorDocument 404 " + Move.encoded(rules.missing()));
    }
    lines.addAll(headers());
    lines.addAll(types());
    lines.addAll(rewriting());
    lines.addAll(
        within(
            "mod_deflate.c",
            within(
                "mod_filter.c",
                List.of("AddOutputFilterByType DEFLATE text/html " + Rules.textTypes()))));
    lines.addAll(within("mod_alias.c", List.of("RedirectMatch 404 \"" + Rules.HIDDEN + "\"")));
    lines.addAll(redirects(moves));
    return lines(lines);
  }

  private List<String> headers() {
    var lines = new ArrayList<String>();
    rules
        .headers()
        .forEach((name, value) -> lines.add("Header always set %s \"%s\"".formatted(name, value)));
    lines.add("Header always set Cache-Control \"no-cache\"");
    lines.add(
        "Header always set Cache-Control \"max-age=%s\" \"expr=%%{REQUEST_URI} =~ m#^%s/(?:%s)#\""
            .formatted(
                Rules.SECONDS_OF_PICTURES,
                rules.root().replaceAll("[^\\w/-]+", ".+"),
                String.join("|", Rules.PICTURES)));
    lines.add(
        "Header always set %s \"%s\" \"expr=%%{REQUEST_URI} =~ m#%s(?:\\.gz|\\.br)?$#\""
            .formatted(Rules.OPEN_HEADER, Rules.OPEN_TO, rules.openPaths()));
    if (hasCopies()) {
      lines.add("<FilesMatch \"\\.(?:%s)(?:\\.gz|\\.br)?$\">".formatted(Rules.textEndings()));
      lines.add("  Header merge Vary Accept-Encoding");
      lines.add("</FilesMatch>");
    }
    return within("mod_headers.c", lines);
  }

  /** An ETag of a compressed answer is one that Apache does not know again. */
  private List<String> types() {
    var lines = new ArrayList<String>();
    MediaTypes.all().forEach((end, type) -> lines.add("AddType " + type + " ." + end));
    lines.add("AddCharset utf-8 ." + Rules.textEndings().replace("|", " ."));
    if (rules.hasCopies(Hosting.GZIP)) {
      lines.addAll(List.of("RemoveType .gz", "AddEncoding gzip .gz"));
    }
    if (rules.hasCopies(Hosting.BROTLI)) {
      lines.addAll(List.of("RemoveLanguage .br", "AddEncoding br .br"));
    }
    var all = new ArrayList<>(List.of("FileETag None"));
    all.addAll(within("mod_mime.c", lines));
    return all;
  }

  /** A folder without a page is not there, for its files should not be listed. */
  private List<String> rewriting() {
    var lines =
        new ArrayList<>(
            List.of(
                "RewriteEngine On",
                "RewriteCond %{REQUEST_FILENAME} -d",
                "RewriteCond %{REQUEST_FILENAME}/index.html !-f",
                "RewriteRule ^ - [R=404,L]"));
    Map<String, String> names = Map.of(Hosting.BROTLI, "br", Hosting.GZIP, "gzip");
    for (String ending : List.of(Hosting.BROTLI, Hosting.GZIP)) {
      if (rules.hasCopies(ending)) {
        lines.addAll(
            List.of(
                "RewriteCond %%{HTTP:Accept-Encoding} \"\\b%s\\b(?!\\s*;\\s*q=0(?:\\.0*)?\\s*(?:,|$))\""
                    .formatted(names.get(ending)),
                // such a name would be read as an address once more
                "RewriteCond %{REQUEST_URI} \"^[^#%?]+$\"",
                "RewriteCond %{REQUEST_FILENAME}." + ending + " -f",
                "RewriteRule ^ %{REQUEST_URI}." + ending + " [L]"));
      }
    }
    return within("mod_rewrite.c", lines);
  }

  private boolean hasCopies() {
    return !rules.hosting().encodings().isEmpty();
  }

  /**
   * Of a folder only its page is named: what else may lie in it stays where it is, and whoever asks
   * for the folder is asked for its page by Apache itself.
   */
  private static List<String> redirects(List<Move> moves) {
    if (moves.isEmpty()) {
      return List.of();
    }
    return within(
        "mod_alias.c",
        moves.stream()
            .map(move -> "Redirect 301 \"%s\" \"%s\"".formatted(move.from(), move.to()))
            .toList());
  }

  private static List<String> within(String module, List<String> lines) {
    var all = new ArrayList<String>();
    all.add("<IfModule " + module + ">");
    lines.forEach(line -> all.add("  " + line));
    all.add("</IfModule>");
    return all;
  }

  private static String lines(List<String> lines) {
    return String.join("\n", lines) + "\n";
  }
}
