package vn.cachlamhay.preview;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import vn.cachlamhay.model.MediaTypes;

/**
 * The baked site as a host would show it, with the script on each page that listens for changes.
 * The files stay as they are. Thread-safe.
 *
 * @param output folder of the site, which need not be there yet
 * @param lost told when a site that is wanted is not there
 */
record SitePages(Path output, Events events, Runnable lost) implements Handler {

  private static final String INDEX = "index.html";
  private static final String WORKER = "/sw.js";
  private static final Pattern RELATIVE =
      Pattern.compile("(\\s(?:href|src|action)=\")(?![a-zA-Z][a-zA-Z0-9+.-]*:|/|#|\")");
  private static final byte[] END = "</body>".getBytes(StandardCharsets.US_ASCII);

  @Override
  public Response handle(Request request) throws IOException {
    if (!request.isGet()) {
      return Refusal.WRONG_METHOD.response();
    }
    if (request.path().equals(WORKER)) {
      // a preview must never be answered from what was kept
      return Response.of(
          MediaTypes.inFull(WORKER),
          ServerPages.resource("sw.js").getBytes(StandardCharsets.UTF_8));
    }
    // before the file is read: what changes afterwards is told
    String version = events.version();
    return page(request.path()).map(page -> listening(page, version)).orElseGet(this::missing);
  }

  private Optional<Response> page(String path) throws IOException {
    Optional<Path> found = file(path);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    Path file = found.get();
    if (Files.isDirectory(file)) {
      if (!path.endsWith("/")) {
        return Optional.of(Response.empty().withStatus(302).with("Location", encoded(path) + "/"));
      }
      file = file.resolve(INDEX);
    } else if (path.endsWith("/")) {
      return Optional.empty();
    }
    try {
      return Files.isRegularFile(file) ? Optional.of(Response.file(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      // gone while it was looked at
      return Optional.empty();
    }
  }

  private static String encoded(String path) {
    try {
      return new java.net.URI(null, null, path, null).toASCIIString();
    } catch (java.net.URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A file or folder of the site, not what a link in it leads to. */
  private Optional<Path> file(String path) throws IOException {
    try {
      Path file = output.resolve(path.substring(1)).normalize();
      if (!file.startsWith(output) || !Files.exists(file)) {
        return Optional.empty();
      }
      return file.toRealPath().startsWith(output.toRealPath())
          ? Optional.of(file)
          : Optional.empty();
    } catch (InvalidPathException | NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private Response missing() {
    try {
      if (!Files.isRegularFile(output.resolve(INDEX))) {
        lost.run();
        return listening(ServerPages.waiting(), events.version());
      }
      Path page = output.resolve("404.html");
      Response response =
          Files.isRegularFile(page) ? anywhere(Files.readString(page)) : ServerPages.missing();
      return listening(response, events.version());
    } catch (IOException e) {
      // it is being replaced
      return listening(ServerPages.missing(), events.version());
    }
  }

  /** The page for missing ones is shown at any address, so its links begin at the root. */
  private static Response anywhere(String page) {
    return Response.html(RELATIVE.matcher(page).replaceAll("$1/")).withStatus(404);
  }

  private static Response listening(Response response, String version) {
    if (!response.type().equals(Response.HTML)) {
      return response;
    }
    String script =
        "<script src=\"/bien-tap/song.js\" data-version=\"" + version + "\" defer></script>\n";
    byte[] page = response.bytes();
    int at = end(page);
    byte[] added = script.getBytes(StandardCharsets.UTF_8);
    var bytes = new byte[page.length + added.length];
    System.arraycopy(page, 0, bytes, 0, at);
    System.arraycopy(added, 0, bytes, at, added.length);
    System.arraycopy(page, at, bytes, at + added.length, page.length - at);
    return new Response(response.status(), response.type(), bytes, response.headers());
  }

  /** Where the body ends. */
  private static int end(byte[] page) {
    for (int at = page.length - END.length; at >= 0; at--) {
      if (page[at] == '<'
          && new String(page, at, END.length, StandardCharsets.ISO_8859_1)
              .toLowerCase(Locale.ROOT)
              .equals("</body>")) {
        return at;
      }
    }
    return page.length;
  }

  /** The address of the file that a browser shows, below the site. */
  static String uri(String path) {
    String plain = path.startsWith("/") ? path.substring(1) : path;
    return plain.isEmpty() || plain.endsWith("/") ? plain + INDEX : plain;
  }
}
