package vn.cachlamhay.api;

import com.google.gson.FormattingStyle;
import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.math.BigDecimal;

/**
 * How all files are written: UTF-8 without escapes, a value a line, so that people can read them
 * and two versions can be compared. Stateless.
 */
final class Json {

  private static final Gson GSON =
      new GsonBuilder()
          .disableHtmlEscaping()
          .setFormattingStyle(FormattingStyle.PRETTY.withIndent(" "))
          .create();

  private Json() {}

  /** A file. */
  static String text(Object value) {
    return GSON.toJson(value) + "\n";
  }

  /** A value as part of a document that was read. */
  static JsonElement tree(Object value) {
    return GSON.toJsonTree(value);
  }

  /** A document, its fields in the order in which they stand. */
  static JsonObject read(String text) {
    return GSON.fromJson(text, JsonObject.class);
  }

  /** A number without a power of ten: 10000, never 1E+4. */
  static BigDecimal plain(BigDecimal number) {
    return new BigDecimal(number.toPlainString());
  }
}
