package vn.cachlamhay.editor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.preview.PreviewListener;
import vn.cachlamhay.preview.SitePreview;

/** A real preview of a site, and a browser's session with its editor without the browser. */
public final class EditorClient implements AutoCloseable {

  private static final Gson GSON = new Gson();
  private static final Pattern TOKEN = Pattern.compile("bien-tap-token\" content=\"([^\"]+)\"");

  private final Failures failures = new Failures();
  private final SitePreview preview;
  private final HttpClient http = HttpClient.newHttpClient();
  private final String cookie;
  private final String token;

  /** Our own mistakes, which no test may cause. */
  private static final class Failures implements PreviewListener {
    private final List<Throwable> all = new CopyOnWriteArrayList<>();

    @Override
    public void shown(List<String> files, Set<String> uris, Duration duration) {
      // the tests look at the disk
    }

    @Override
    public void baked(Bake bake) {
      // likewise
    }

    @Override
    public void failed(Throwable failure) {
      all.add(failure);
    }
  }

  /** An answer of the API. */
  record Answer(int status, JsonObject json) {

    String text(String... path) {
      JsonElement at = json;
      for (String key : path) {
        at = at.getAsJsonObject().get(key);
      }
      return at.isJsonNull() ? null : at.getAsString();
    }

    List<JsonObject> list(String key) {
      var list = new ArrayList<JsonObject>();
      json.getAsJsonArray(key).forEach(each -> list.add(each.getAsJsonObject()));
      return list;
    }
  }

  public EditorClient(Path site) throws IOException {
    this(site, 0);
  }

  /**
   * As somebody who starts the program again.
   *
   * @param port that is free; 0 for any
   */
  EditorClient(Path site, int port) throws IOException {
    var options =
        new SitePreview.Options(site, Optional.empty(), "127.0.0.1", port, Optional.empty());
    this.preview = new SitePreview(options, SiteEditor::of, failures);
    preview.start(Progress.SILENT);
    HttpResponse<byte[]> shell = send(HttpRequest.newBuilder(at("bien-tap/")).build());
    this.cookie = shell.headers().firstValue("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    Matcher found = TOKEN.matcher(new String(shell.body(), UTF_8));
    this.token = found.find() ? found.group(1) : "";
  }

  /** Where the site is shown. */
  public String address() {
    return preview.address();
  }

  int port() {
    return preview.port();
  }

  Answer get(String name, String... query) {
    var address = new StringBuilder("bien-tap/api/" + name);
    for (int i = 0; i < query.length; i += 2) {
      address.append(i == 0 ? '?' : '&').append(query[i]).append('=');
      address.append(URLEncoder.encode(query[i + 1], UTF_8));
    }
    return answer(send(request(address.toString()).build()));
  }

  Answer post(String name, Map<String, Object> body) {
    return post(name, GSON.toJson(body));
  }

  Answer post(String name, String body) {
    return answer(
        send(
            request("bien-tap/api/" + name)
                .header("X-Bien-Tap", token)
                .POST(BodyPublishers.ofString(body))
                .build()));
  }

  Answer put(String address, byte[] body) {
    return answer(
        send(
            request("bien-tap/api/" + address)
                .header("X-Bien-Tap", token)
                .PUT(BodyPublishers.ofByteArray(body))
                .build()));
  }

  /** Something else of the server, with the session. */
  HttpResponse<byte[]> raw(String address) {
    return send(request(address.replaceFirst("^/", "")).build());
  }

  private HttpRequest.Builder request(String address) {
    return HttpRequest.newBuilder(at(address)).header("Cookie", cookie);
  }

  private URI at(String address) {
    return URI.create("http://127.0.0.1:" + preview.port() + "/" + address);
  }

  private HttpResponse<byte[]> send(HttpRequest request) {
    try {
      return http.send(request, BodyHandlers.ofByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<byte[]> response) {
    String text = new String(response.body(), UTF_8);
    return new Answer(response.statusCode(), JsonParser.parseString(text).getAsJsonObject());
  }

  @Override
  public void close() {
    preview.close();
    assertThat(failures.all).isEmpty();
  }
}
