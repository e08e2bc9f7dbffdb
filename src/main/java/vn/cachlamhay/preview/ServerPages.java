package vn.cachlamhay.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.ResourceBundle;

/** The few pages that the server has of its own. Stateless. */
final class ServerPages {

  private static final String POLICY =
      "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'unsafe-inline';"
          + " form-action 'self'; base-uri 'none'; frame-ancestors 'self'";

  private ServerPages() {}

  static String word(String key) {
    return ResourceBundle.getBundle("vn.cachlamhay.preview.preview", Locale.ROOT).getString(key);
  }

  /** The form that asks for the password. */
  static Response login(String next, String wrong) {
    return page(
        resource("login.html")
            .replace("{{wrong}}", wrong.isEmpty() ? "" : "<p role=\"alert\">" + escaped(wrong))
            .replace("{{next}}", escaped(next)));
  }

  /** What is shown as long as there is no site. */
  static Response waiting() {
    return page(resource("waiting.html")).withStatus(503);
  }

  /** An address that there is not, in a site without a page for that. */
  static Response missing() {
    return page(resource("missing.html")).withStatus(404);
  }

  private static Response page(String text) {
    return Response.html(text).with("Content-Security-Policy", POLICY);
  }

  static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  static String resource(String name) {
    try (InputStream in = ServerPages.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
