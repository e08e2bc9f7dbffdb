package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The script {@code portal} as it is typed, in a folder whose name has blanks and Vietnamese
 * letters.
 */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "Windows has portal.cmd")
final class LauncherIT {

  /** What the script needs beside Java, from wherever this machine has it. */
  private static final List<String> TOOLS =
      List.of("sh", "dirname", "sed", "head", "find", "touch", "cat", "env");

  /**
   * The folder by a name in ASCII. The JVM of this test may run where it cannot write the other
   * name (LC_ALL=C); only the shell does.
   */
  private Path checkout;

  private Path tools;

  @BeforeEach
  void copyTheRepository() throws Exception {
    Path work = SiteFixture.freshFolder("launcher");
    Path parts = Files.createDirectory(work.resolve("parts"));
    for (String part :
        List.of(
            "content",
            "data",
            "templates",
            "assets",
            "src/main",
            "jbake.properties",
            "pom.xml",
            "portal",
            "target/lib",
            "target/cach-lam-hay.jar")) {
      SiteFixture.copy(SiteFixture.repository().resolve(part), parts.resolve(part));
    }
    Path jar = parts.resolve("target/cach-lam-hay.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now()));
    checkout = work.resolve("checkout");
    tools = Files.createDirectory(work.resolve("tools"));
    Path move = work.resolve("move.sh");
    Files.writeString(
        move,
        """
        set -e
        cd '%s'
        mv parts 'Trang của tôi'
        ln -s 'Trang của tôi' checkout
        for tool in %s; do ln -s "$(command -v $tool)" tools/$tool; done
        """
            .formatted(work, String.join(" ", TOOLS)));
    assertThat(new ProcessBuilder("sh", move.toString()).inheritIO().start().waitFor()).isZero();
  }

  @Test
  void bakeMakesTheSiteAndASecondRunTouchesNothing() throws Exception {
    Result first = portal("./portal bake");
    assertThat(first.code).as(first.all()).isZero();
    assertThat(first.out.lines().filter(line -> line.matches("[1-6]  \\S.* \\d+,\\d\\d s")))
        .as(first.out)
        .hasSize(6);
    assertThat(first.out).containsPattern("\\d+ tệp; ghi [1-9]").contains("không có lỗi");
    assertThat(checkout.resolve("output/index.html")).isRegularFile();
    Map<String, FileTime> times = new HashMap<>();
    Map<String, String> before = bytes(checkout.resolve("output"));
    for (String name : before.keySet()) {
      // so old that a new time cannot be taken for it
      FileTime old = FileTime.from(Instant.parse("2020-01-01T00:00:00Z"));
      Files.setLastModifiedTime(checkout.resolve("output").resolve(name), old);
      times.put(name, old);
    }

    Result second = portal("./portal bake");
    assertThat(second.code).as(second.all()).isZero();
    assertThat(second.out).contains("ghi 0");
    assertThat(bytes(checkout.resolve("output"))).isEqualTo(before);
    for (String name : before.keySet()) {
      assertThat(Files.getLastModifiedTime(checkout.resolve("output").resolve(name)))
          .as(name)
          .isEqualTo(times.get(name));
    }
  }

  @Test
  void itWorksFromAnotherFolder() throws Exception {
    Result result =
        portal(
            "here=$PWD; cd ../tools && \"$here/portal\" bake --site \"$here\" --out ../elsewhere");
    assertThat(result.code).as(result.all()).isZero();
    assertThat(checkout.resolveSibling("elsewhere/index.html")).isRegularFile();
    assertThat(checkout.resolve("output")).doesNotExist();
  }

  @Test
  void itWorksThroughALinkToTheFolder() throws Exception {
    Result result = portal("cd .. && checkout/portal bake --site checkout");
    assertThat(result.code).as(result.all()).isZero();
    assertThat(checkout.resolve("output/index.html")).isRegularFile();
  }

  @ParameterizedTest
  @CsvSource({"C, America/New_York", "C.UTF-8, Asia/Ho_Chi_Minh", "POSIX, Pacific/Kiritimati"})
  void theMachinesLanguageAndTimeZoneChangeNoByte(String locale, String zone) throws Exception {
    Result result = portal("LC_ALL=%s LANG=%s TZ=%s ./portal bake".formatted(locale, locale, zone));
    assertThat(result.code).as(result.all()).isZero();
    assertThat(result.out).contains("đọc bài viết");
    Map<String, String> made = bytes(checkout.resolve("output"));
    assertThat(made).hasSizeGreaterThan(100);
    Map<String, String> expected = bytes(SiteFixture.plain().out());
    assertThat(made.keySet()).isEqualTo(expected.keySet());
    for (String name : expected.keySet()) {
      assertThat(made.get(name).equals(expected.get(name))).as(name).isTrue();
    }
  }

  @Test
  void aFolderWithAPlainNameWorksWithoutAnyLanguage() throws Exception {
    Result result =
        portal(
            "cd .. && rm checkout && mv 'Trang của tôi' checkout && cd checkout"
                + " && env -u LANG LC_ALL=C ./portal bake");
    assertThat(result.code).as(result.all()).isZero();
    assertThat(result.out).contains("không có lỗi");
    assertThat(bytes(checkout.resolve("output"))).isEqualTo(bytes(SiteFixture.plain().out()));
  }

  @Test
  void checkWritesNothing() throws Exception {
    Map<String, String> before = bytes(checkout);
    Result result = portal("./portal check");
    assertThat(result.code).as(result.all()).isZero();
    assertThat(bytes(checkout)).isEqualTo(before);
    assertThat(checkout.resolve("output")).doesNotExist();
  }

  @Test
  void anUnknownOptionIsToldWithCode2() throws Exception {
    Result result = portal("./portal bake --khong-co");
    assertThat(result.code).isEqualTo(2);
    assertThat(result.err).contains("--khong-co").contains("--help");
    assertThat(checkout.resolve("output")).doesNotExist();
  }

  @Test
  void aBrokenArticleIsToldWithItsPlaceAndCode1() throws Exception {
    Path article = checkout.resolve("content/bai-viet/2024/hong.md");
    Files.writeString(article, "---\ntitle: Hỏng\ndate: hôm qua\n---\n\nThân bài.\n");
    Result result = portal("./portal bake");
    assertThat(result.code).as(result.all()).isEqualTo(1);
    assertThat(result.err).contains("content/bai-viet/2024/hong.md:3:");
    assertThat(checkout.resolve("output/bai-viet/2024/hong.html")).doesNotExist();
  }

  @Test
  void withoutJavaItSaysWhatToInstall() throws Exception {
    Result result = portal("unset JAVA_HOME; PATH='%s' ./portal bake".formatted(tools));
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("JDK 17").contains("Không tìm thấy Java");
  }

  @ParameterizedTest
  @CsvSource({"11.0.2, 11", "1.8.0_392, 8", "9, 9"})
  void anOldJavaIsToldApart(String version, String major) throws Exception {
    program("java", "echo 'openjdk version \"%s\" 2019-01-15' >&2".formatted(version));
    Result result = portal("unset JAVA_HOME; PATH='%s' ./portal bake".formatted(tools));
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("Java 17").contains("có Java " + major + " ");
  }

  /** Not every Java has minor numbers, and the first line need not be the version. */
  @ParameterizedTest
  @CsvSource({"17", "17.0.15", "21-ea", "25.0.1"})
  void aNewJavaIsTaken(String version) throws Exception {
    program(
        "java",
        """
        case "$1" in
        -version) echo 'Picked up JAVA_TOOL_OPTIONS: -Dx=y' >&2
          echo 'openjdk version "%s" 2025-04-15' >&2 ;;
        *) for last; do :; done; echo "ran with $last" ;;
        esac
        """
            .formatted(version));
    Result result = portal("unset JAVA_HOME; PATH='%s' ./portal 'hai chữ'".formatted(tools));
    assertThat(result.code).as(result.all()).isZero();
    assertThat(result.out).contains("ran with hai chữ");
  }

  @Test
  void theJavaOfJavaHomeGoesFirst() throws Exception {
    program("java", "echo 'openjdk version \"11.0.2\"' >&2");
    Result result =
        portal("JAVA_HOME='%s' PATH='%s' ./portal --version".formatted(javaHome(), tools));
    assertThat(result.code).as(result.all()).isZero();
    assertThat(result.out).contains("Cách làm hay");
  }

  @Test
  void theProgramIsBuiltOnlyWhenASourceIsNewer() throws Exception {
    program("mvn", "echo \"$*\" >> ../mvn-calls");
    Path calls = checkout.resolveSibling("mvn-calls");
    String run = "JAVA_HOME='%s' PATH='%s' ./portal --version".formatted(javaHome(), tools);
    assertThat(portal(run).code).isZero();
    assertThat(calls).doesNotExist();

    Path source = checkout.resolve("src/main/java/vn/cachlamhay/cli/Portal.java");
    Path jar = checkout.resolve("target/cach-lam-hay.jar");
    Files.setLastModifiedTime(jar, FileTime.from(Instant.now().minusSeconds(60)));
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().minusSeconds(30)));
    Result result = portal(run);
    assertThat(result.code).as(result.all()).isZero();
    assertThat(result.err).contains("Đang dựng chương trình");
    assertThat(Files.readAllLines(calls))
        .singleElement()
        .satisfies(call -> assertThat(call).contains("package").contains("Trang của tôi/pom.xml"));

    assertThat(portal(run).code).isZero();
    assertThat(Files.readAllLines(calls)).as("not built again").hasSize(1);
  }

  @Test
  void aFailedBuildIsShown() throws Exception {
    program("mvn", "echo 'ERROR Portal.java:7 lỗi giả'; exit 1");
    Files.delete(checkout.resolve("target/cach-lam-hay.jar"));
    Result result = portal("JAVA_HOME='%s' PATH='%s' ./portal bake".formatted(javaHome(), tools));
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err)
        .contains("ERROR Portal.java:7 lỗi giả")
        .contains("Không dựng được chương trình");
  }

  @Test
  void withoutMavenItSaysWhatToInstall() throws Exception {
    Files.delete(checkout.resolve("target/cach-lam-hay.jar"));
    Result result = portal("JAVA_HOME='%s' PATH='%s' ./portal bake".formatted(javaHome(), tools));
    assertThat(result.code).isEqualTo(1);
    assertThat(result.err).contains("Maven").contains("apt install maven");
  }

  private record Result(int code, String out, String err) {
    String all() {
      return out + err;
    }
  }

  /** Runs a line of shell in the folder with the Vietnamese name. */
  private Result portal(String line) throws Exception {
    Path work = checkout.getParent();
    Path script = work.resolve("run.sh");
    // with its true name: $PWD would else be that of the link
    Files.writeString(script, "cd '%s/Trang của tôi' || exit 99\n%s\n".formatted(work, line));
    Path out = work.resolve("out.txt");
    Path err = work.resolve("err.txt");
    var builder =
        new ProcessBuilder("/bin/sh", script.toString())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    // the Java that runs this test, and Maven's settings for it not
    builder.environment().put("JAVA_HOME", javaHome());
    builder.environment().remove("LC_ALL");
    builder.environment().put("LANG", "C.UTF-8");
    List.of("MAVEN_OPTS", "JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS", "CDPATH")
        .forEach(builder.environment()::remove);
    Process process = builder.start();
    process.getOutputStream().close();
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("did not end: " + line);
    }
    return new Result(process.exitValue(), Files.readString(out), Files.readString(err));
  }

  private static String javaHome() {
    return System.getProperty("java.home");
  }

  /** Puts a made-up program where the script looks for it. */
  private void program(String name, String body) throws IOException {
    Path program = tools.resolve(name);
    Files.writeString(program, "#!/bin/sh\n" + body + "\n");
    assertThat(program.toFile().setExecutable(true)).isTrue();
  }

  /** What every file holds, one character a byte. */
  private static Map<String, String> bytes(Path folder) throws IOException {
    var bytes = new TreeMap<String, String>();
    Path real = folder.resolve(".");
    try (Stream<Path> files = Files.walk(real)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        bytes.put(
            real.relativize(file).toString(),
            new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1));
      }
    }
    return bytes;
  }
}
