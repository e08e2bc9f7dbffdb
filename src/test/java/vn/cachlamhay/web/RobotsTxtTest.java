package vn.cachlamhay.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** RFC 9309 as a table: a file (lines parted by {@code |}), a path, yes or no. */
class RobotsTxtTest {

  private static final String CASES =
      """
      |/a|yes
      User-agent: *|Disallow:|/a|yes
      User-agent: *|Disallow: /|/a|no
      User-agent: *|Disallow: /|/robots.txt|yes
      User-agent: *|Disallow: /tin|/tin/1|no
      User-agent: *|Disallow: /tin|/tinh|no
      User-agent: *|Disallow: /tin/|/tin|yes
      User-agent: *|Disallow: /tin/|/van-ban|yes
      User-agent: *|Disallow: /Tin|/tin|yes
      User-agent: *|Disallow: /tin|Allow: /tin/cong-khai|/tin/cong-khai/1|yes
      User-agent: *|Allow: /tin/cong-khai|Disallow: /tin|/tin/cong-khai/1|yes
      User-agent: *|Disallow: /tin/cong-khai/mat|Allow: /tin|/tin/cong-khai/mat|no
      User-agent: *|Allow: /a|Disallow: /a|/a|yes
      User-agent: *|Disallow: /a|Allow: /a|/a/b|yes
      User-agent: *|Disallow: /*.pdf|/tep/1.pdf|no
      User-agent: *|Disallow: /*.pdf|/tep/1.pdf?x=1|no
      User-agent: *|Disallow: /*.pdf$|/tep/1.pdf|no
      User-agent: *|Disallow: /*.pdf$|/tep/1.pdf?x=1|yes
      User-agent: *|Disallow: /$|/|no
      User-agent: *|Disallow: /$|/tin|yes
      User-agent: *|Disallow: /*?in=|/tin/1?in=1|no
      User-agent: *|Disallow: /*?in=|/tin/1|yes
      User-agent: *|Disallow: /a*b*c|/axxbxxc|no
      User-agent: *|Disallow: /a*b*c|/axxcxxb|yes
      User-agent: *|Disallow: *|/tin|no
      User-agent: CachLamHay|Disallow: /|/tin|no
      User-agent: cachlamhay|Disallow: /|/tin|no
      User-agent: CachLamHay/2.0|Disallow: /|/tin|no
      User-agent: CachLamHayBot|Disallow: /|/tin|yes
      User-agent: Khac|Disallow: /|/tin|yes
      User-agent: *|Disallow: /||User-agent: CachLamHay|Allow: /|/tin|yes
      User-agent: CachLamHay|Disallow: /a||User-agent: *|Disallow: /b|/b|yes
      User-agent: CachLamHay|Disallow: /a||User-agent: CachLamHay|Disallow: /b|/b|no
      User-agent: Khac|User-agent: CachLamHay|Disallow: /a|/a|no
      User-agent: Khac|Disallow: /a|User-agent: CachLamHay|Disallow: /b|/a|yes
      User-agent: *|Sitemap: https://a.vn/s.xml|Disallow: /a|/a|no
      User-agent: Khac|Sitemap: https://a.vn/s.xml|User-agent: *|Disallow: /a|/a|no
      Disallow: /a|/a|yes
      # loi chao|user-AGENT : *  # moi nguoi|DISALLOW : /a # vi sao|/a|no
      User-agent: *|Disallow: /t%C3%ADn|/tín|no
      User-agent: *|Disallow: /tín|/t%c3%adn|no
      User-agent: *|Disallow: /%7Ea|/~a|no
      User-agent: *|Disallow: /a%2Fb|/a/b|yes
      User-agent: *|Disallow /a|/a|yes
      User-agent: *|Noindex: /a|/a|yes
      <!DOCTYPE html>|<html>Disallow: /</html>|/a|yes
      """;

  static Stream<Arguments> cases() {
    return CASES
        .lines()
        .map(
            line -> {
              List<String> parts = List.of(line.split("\\|", -1));
              int size = parts.size();
              return Arguments.of(
                  String.join("\n", parts.subList(0, size - 2)),
                  parts.get(size - 2),
                  parts.get(size - 1).equals("yes"));
            });
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("cases")
  void rules(String file, String path, boolean allowed) {
    assertThat(of(file).allows(path)).isEqualTo(allowed);
    assertThat(of("\ufeff" + file.replace("\n", "\r\n")).allows(path)).isEqualTo(allowed);
  }

  @Test
  void thereAreEnoughCases() {
    assertThat(cases()).hasSizeGreaterThan(40);
  }

  @Test
  void onlyTheBeginningOfAnEndlessFileCounts() {
    String file = "User-agent: *\n" + "#\n".repeat(RobotsTxt.MOST_BYTES / 2) + "Disallow: /a\n";

    assertThat(of(file).allows("/a")).isTrue();
  }

  @Test
  void theDelayIsTakenUpToALimit() {
    assertThat(of("User-agent: *\nCrawl-delay: 2.5").delay()).contains(Duration.ofMillis(2500));
    assertThat(of("User-agent: *\nCrawl-delay: 86400").delay()).contains(Duration.ofSeconds(20));
    assertThat(of("User-agent: *\nCrawl-delay: mai").delay()).isEmpty();
  }

  @Test
  void manyStarsTakeNoTime() {
    String file = "User-agent: *\nDisallow: /" + "*a".repeat(5000) + "$";

    assertThat(of(file).allows("/" + "a".repeat(4000) + "b")).isTrue();
  }

  @Property(tries = 300)
  void anythingCanBeRead(
      @ForAll @StringLength(max = 200) String file,
      @ForAll @StringLength(max = 40) @CharRange(from = ' ', to = '~') String path) {
    assertThatCode(() -> of("User-agent: *\nDisallow: " + file).allows("/" + path))
        .doesNotThrowAnyException();
    assertThat(of("User-agent: *\nDisallow: /" + path.replaceAll("[#*$%\\s]", "")).allows("/"))
        .isEqualTo(!path.replaceAll("[#*$%\\s]", "").isEmpty());
  }

  private static RobotsTxt of(String file) {
    return RobotsTxt.of(file.getBytes(StandardCharsets.UTF_8));
  }
}
