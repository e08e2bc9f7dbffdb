package vn.cachlamhay.editor;

import java.text.MessageFormat;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import vn.cachlamhay.preview.RefusedException;
import vn.cachlamhay.preview.Response;

/**
 * Why something that the editor's page asks for is not done: its words stand in the resource bundle
 * {@code editor}, under the name in lower case with hyphens.
 */
enum Wrong {
  BAD_REQUEST(400),
  NOT_READY(503),
  NO_VERSION(404),
  CHANGED_ON_DISK(409),
  HAS_ERRORS(422),
  NOT_WHOLE(422),
  NO_TITLE(422),
  IMPORT_TOO_LARGE(413),
  NO_ADDRESS(422),
  NO_ORIGINAL(404);

  private static final ResourceBundle WORDS =
      ResourceBundle.getBundle("vn.cachlamhay.editor.editor", Locale.ROOT);

  private final int status;

  Wrong(int status) {
    this.status = status;
  }

  /** The words for readers, as the whole editor shows them. */
  Map<String, String> told(Object... particulars) {
    return Map.of(
        "code", code(),
        "message", text(code(), particulars),
        "hint", text(code() + ".hint", particulars));
  }

  /** An answer with more than the words. */
  Response with(Map<String, Object> more) {
    var answer = new LinkedHashMap<String, Object>(more);
    answer.put("error", told());
    return Response.json(answer).withStatus(status);
  }

  /** To be thrown where an answer is not wanted. */
  RefusedException refused(Object... particulars) {
    Map<String, String> told = told(particulars);
    return new RefusedException(
        Response.error(status, told.get("code"), told.get("message"), told.get("hint")));
  }

  /** The page has sent something that it should not. */
  static RefusedException request(String why) {
    return BAD_REQUEST.refused(why);
  }

  private String code() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  private static String text(String key, Object... particulars) {
    return new MessageFormat(WORDS.getString(key), Locale.ROOT).format(particulars);
  }
}
