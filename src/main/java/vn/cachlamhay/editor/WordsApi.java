package vn.cachlamhay.editor;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.preview.Handler;
import vn.cachlamhay.preview.Request;
import vn.cachlamhay.preview.Response;

/** Names on offer while somebody types one. Thread-safe. */
record WordsApi(Site site) implements EditorApi.Part {

  @Override
  public void offer(Map<String, Handler> answers) {
    answers.put("GET words", this::words);
  }

  private Response words(Request request) throws IOException {
    String kind = request.value("kind").orElse("");
    List<Words.Word> found =
        site.words()
            .find(kind, request.value("q").orElse(""))
            .orElseThrow(() -> Wrong.request("kind=" + kind));
    return Response.json(Map.of("words", found));
  }
}
