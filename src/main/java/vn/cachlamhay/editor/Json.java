package vn.cachlamhay.editor;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import vn.cachlamhay.preview.RefusedException;
import vn.cachlamhay.preview.Request;

/** Reads what the editor's page sends. Stateless. */
final class Json {

  private static final Gson GSON = new Gson();

  private Json() {}

  /** A text that may have been left out. */
  static String given(String text) {
    return text == null ? "" : text;
  }

  /**
   * The body of a request.
   *
   * @param type a record; what the page leaves out is null in it
   * @param limit more bytes than these are refused
   * @throws RefusedException the body is no such thing
   */
  static <T> T read(Request request, Class<T> type, int limit) throws IOException {
    try {
      T value = GSON.fromJson(request.text(limit), type);
      if (value != null) {
        return value;
      }
    } catch (JsonParseException e) {
      throw Wrong.request(e.getMessage());
    }
    throw Wrong.request("{}");
  }
}
