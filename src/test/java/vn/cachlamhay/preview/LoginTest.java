package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LoginTest {

  private static final String PASSWORD = "mật khẩu dài";

  private final Hands clock = new Hands();
  private final Login login = new Login(new Secret(PASSWORD), 8080, clock);

  @Test
  void letsInWhoKnowsThePassword() throws IOException {
    Response answer = login.ask(post(PASSWORD, "/tin-tuc/"), "a");
    assertThat(answer.status()).isEqualTo(303);
    assertThat(answer.headers()).containsEntry("Location", "/tin-tuc/");
    String cookie = answer.headers().get("Set-Cookie");
    assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/");
    assertThat(login.knows(Map.of("cookie", "x=y; " + cookie.replaceFirst(";.*", "")))).isTrue();
    assertThat(login.knows(Map.of("cookie", "clh-vao-8080=" + PASSWORD))).isFalse();
    assertThat(login.knows(Map.of("cookie", "clh-vao-8080="))).isFalse();
    assertThat(login.knows(Map.of())).isFalse();
  }

  @Test
  void whoGuessesHasToWaitLongerAndLonger() throws IOException {
    for (int i = 0; i < 3; i++) {
      assertThat(login.ask(post("sai", "/"), "a").status()).isEqualTo(401);
    }
    assertThat(login.ask(post(PASSWORD, "/"), "a").status()).isEqualTo(429);
    // others are not kept out by it
    assertThat(login.ask(post(PASSWORD, "/"), "b").status()).isEqualTo(303);
    clock.pass(Duration.ofSeconds(2));
    assertThat(login.ask(post("sai", "/"), "a").status()).isEqualTo(401);
    clock.pass(Duration.ofMillis(1500));
    assertThat(login.ask(post(PASSWORD, "/"), "a").status()).isEqualTo(429);
    clock.pass(Duration.ofMillis(600));
    assertThat(login.ask(post(PASSWORD, "/"), "a").status()).isEqualTo(303);
  }

  @ParameterizedTest
  @CsvSource({
    "/a/b.html, /a/b.html",
    "//evil.example/, /",
    "/\\evil.example, /",
    "https://evil.example, /",
    "'', /"
  })
  void leadsNowhereElse(String wanted, String location) throws IOException {
    assertThat(login.ask(post(PASSWORD, wanted), "a").headers())
        .containsEntry("Location", location);
  }

  @Test
  void asksPagesWithAFormAndAllElseWithAnError() throws IOException {
    Response page = login.ask(get("/a\"><b>", "text/html,*/*"), "a");
    assertThat(page.status()).isEqualTo(401);
    assertThat(new String(page.bytes(), StandardCharsets.UTF_8))
        .contains("name=\"mat-khau\"", "value=\"/a&quot;&gt;&lt;b&gt;\"");
    assertThat(login.ask(get("/bien-tap/api/site", "*/*"), "a").type()).isEqualTo(Response.JSON);
  }

  private static Request get(String path, String accept) {
    return new Request(
        "GET", path, Map.of(), Map.of("accept", accept), new ByteArrayInputStream(new byte[0]), 0);
  }

  private static Request post(String password, String next) {
    byte[] body =
        ("mat-khau="
                + URLEncoder.encode(password, StandardCharsets.UTF_8)
                + "&toi="
                + URLEncoder.encode(next, StandardCharsets.UTF_8))
            .getBytes(StandardCharsets.UTF_8);
    return new Request(
        "POST", Login.ADDRESS, Map.of(), Map.of(), new ByteArrayInputStream(body), body.length);
  }

  /** A clock that goes when the test says so. */
  private static final class Hands extends Clock {
    private Instant now = Instant.EPOCH;

    void pass(Duration duration) {
      now = now.plus(duration);
    }

    @Override
    public Instant instant() {
      return now;
    }

    @Override
    public ZoneId getZone() {
      return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
      return this;
    }
  }
}
