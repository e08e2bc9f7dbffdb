package vn.cachlamhay.preview;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import vn.cachlamhay.model.MediaTypes;

/**
 * An answer. Immutable, save that nobody may change its bytes.
 *
 * @param type as in {@code Content-Type}
 * @param headers besides the type, the length and those that every answer gets
 */
public record Response(int status, String type, byte[] bytes, Map<String, String> headers) {

  private static final Gson GSON =
      new GsonBuilder().disableHtmlEscaping().serializeNulls().create();

  public static final String HTML = MediaTypes.HTML;
  public static final String JSON = MediaTypes.JSON;

  public Response {
    headers = Map.copyOf(headers);
  }

  /** Something of a type, with status 200. */
  public static Response of(String type, byte[] bytes) {
    return new Response(200, type, bytes, Map.of());
  }

  /** A page. */
  public static Response html(String text) {
    return of(HTML, text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A value as JSON.
   *
   * @param value maps, lists, records, strings, numbers …
   */
  public static Response json(Object value) {
    return of(JSON, GSON.toJson(value).getBytes(StandardCharsets.UTF_8));
  }

  /** A text. */
  public static Response text(String text) {
    return of("text/plain; charset=utf-8", text.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * A file, whose name tells its type.
   *
   * @throws IOException it is not there or cannot be read
   */
  public static Response file(Path file) throws IOException {
    return of(MediaTypes.inFull(file.getFileName().toString()), Files.readAllBytes(file));
  }

  /** Nothing to say. */
  public static Response empty() {
    return new Response(204, "", new byte[0], Map.of());
  }

  /** There is nothing of that address. */
  public static Response notFound() {
    return Refusal.NOT_FOUND.response();
  }

  /** The answer to what could not be done, in the shape that the whole editor knows. */
  public static Response error(int status, String code, String message, String hint) {
    var error = new LinkedHashMap<String, Object>();
    error.put("code", code);
    error.put("message", message);
    error.put("hint", hint);
    return json(Map.of("error", error)).withStatus(status);
  }

  /** The same with another status. */
  public Response withStatus(int other) {
    return new Response(other, type, bytes, headers);
  }

  /** The same with a header more. */
  public Response with(String name, String value) {
    var more = new HashMap<>(headers);
    more.put(name, value);
    return new Response(status, type, bytes, more);
  }

  /** As JSON for events, which are lines. */
  static String jsonLine(Object value) {
    return GSON.toJson(value);
  }
}
