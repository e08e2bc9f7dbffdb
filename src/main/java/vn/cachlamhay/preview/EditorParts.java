package vn.cachlamhay.preview;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Pattern;
import vn.cachlamhay.model.MediaTypes;

/**
 * The files of the editor and of the pages' listening script: the program's own, and those of
 * EasyMDE. Immutable and thread-safe.
 *
 * @param gate its session and token go with the editor's page
 */
record EditorParts(Gate gate) implements Handler {

  static final String ROOT = "/bien-tap/";

  private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
  private static final String PAGE = "editor.html";
  private static final Pattern TOKEN =
      Pattern.compile("(?<=name=\"bien-tap-token\" content=\")[^\"]*");
  private static final String WEBJAR = "/META-INF/maven/org.webjars.npm/easymde/pom.properties";

  /**
   * The editor shows pages of the site in a frame, and pictures from wherever articles have them.
   */
  private static final String POLICY =
      "default-src 'self'; img-src 'self' blob: data: http: https:; media-src 'self' http: https:;"
          + " object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

  @Override
  public Response handle(Request request) throws IOException {
    if (!request.isGet()) {
      return Refusal.WRONG_METHOD.response();
    }
    String name = request.path().substring(ROOT.length());
    if (name.isEmpty()) {
      return shell();
    }
    if (!NAME.matcher(name).matches() || name.equals(PAGE)) {
      return Response.notFound();
    }
    for (String place : new String[] {"editor/" + name, name, easyMde() + name}) {
      Optional<byte[]> bytes = isOurs(place, name) ? read(place) : Optional.empty();
      if (bytes.isPresent()) {
        return Response.of(MediaTypes.inFull(name), bytes.get());
      }
    }
    return Response.notFound();
  }

  /** Beside the editor's folder only what begins with the name of the script lies open. */
  private static boolean isOurs(String place, String name) {
    return !place.equals(name) || name.startsWith("song.");
  }

  private Response shell() throws IOException {
    Optional<byte[]> page = read("editor/" + PAGE);
    if (page.isEmpty()) {
      return Response.notFound();
    }
    String text = new String(page.get(), StandardCharsets.UTF_8);
    return Response.html(TOKEN.matcher(text).replaceFirst(gate.token().text()))
        .with("Content-Security-Policy", POLICY)
        .with("Set-Cookie", Gate.setCookie(gate.sessionCookie(), gate.session()));
  }

  private static String easyMde() throws IOException {
    try (InputStream in = EditorParts.class.getResourceAsStream(WEBJAR)) {
      var properties = new Properties();
      if (in != null) {
        properties.load(in);
      }
      String version = properties.getProperty("version", "");
      return "/META-INF/resources/webjars/easymde/" + version + "/dist/";
    }
  }

  private static Optional<byte[]> read(String resource) throws IOException {
    try (InputStream in = EditorParts.class.getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    }
  }
}
