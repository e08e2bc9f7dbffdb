package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/**
 * What may be said of a store, and what stores say no with: the answers of Amazon's reference and
 * of other stores, most of which no server on this machine gives. {@link S3TargetIT} has a real
 * one.
 */
class S3TargetTest {

  private static final SourcePos POS = new SourcePos("jbake.properties", 3, 1);

  @TempDir Path site;

  private HttpServer store;
  private volatile int status = 200;
  private volatile String error = "";

  @BeforeEach
  void open() throws IOException {
    store = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    store.createContext(
        "/",
        exchange -> {
          exchange.getRequestBody().readAllBytes();
          String text =
              error.isEmpty()
                  ? "<ListBucketResult><KeyCount>0</KeyCount></ListBucketResult>"
                  : "<Error>" + error + "</Error>";
          byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
          exchange.getResponseHeaders().set("Content-Type", "application/xml");
          exchange.sendResponseHeaders(status, bytes.length);
          try (OutputStream out = exchange.getResponseBody()) {
            out.write(bytes);
          }
        });
    store.start();
  }

  @AfterEach
  void close() {
    store.stop(0);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "s3.vn/kho",
        "ftp://s3.vn/kho",
        "https://s3.vn",
        "https://s3.vn/",
        "https:///kho",
        "https://s3.vn/kho/a//b",
        "https://s3.vn/kho?a=b",
        "https://s3.vn/kho#a",
        "https://s3.vn/kho có dấu"
      })
  void anAddressWithoutABucketIsTold(String url) {
    assertThat(no(() -> target(Map.of("url", url))))
        .isEqualTo(
            problem(
                ProblemCode.DICH_SAI_DIA_CHI, url, "https://s3.nha-cung-cap.vn/ten-kho/thu-muc"));
  }

  @Test
  void anAddressIsAsPeopleKnowIt() throws IOException {
    assertThat(target(Map.of("url", "https://s3.vn/kho")).address())
        .isEqualTo("https://s3.vn/kho/");
    assertThat(target(Map.of("url", "https://AKIA1@s3.vn:9000/kho/a/b/")).address())
        .isEqualTo("https://s3.vn:9000/kho/a/b/");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "region | miền Bắc | us-east-1, ap-southeast-1, …",
        "cache | một giờ | no-cache, max-age=300, …",
        "certificate | khong-co.pem | *.pem (-----BEGIN CERTIFICATE-----)",
        "certificate | jbake.properties | *.pem (-----BEGIN CERTIFICATE-----)"
      })
  void aValueThatCannotBeUsedIsTold(String key, String value, String possible) throws IOException {
    Files.writeString(site.resolve("jbake.properties"), "a=b");

    assertThat(no(() -> target(Map.of("url", "https://s3.vn/kho", key, value))))
        .isEqualTo(problem(ProblemCode.DICH_GIA_TRI, "publish.kho." + key, value, possible));
  }

  @ParameterizedTest
  @CsvSource({
    "403, SignatureDoesNotMatch, DICH_SAI_MAT_KHAU",
    "403, InvalidAccessKeyId, DICH_SAI_MAT_KHAU",
    "400, ExpiredToken, DICH_SAI_MAT_KHAU",
    "403, RequestTimeTooSkewed, DICH_SAI_GIO",
    "403, AccessDenied, DICH_KHONG_DUOC_GHI",
    "403, AllAccessDisabled, DICH_KHONG_DUOC_GHI",
    "405, MethodNotAllowed, DICH_KHONG_DUOC_GHI",
    "404, NoSuchBucket, DICH_KHONG_CO_THU_MUC",
    "400, EntityTooLarge, DICH_HET_CHO",
    "403, QuotaExceeded, DICH_HET_CHO",
    "400, XMinioAdminBucketQuotaExceeded, DICH_HET_CHO",
    "507, XMinioStorageFull, DICH_HET_CHO",
    "507, '', DICH_HET_CHO",
    "400, BadDigest, DANG_TEP_DOI",
    "400, InvalidStorageClass, DICH_TU_CHOI"
  })
  void whatAStoreSaysNoWithIsTold(int status, String code, ProblemCode told) throws IOException {
    try (Target target = target(Map.of("url", url()));
        Connection connection = target.connect()) {
      answer(status, code);

      assertThat(no(() -> connection.write(Upload.of("a.html", new byte[9]))).code())
          .isEqualTo(told);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "503, SlowDown",
    "500, InternalError",
    "429, TooManyRequests",
    "409, OperationAborted",
    "400, RequestTimeout",
    "400, IncompleteBody"
  })
  void whatMayPassIsNoRefusal(int status, String code) throws IOException {
    try (Target target = target(Map.of("url", url()));
        Connection connection = target.connect()) {
      answer(status, code);

      assertThat(
              catchThrowableOfType(
                  IOException.class, () -> connection.write(Upload.of("a.html", new byte[9]))))
          .isNotInstanceOf(TargetException.class)
          .hasMessage(status + " " + code + " Nói rõ hơn.");
    }
  }

  @Test
  void aMissingRightToReadIsTold() throws IOException {
    try (Target target = target(Map.of("url", url()));
        Connection connection = target.connect()) {
      answer(403, "AccessDenied");

      assertThat(no(() -> connection.read("a.html")))
          .isEqualTo(problem(ProblemCode.DICH_KHONG_DUOC_DOC, "a.html"));
      assertThat(no(target::connect).code()).isEqualTo(ProblemCode.DICH_KHONG_DUOC_DOC);
    }
  }

  @Test
  void theRegionThatAStoreExpectsIsNamed() throws IOException {
    status = 400;
    error =
        "<Code>AuthorizationHeaderMalformed</Code><Message>The authorization header is malformed;"
            + " the region 'us-east-1' is wrong; expecting 'ap-southeast-1'</Message>";
    try (Target target = target(Map.of("url", url(), "region", "us-east-1"))) {
      assertThat(no(target::connect))
          .isEqualTo(
              problem(
                  ProblemCode.DICH_GIA_TRI, "publish.kho.region", "us-east-1", "ap-southeast-1"));
    }
  }

  @Test
  void aHostThatIsNoStoreIsTold() throws IOException {
    answer(404, "NotFound");
    try (Target target = target(Map.of("url", url()))) {
      assertThat(no(target::connect).code()).isEqualTo(ProblemCode.DICH_TU_CHOI);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void aStoreWithoutConditionsHasLocksToo(boolean refuses) throws IOException {
    var objects = new ConcurrentHashMap<String, byte[]>();
    store.removeContext("/");
    store.createContext("/", exchange -> keep(exchange, objects, refuses));
    Upload mine = Upload.of(".portal/lock", "tôi".getBytes(StandardCharsets.UTF_8));
    Upload other = Upload.of(".portal/lock", "ai đó".getBytes(StandardCharsets.UTF_8));
    try (Target target = target(Map.of("url", url()));
        Connection connection = target.connect()) {
      assertThat(connection.create(mine)).isTrue();
      assertThat(connection.create(other)).isFalse();
      assertThat(connection.create(mine)).isTrue();
      assertThat(objects.get("/kho/.portal/lock")).isEqualTo(mine.bytes());
    }
  }

  /** A store that does not look at conditions, or refuses them. */
  private static void keep(HttpExchange exchange, Map<String, byte[]> objects, boolean refuses)
      throws IOException {
    String key = exchange.getRequestURI().getPath();
    byte[] body = exchange.getRequestBody().readAllBytes();
    byte[] answer = new byte[0];
    int status = 200;
    if (exchange.getRequestMethod().equals("PUT")) {
      if (refuses && exchange.getRequestHeaders().containsKey("If-None-Match")) {
        status = 501;
      } else {
        objects.put(key, body);
      }
    } else if (exchange.getRequestURI().getQuery() != null) {
      answer = "<ListBucketResult/>".getBytes(StandardCharsets.UTF_8);
    } else if (objects.containsKey(key)) {
      answer = objects.get(key);
    } else {
      status = 404;
    }
    exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
    exchange.getResponseBody().write(answer);
    exchange.close();
  }

  private void answer(int status, String code) {
    this.status = status;
    this.error = "<Code>" + code + "</Code><Message>Nói rõ hơn.</Message>";
  }

  private String url() {
    return "http://127.0.0.1:" + store.getAddress().getPort() + "/kho";
  }

  private static Problem no(ThrowingCallable work) {
    TargetException no = catchThrowableOfType(TargetException.class, work);
    assertThat(no).as("refused").isNotNull();
    return no.problem();
  }

  private static Problem problem(ProblemCode code, String... particulars) {
    return Problem.of(code, POS, particulars);
  }

  private Target target(Map<String, String> values) throws TargetException {
    var all = new HashMap<>(values);
    all.put("type", "s3");
    all.putIfAbsent("user", "AKIA1");
    return S3Target.of(
        new TargetConfig("kho", site, all, POS),
        new S3TargetIT.Answers(Map.of(), Optional.of("bí mật")));
  }
}
