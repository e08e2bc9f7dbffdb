package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Each operation, one by one, on OpenSSH's server with all that it has. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SftpConnectionTest {

  private static final String LONG_NAME = "ă".repeat(98) + ".html";

  private Path temporary;

  private SshServer server;
  private Path root;
  private Target target;
  private Connection connection;

  /** More lines of the server's configuration. */
  String[] configuration() {
    return new String[0];
  }

  @BeforeAll
  void start(@TempDir Path folder) throws IOException {
    temporary = folder;
    server = SshServer.start(temporary.resolve("server"), configuration());
    Files.createDirectories(temporary.resolve("portal"));
    Path ssh = Files.createDirectories(temporary.resolve("home/.ssh"));
    Files.writeString(ssh.resolve("known_hosts"), server.knownHost());
  }

  @AfterAll
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  @BeforeEach
  void connect() throws IOException {
    root = Files.createTempDirectory(temporary, "site").resolve("thư mục của trang");
    target = target(root);
    connection = target.connect();
  }

  @AfterEach
  void disconnect() throws IOException {
    connection.close();
    target.close();
  }

  private Target target(Path folder) throws TargetException {
    var config =
        new TargetConfig(
            "tinh",
            temporary.resolve("portal"),
            Map.of(
                "type",
                "sftp",
                "url",
                "sftp://127.0.0.1:" + server.port() + folder.toUri().getRawPath(),
                "user",
                server.user(),
                "key",
                server.key().toString()),
            SourcePos.ofFile("jbake.properties"));
    return SftpTarget.of(config, Person.none(), temporary.resolve("home"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "Đảng viên mới – “trích”.html",
        "thư mục có dấu cách/ảnh #1 50%.png",
        "a/b/c/d/e/f/g/h/i/j/k/l.css",
        "dấu'nháy\"và\\gạch*?.txt"
      })
  void aFileArrivesUnderItsNameWithItsBytes(String path) throws IOException {
    connection.write(upload(path, "Chào bạn"));

    assertThat(root.resolve(path)).hasContent("Chào bạn");
    assertThat(files()).containsExactly(path);
    assertThat(connection.read(path))
        .hasValueSatisfying(bytes -> assertThat(text(bytes)).isEqualTo("Chào bạn"));
  }

  @Test
  void aNameMayBeTwoHundredBytesLong() throws IOException {
    connection.write(upload(LONG_NAME, "dài"));

    assertThat(LONG_NAME.getBytes(StandardCharsets.UTF_8)).hasSizeGreaterThan(200);
    assertThat(root.resolve(LONG_NAME)).hasContent("dài");
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 31_999, 32_000, 32_001, 5_000_000})
  void filesOfAllSizesArriveAndComeBack(int size) throws IOException {
    byte[] bytes = random(size);
    connection.write(Upload.of("tệp.bin", bytes));

    assertThat(root.resolve("tệp.bin")).hasBinaryContent(bytes);
    assertThat(connection.read("tệp.bin")).hasValueSatisfying(b -> assertThat(b).isEqualTo(bytes));
  }

  @Test
  void whatIsThereIsReplaced() throws IOException {
    connection.write(Upload.of("trang.html", random(100_000)));
    connection.write(upload("trang.html", "mới"));

    assertThat(root.resolve("trang.html")).hasContent("mới");
    assertThat(files()).containsExactly("trang.html");
  }

  @Test
  void whatACutLeftBehindIsWrittenOver() throws IOException {
    connection.write(upload("trang.html", "cũ"));
    Files.write(root.resolve(Names.aside("trang.html")), random(100_000));
    connection.write(upload("trang.html", "mới"));

    assertThat(root.resolve("trang.html")).hasContent("mới");
    assertThat(files()).containsExactly("trang.html");
  }

  @Test
  void whatIsNotThereCannotBeReadAndNeedNotBeRemoved() throws IOException {
    assertThat(connection.read("không có.html")).isEmpty();
    assertThat(connection.read("không/có.html")).isEmpty();
    connection.delete("không/có.html");
    connection.deleteEmptyFolder("không");
    assertThat(listed()).isEmpty();

    // after all these answers the line is still good
    connection.write(upload("có.html", "có"));
    assertThat(listed()).containsExactly("có.html 3");
  }

  @Test
  void filesAreRemovedAndFoldersOnlyWhenEmpty() throws IOException {
    connection.write(upload("một/hai.html", "2"));
    connection.write(upload("một/ba.html", "3"));
    connection.delete("một/hai.html");
    connection.deleteEmptyFolder("một");
    assertThat(files()).containsExactly("một/ba.html");

    connection.delete("một/ba.html");
    connection.deleteEmptyFolder("một");
    assertThat(root.resolve("một")).doesNotExist();
  }

  @Test
  void foldersThatSomebodyElseRemovesAreMadeAgain() throws IOException {
    connection.write(upload("một/hai/ba.html", "3"));
    Servers.run(List.of("rm", "-r", root.toString()));
    connection.write(upload("một/hai/bốn.html", "4"));

    assertThat(files()).containsExactly("một/hai/bốn.html");
  }

  @Test
  void onlyOneMakesAFileThatIsNotThere() throws IOException {
    assertThat(connection.create(upload(Names.LOCK, "tôi"))).isTrue();
    try (Connection other = target.connect()) {
      assertThat(other.create(upload(Names.LOCK, "bạn"))).isFalse();
    }

    assertThat(root.resolve(Names.LOCK)).hasContent("tôi");
    assertThat(files()).containsExactly(Names.LOCK);
  }

  @Test
  void copiesAreMadeOnTheHost() throws IOException {
    byte[] bytes = random(300_000);
    connection.write(Upload.of("ảnh.jpg", bytes));
    assertThat(connection.copy("ảnh.jpg", Names.KEPT + "abc")).isTrue();
    connection.write(upload("ảnh.jpg", "khác"));

    assertThat(root.resolve(Names.KEPT + "abc")).hasBinaryContent(bytes);
    assertThat(connection.copy(Names.KEPT + "abc", "ảnh.jpg")).isTrue();
    assertThat(root.resolve("ảnh.jpg")).hasBinaryContent(bytes);
    assertThat(files()).containsExactly(Names.KEPT + "abc", "ảnh.jpg");
  }

  @Test
  void whatIsNotThereIsNotCopied() throws IOException {
    connection.write(upload("đến.html", "còn"));

    assertThat(connection.copy("không có.html", "đến.html")).isFalse();
    assertThat(root.resolve("đến.html")).hasContent("còn");
    assertThat(files()).containsExactly("đến.html");
  }

  @Test
  void thousandsOfFilesAreListed() throws IOException {
    var expected = new TreeSet<String>();
    for (int i = 0; i < 3_000; i++) {
      String path = (i % 70) + "/mục " + (i % 7) + "/" + i + ".html";
      Files.createDirectories(root.resolve(path).getParent());
      Files.writeString(root.resolve(path), "x".repeat(i % 100));
      expected.add(path + " " + i % 100);
    }
    Files.createDirectories(root.resolve("trống"));
    Files.writeString(root.resolve(".htaccess"), "ẩn");
    expected.add(".htaccess 4");

    assertThat(listed()).containsExactlyElementsOf(expected);
  }

  @Test
  void linksAreNotFollowed() throws IOException {
    Path elsewhere = Files.createDirectories(root.resolveSibling("nơi khác"));
    Files.writeString(elsewhere.resolve("riêng.txt"), "riêng");
    Files.createDirectories(root);
    Files.createSymbolicLink(root.resolve("lối ra"), elsewhere);
    Files.createSymbolicLink(root.resolve("vòng"), root);

    assertThat(listed().stream().map(line -> line.replaceAll(" \\d+$", "")))
        .containsExactly("lối ra", "vòng");
  }

  @Test
  void aFolderInTheWayIsTold() throws IOException {
    Files.createDirectories(root.resolve("trang.html/bên trong"));

    assertThat(problem(() -> connection.write(upload("trang.html", "x"))))
        .isEqualTo(ProblemCode.DICH_VUONG_TEP);
    assertThat(files()).isEmpty();
  }

  @Test
  void aFileInTheWayOfAFolderIsTold() throws IOException {
    connection.write(upload("mục", "tệp"));

    assertThat(problem(() -> connection.write(upload("mục/trang.html", "x"))))
        .isEqualTo(ProblemCode.DICH_VUONG_TEP);
    assertThat(root.resolve("mục")).hasContent("tệp");
  }

  @Test
  void cutInTheMidstOfAFileTheOldOneIsStillWhole() throws IOException {
    connection.write(upload("trang.html", "cũ và nguyên vẹn"));
    // a file that comes as slowly as the test wants
    Path slow = temporary.resolve("slow-" + root.getParent().getFileName());
    Servers.run(List.of("mkfifo", slow.toString()));
    Upload upload = Upload.of("trang.html", slow, "");
    CompletableFuture<Void> writing = CompletableFuture.runAsync(() -> write(upload));

    try (OutputStream out = Files.newOutputStream(slow)) {
      out.write(random(1_000_000));
      Path aside = root.resolve(Names.aside("trang.html"));
      while (!Files.exists(aside) || Files.size(aside) == 0) {
        Thread.onSpinWait();
      }
      server.cut();
      assertThat(catchThrowable(() -> out.write(random(50_000_000))))
          .isInstanceOf(IOException.class);
    } catch (IOException e) {
      // nobody reads any more
      assertThat(e).hasMessageContaining("pipe");
    }

    Throwable thrown = catchThrowable(writing::join);
    assertThat(thrown).hasCauseInstanceOf(IOException.class);
    assertThat(thrown.getCause()).isNotInstanceOf(TargetException.class);
    assertThat(root.resolve("trang.html")).hasContent("cũ và nguyên vẹn");
    try (Connection again = target.connect()) {
      again.write(upload("trang.html", "mới"));
    }
    assertThat(root.resolve("trang.html")).hasContent("mới");
    assertThat(files()).containsExactly("trang.html");
  }

  @Test
  void theFolderOfTheSiteIsMadeButNotTheOneAbove() throws IOException {
    assertThat(root).doesNotExist();
    assertThat(problem(() -> target(root.resolve("a/b")).connect()))
        .isEqualTo(ProblemCode.DICH_KHONG_CO_THU_MUC);
    assertThat(root).doesNotExist();

    connection.write(upload("trang.html", "x"));
    assertThat(root).isDirectory();
  }

  @Test
  void aFileInThePlaceOfTheSiteIsTold() throws IOException {
    Files.writeString(root, "tệp");

    assertThat(problem(() -> target(root).connect())).isEqualTo(ProblemCode.DICH_VUONG_TEP);
  }

  private void write(Upload upload) {
    try {
      connection.write(upload);
    } catch (IOException e) {
      throw new CompletionException(e);
    }
  }

  private List<String> listed() throws IOException {
    var listed = new TreeSet<String>();
    connection.list(file -> listed.add(file.path() + " " + file.size()));
    return List.copyOf(listed);
  }

  /** What is on the server's disk, parts and all. */
  private List<String> files() throws IOException {
    if (!Files.exists(root)) {
      return List.of();
    }
    try (Stream<Path> files = Files.walk(root)) {
      return new ArrayList<>(
          files
              .filter(Files::isRegularFile)
              .map(file -> root.relativize(file).toString())
              .sorted()
              .toList());
    }
  }

  static ProblemCode problem(org.assertj.core.api.ThrowableAssert.ThrowingCallable action) {
    Throwable thrown = catchThrowable(action);
    assertThat(thrown).isInstanceOf(TargetException.class);
    return ((TargetException) thrown).problem().code();
  }

  static Upload upload(String path, String text) {
    return Upload.of(path, text.getBytes(StandardCharsets.UTF_8));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static byte[] random(int size) {
    var bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }
}
