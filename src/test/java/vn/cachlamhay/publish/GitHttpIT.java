package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.BasicAuthenticator;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing to {@code git http-backend}, which wants a password. */
class GitHttpIT {

  private static final String PROGRAM = "/usr/lib/git-core/git-http-backend";

  @TempDir Path temp;

  private BareRepository repository;
  private HttpServer server;
  private ExecutorService threads;

  @BeforeEach
  void startsTheServer() throws IOException {
    Servers.requirePrograms(PROGRAM);
    repository = BareRepository.create(temp.resolve("máy chủ/kho.git"));
    repository.git("config", "uploadpack.allowFilter", "true");
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server
        .createContext("/", this::answer)
        .setAuthenticator(
            new BasicAuthenticator("kho") {
              @Override
              public boolean checkCredentials(String user, String password) {
                return user.equals("lan") && password.equals("mã-truy-cập");
              }
            });
    server.start();
  }

  @AfterEach
  void endsTheServer() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** Hands a request to Git's program as CGI says. */
  private void answer(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    var builder = new ProcessBuilder(PROGRAM);
    Map<String, String> environment = builder.environment();
    environment.put("GIT_PROJECT_ROOT", repository.folder().getParent().toString());
    environment.put("GIT_HTTP_EXPORT_ALL", "1");
    environment.put("REMOTE_USER", "lan");
    environment.put("REQUEST_METHOD", exchange.getRequestMethod());
    environment.put("PATH_INFO", exchange.getRequestURI().getPath());
    put(environment, "QUERY_STRING", exchange.getRequestURI().getQuery());
    put(environment, "CONTENT_TYPE", exchange.getRequestHeaders().getFirst("Content-Type"));
    put(environment, "GIT_PROTOCOL", exchange.getRequestHeaders().getFirst("Git-Protocol"));
    put(
        environment,
        "HTTP_CONTENT_ENCODING",
        exchange.getRequestHeaders().getFirst("Content-Encoding"));
    environment.put("CONTENT_LENGTH", String.valueOf(body.length));
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    threads.submit(
        () -> {
          try (OutputStream in = process.getOutputStream()) {
            in.write(body);
          }
          return true;
        });
    byte[] told = process.getInputStream().readAllBytes();
    int status = 200;
    InputStream in = new ByteArrayInputStream(told);
    for (String line = line(in); !line.isEmpty(); line = line(in)) {
      String[] parts = line.split(": ", 2);
      if (parts[0].equals("Status")) {
        status = Integer.parseInt(parts[1].substring(0, 3));
      } else {
        exchange.getResponseHeaders().set(parts[0], parts[1]);
      }
    }
    byte[] rest = in.readAllBytes();
    exchange.sendResponseHeaders(status, rest.length == 0 ? -1 : rest.length);
    exchange.getResponseBody().write(rest);
    exchange.close();
  }

  private static void put(Map<String, String> environment, String name, String value) {
    if (value != null) {
      environment.put(name, value);
    }
  }

  private static String line(InputStream in) throws IOException {
    var line = new ByteArrayOutputStream();
    for (int next = in.read(); next >= 0 && next != '\n'; next = in.read()) {
      line.write(next);
    }
    return line.toString(StandardCharsets.UTF_8).strip();
  }

  private void publish(String name, Credentials people, SmallSite site) throws IOException {
    String url = "http://127.0.0.1:" + server.getAddress().getPort() + "/" + name;
    var config =
        new TargetConfig(
            "kho",
            temp.resolve("trang"),
            Map.of("type", "git", "url", url, "user", "lan"),
            new SourcePos("jbake.properties", 3, 0));
    try (Target target = Targets.open(config, people)) {
      new Publisher(config, target, new Patience(1, Duration.ofMillis(20)), PublishListener.SILENT)
          .publish(site.baked(), TargetContract.SURE, plan -> {});
    }
  }

  private SmallSite site(int version) {
    return SmallSite.portal(temp.resolve("output"), version);
  }

  private GitPeople who(String password) {
    return GitPeople.who(temp.resolve("nhà"), password);
  }

  @Test
  void anAccessTokenOpensTheRepositoryAndIsAskedForOnce() throws IOException {
    GitPeople lan = who("mã-truy-cập");
    publish("kho.git", lan, site(1));
    publish(
        "kho.git",
        GitPeople.nobody(temp.resolve("khác")).with("PORTAL_PASSWORD_KHO", "mã-truy-cập"),
        site(2));

    assertThat(lan.asked()).containsExactly("lan@127.0.0.1");
    Map<String, byte[]> files = repository.files();
    files.keySet().removeIf(path -> Names.isOurs(path) || path.equals(".nojekyll"));
    TargetContract.assertSame(files, site(2).files());
    assertThat(repository.log()).hasSize(2);
  }

  @Test
  void aWrongOneIsToldAndNotTriedAgain() {
    GitPeople lan = who("mã cũ");

    TargetContract.assertRefused(
        () -> publish("kho.git", lan, site(1)), ProblemCode.DICH_SAI_MAT_KHAU);
    assertThat(lan.asked()).hasSize(1);
  }

  @Test
  void whereNobodyKnowsOneThatIsTold() {
    TargetContract.assertRefused(
        () -> publish("kho.git", GitPeople.nobody(temp.resolve("nhà")), site(1)),
        ProblemCode.DICH_THIEU_MAT_KHAU);
  }

  @Test
  void aRepositoryThatIsNotThereIsTold() {
    TargetContract.assertRefused(
        () -> publish("la.git", who("mã-truy-cập"), site(1)), ProblemCode.DICH_KHONG_CO_THU_MUC);
  }
}
