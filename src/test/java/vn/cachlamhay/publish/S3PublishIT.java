package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.SourcePos;

/** Publishing to a store that speaks S3. */
class S3PublishIT extends TargetContract {

  static final HttpClient READER = HttpClient.newHttpClient();

  @TempDir static Path folder;
  static S3Server server;
  // the same objects, for readers, who have no key
  static S3Server website;
  static int sites;

  private String bucket;
  private Path objects;

  @BeforeAll
  static void start() throws IOException {
    Path data = Files.createDirectory(folder.resolve("data"));
    server = S3Server.start(folder, data, Map.of());
    website = S3Server.start(folder, data, Map.of("s3proxy.authorization", "none"));
  }

  @AfterAll
  static void stop() {
    if (server != null) {
      server.close();
    }
    if (website != null) {
      website.close();
    }
  }

  @BeforeEach
  void makeBucket() throws IOException {
    bucket = "kho-" + ++sites;
    objects = server.makeBucket(bucket).resolve("trang web");
  }

  @Override
  TargetConfig config() {
    return config(server.port());
  }

  private TargetConfig config(int port) {
    var values =
        Map.of(
            "type",
            "s3",
            "url",
            "http://127.0.0.1:" + port + "/" + bucket + "/trang%20web",
            "user",
            S3Server.USER,
            "timeout",
            "10");
    return new TargetConfig("kho", temp, values, new SourcePos("jbake.properties", 3, 0));
  }

  @Override
  Credentials people() {
    return S3TargetIT.RIGHT;
  }

  @Override
  Map<String, byte[]> served() throws IOException {
    // which there are, the server's own folder tells, and what they are, the server
    var files = new TreeMap<String, byte[]>();
    for (String path : filesBelow(objects).keySet()) {
      byte[] bytes = get(path);
      files.put(path, bytes);
    }
    return files;
  }

  private byte[] get(String path) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          READER.send(
              HttpRequest.newBuilder(address(path)).build(),
              HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new IOException(path + ": " + answer.statusCode());
      }
      return answer.body();
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private URI address(String path) throws IOException {
    try {
      String key = "/" + bucket + "/trang web/" + path;
      return new URI("http", null, "127.0.0.1", website.port(), key, null, null);
    } catch (java.net.URISyntaxException e) {
      throw new IOException(e);
    }
  }

  @Override
  void plant(String path, byte[] bytes) throws IOException {
    try {
      READER.send(
          HttpRequest.newBuilder(address(path))
              .PUT(HttpRequest.BodyPublishers.ofByteArray(bytes))
              .build(),
          HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  @Override
  void uproot(String path) throws IOException {
    Files.delete(objects.resolve(path));
  }

  @Override
  Optional<Cuttable> cuttable() throws IOException {
    var proxy = new CutProxy(server.port());
    return Optional.of(new CutLine(proxy, config(proxy.port())));
  }
}
