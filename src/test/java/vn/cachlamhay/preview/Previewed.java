package vn.cachlamhay.preview;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.TestSite;

/** A small site that is previewed, and what a client does with it. */
final class Previewed implements AutoCloseable {

  static final String ARTICLE = "content/bai-viet/2018/bac-son.md";
  static final String PAGE = "bai-viet/2018/bac-son.html";

  final Path folder;
  final TestSite site;
  final Heard heard = new Heard();
  final SitePreview preview;
  private final HttpClient client = HttpClient.newHttpClient();

  /** Remembers what the terminal would show. */
  static final class Heard implements PreviewListener {
    final List<Bake> bakes = new CopyOnWriteArrayList<>();
    final List<String> shown = new CopyOnWriteArrayList<>();
    final List<Throwable> failures = new CopyOnWriteArrayList<>();

    @Override
    public void shown(List<String> files, Set<String> uris, Duration duration) {
      shown.addAll(uris);
    }

    @Override
    public void baked(Bake bake) {
      bakes.add(bake);
    }

    @Override
    public void failed(Throwable failure) {
      failures.add(failure);
    }
  }

  private Previewed(
      Path folder,
      TestSite site,
      Optional<Path> output,
      Optional<String> password,
      Editor.Factory editor)
      throws IOException {
    this.folder = folder;
    this.site = site;
    this.preview =
        new SitePreview(
            new SitePreview.Options(folder, output, "127.0.0.1", 0, password), editor, heard);
  }

  /** A copy of the small portal, baked and served. */
  static Previewed of(Path folder) throws IOException {
    return of(folder, Optional.empty(), Editor.Factory.NONE);
  }

  static Previewed of(Path folder, Optional<String> password, Editor.Factory editor)
      throws IOException {
    return started(folder, Optional.empty(), password, editor);
  }

  /** The same with its pages in another folder. */
  static Previewed into(Path output, Path folder) throws IOException {
    return started(folder, Optional.of(output), Optional.empty(), Editor.Factory.NONE);
  }

  private static Previewed started(
      Path folder, Optional<Path> output, Optional<String> password, Editor.Factory editor)
      throws IOException {
    TestSite site = TestSite.copyOf("portal-small", folder);
    var previewed = new Previewed(folder, site, output, password, editor);
    previewed.preview.start(Progress.SILENT);
    return previewed;
  }

  Path output() {
    return folder.resolve(SitePreview.FOLDER);
  }

  HttpRequest.Builder to(String path) {
    return HttpRequest.newBuilder(URI.create(preview.address() + path))
        .timeout(Duration.ofSeconds(20));
  }

  HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  HttpResponse<String> get(String path) {
    return send(to(path));
  }

  String page(String path) {
    return get(path).body();
  }

  /** Sends bytes as they are, and gives what comes back until the server closes. */
  String raw(String request) throws IOException {
    try (var socket = new Socket("127.0.0.1", preview.port())) {
      socket.setSoTimeout(10_000);
      OutputStream out = socket.getOutputStream();
      out.write(request.replace("\n", "\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  /** A GET by hand, with the right host. */
  String rawGet(String target) throws IOException {
    return raw("GET " + target + " HTTP/1.1\nHost: " + host() + "\nConnection: close\n\n");
  }

  String host() {
    return "localhost:" + preview.port();
  }

  /** Waits for something that another thread does. */
  static void await(String what, BooleanSupplier condition) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!condition.getAsBoolean()) {
      if (System.nanoTime() > end) {
        throw new AssertionError("did not come: " + what);
      }
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
  }

  void awaitPage(String uri, String text) {
    await(uri + " with " + text, () -> page(uri).contains(text));
  }

  /** An article without anything special. */
  static String article(String title) {
    return "---\ntitle: %s\ndate: 2018-09-12\ntype: post\nstatus: published\n---\n\nChữ.\n"
        .formatted(title);
  }

  /** Waits until the last bake that was told has these errors. */
  void awaitProblems(String... codes) {
    await(
        "problems " + List.of(codes) + ", not " + heard.bakes,
        () ->
            !heard.bakes.isEmpty()
                && heard.bakes.get(heard.bakes.size() - 1).problems().stream()
                    .filter(problem -> problem.isError())
                    .map(problem -> problem.code().code())
                    .toList()
                    .equals(List.of(codes)));
  }

  String read(String path) throws IOException {
    return Files.readString(folder.resolve(path));
  }

  @Override
  public void close() {
    preview.close();
  }
}
