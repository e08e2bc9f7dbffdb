package vn.cachlamhay.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostsTest {

  private static final Hosts LOCAL =
      Hosts.of("127.0.0.1", new InetSocketAddress("127.0.0.1", 8080));

  @ParameterizedTest
  @ValueSource(strings = {"localhost:8080", "LOCALHOST:8080", "127.0.0.1:8080", "[::1]:8080"})
  void knowsTheNamesOfThisMachine(String host) {
    assertThat(LOCAL.knows(host)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "localhost",
        "localhost:80",
        "localhost:8081",
        "evil.example:8080",
        "localhost.evil.example:8080",
        "127.0.0.1.nip.io:8080",
        "127.0.0.1:8080.evil.example",
        "evil.example@localhost:8080",
        "0.0.0.0:8080",
        "192.168.1.7:8080",
        "[::2]:8080",
        "localhost:08080",
        "localhost:8080 "
      })
  void knowsNoOther(String host) {
    assertThat(LOCAL.knows(host)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"tin.lan:80", "tin.lan", "TIN.lan", "localhost"})
  void aNameThatWasGivenIsOne(String host) {
    assertThat(Hosts.of("tin.lan", new InetSocketAddress("127.0.0.1", 80)).knows(host)).isTrue();
  }
}
