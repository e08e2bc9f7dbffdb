package vn.cachlamhay.editor;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;

/** What the editor's page may ask for, each by method and name. Thread-safe. */
final class EditorApi implements Handler {

  private static final String PREFIX = "/bien-tap/api/";

  private final Map<String, Handler> answers = new HashMap<>();

  /** Something that answers under several names. */
  interface Part {
    /** Tells its names ({@code "GET articles"}) and who answers under each. */
    void offer(Map<String, Handler> answers);
  }

  EditorApi(Part... parts) {
    for (Part part : parts) {
      part.offer(answers);
    }
  }

  @Override
  public Response handle(Request request) throws IOException {
    String name = request.path().substring(PREFIX.length());
    Handler answer = answers.get(request.method() + " " + name);
    return answer == null ? Response.notFound() : answer.handle(request);
  }
}
