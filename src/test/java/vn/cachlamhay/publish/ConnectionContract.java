package vn.cachlamhay.publish;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;

/** Each step of a connection, on a real server whose folder the test looks into. */
abstract class ConnectionContract {

  private Connection connection;

  /** The target, on a server that is running. */
  abstract Target target() throws IOException;

  /** The folder that the server keeps, which is emptied before each test. */
  abstract Path web();

  /** Whether the server tells of files that begin with a dot. */
  boolean showsHidden() {
    return true;
  }

  @BeforeEach
  void connect() throws IOException {
    empty(web());
    connection = target().connect();
  }

  @AfterEach
  void disconnect() throws IOException {
    if (connection != null) {
      connection.close();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "index.html",
        "Đảng viên mới – “trích”.html",
        "thư mục có dấu cách/ảnh #1 50%.png",
        "a/b/c/d/e/f/g/h/trang.html",
        "[ngoặc] {nhọn} *sao? & 'nháy'; +cộng=.html",
        "100%25.html",
        ".htaccess",
        ".well-known/security.txt"
      })
  void aFileArrivesUnderItsName(String path) throws IOException {
    connection.write(Upload.of(path, bytes("Đã đăng")));

    assertThat(files()).containsExactly(path);
    assertThat(web().resolve(path)).hasContent("Đã đăng");
    assertThat(connection.read(path)).hasValue(bytes("Đã đăng"));
    boolean told = showsHidden() || !path.startsWith(".");
    assertThat(listed()).isEqualTo(told ? List.of(path + " 11") : List.of());
  }

  @Test
  void aNameMayBeLong() throws IOException {
    String path = "n".repeat(195) + ".html";

    connection.write(Upload.of(path, bytes("1")));

    assertThat(files()).containsExactly(path);
  }

  @Test
  void anEmptyFileAndALargeOneArriveWhole() throws IOException {
    byte[] large = new byte[5_000_000];
    new Random(1).nextBytes(large);

    connection.write(Upload.of("rong.txt", new byte[0]));
    connection.write(Upload.of("lon.bin", large));

    assertThat(web().resolve("rong.txt")).isEmptyFile();
    assertThat(web().resolve("lon.bin")).hasBinaryContent(large);
    assertThat(connection.read("rong.txt")).hasValue(new byte[0]);
    assertThat(connection.read("lon.bin")).hasValue(large);
  }

  @Test
  void aFileOnTheDiskTakesThePlaceOfAnOlderOne() throws IOException {
    Path file = Files.writeString(Files.createTempFile("moi", ".html"), "mới");
    try {
      connection.write(Upload.of("a/trang.html", bytes("cũ và dài hơn nhiều")));
      connection.write(Upload.of("a/trang.html", file, Md5.of(bytes("mới"))));
    } finally {
      Files.delete(file);
    }

    assertThat(web().resolve("a/trang.html")).hasContent("mới");
    assertThat(files()).containsExactly("a/trang.html");
  }

  @Test
  void whatAnotherRunLeftOnItsWayIsWrittenOver() throws IOException {
    put(Names.aside("trang.html"), "một nửa");

    connection.write(Upload.of("trang.html", bytes("cả trang")));

    assertThat(web().resolve("trang.html")).hasContent("cả trang");
    assertThat(connection.read("trang.html")).hasValue(bytes("cả trang"));
  }

  @Test
  void aFolderInTheWayIsTold() throws IOException {
    put("trang.html/trong.txt", "của ai đó");

    assertRefused(
        () -> connection.write(Upload.of("trang.html", bytes("1"))), ProblemCode.DICH_VUONG_TEP);
    assertThat(web().resolve("trang.html/trong.txt")).hasContent("của ai đó");
  }

  @Test
  void aFileWhereAFolderIsNeededIsTold() throws IOException {
    put("bai-viet", "của ai đó");

    assertRefused(
        () -> connection.write(Upload.of("bai-viet/trang.html", bytes("1"))),
        ProblemCode.DICH_VUONG_TEP);
    assertThat(web().resolve("bai-viet")).hasContent("của ai đó");
  }

  @Test
  void whatIsNotThereIsNoMistake() throws IOException {
    assertThat(connection.read("khong/co.html")).isEmpty();
    assertThat(connection.copy("khong/co.html", "ban-sao.html")).isFalse();
    connection.delete("khong/co.html");
    connection.deleteEmptyFolder("khong");

    assertThat(files()).isEmpty();
  }

  @Test
  void aFileIsCopiedWhereverItGoes() throws IOException {
    connection.write(Upload.of("a/Ảnh 1.png", bytes("mới")));
    put("b/cu.png", "cũ");

    assertThat(connection.copy("a/Ảnh 1.png", "b/cu.png")).isTrue();
    assertThat(connection.copy("a/Ảnh 1.png", Names.KEPT + "a b/0f")).isTrue();

    assertThat(web().resolve("b/cu.png")).hasContent("mới");
    assertThat(web().resolve(Names.KEPT + "a b/0f")).hasContent("mới");
    assertThat(web().resolve("a/Ảnh 1.png")).hasContent("mới");
    assertThat(files()).hasSize(3);
  }

  @Test
  void filesGoAndFoldersOnlyWhenEmpty() throws IOException {
    put(Names.LOCK, "tôi");
    connection.write(Upload.of("Thư mục/một.html", bytes("1")));
    connection.write(Upload.of("Thư mục/hai.html", bytes("2")));

    connection.delete("Thư mục/một.html");
    connection.deleteEmptyFolder("Thư mục");
    assertThat(files()).containsExactly(Names.LOCK, "Thư mục/hai.html");

    connection.delete("Thư mục/hai.html");
    connection.deleteEmptyFolder("Thư mục");
    if (showsHidden()) {
      assertThat(web().resolve("Thư mục")).doesNotExist();
    }

    connection.write(Upload.of("Thư mục/ba.html", bytes("3")));
    assertThat(files()).containsExactly(Names.LOCK, "Thư mục/ba.html");
  }

  @Test
  void aFolderInWhichSomebodyHidSomethingStays() throws IOException {
    put("Thư mục/.của ai", "x");
    put(Names.LOCK, "tôi");

    connection.deleteEmptyFolder("Thư mục");

    assertThat(web().resolve("Thư mục/.của ai")).hasContent("x");
  }

  @Test
  void aFolderThatSomebodyRemovedIsMadeAgain() throws IOException {
    connection.write(Upload.of("a/b/1.html", bytes("1")));
    empty(web());

    connection.write(Upload.of("a/b/2.html", bytes("2")));

    assertThat(files()).containsExactly("a/b/2.html");
  }

  @Test
  void everyFileIsListedWithItsSize() throws IOException {
    var expected = new ArrayList<String>();
    for (int i = 0; i < 2_000; i++) {
      String path = "bai-viet/" + i % 20 + "/Bài số " + i + ".html";
      put(path, "x".repeat(i % 50));
      expected.add(path + " " + i % 50);
    }
    put(".portal/manifest", "1");
    if (showsHidden()) {
      expected.add(".portal/manifest 1");
    }
    Files.createDirectories(web().resolve("trống/rỗng"));

    assertThat(listed()).containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void aFolderWithManyFilesIsListed() throws IOException {
    for (int i = 0; i < 3_000; i++) {
      put("i/" + i + ".json", "{}");
    }

    assertThat(listed()).hasSize(3_000);
  }

  @Test
  void oneOfManyPutsAFileWhereNoneIs() throws Exception {
    var barrier = new CyclicBarrier(4);
    var threads = Executors.newFixedThreadPool(4);
    try (Target target = target()) {
      List<Callable<Boolean>> people =
          IntStream.range(0, 4).mapToObj(i -> comer(target, barrier, i)).toList();
      int won = 0;
      for (var answer : threads.invokeAll(people)) {
        won += answer.get() ? 1 : 0;
      }
      assertThat(won).isEqualTo(1);
    } finally {
      threads.shutdownNow();
    }

    assertThat(files()).containsExactly(Names.LOCK);
    assertThat(connection.create(Upload.of(Names.LOCK, bytes("sau")))).isFalse();
    assertThat(Files.readString(web().resolve(Names.LOCK))).startsWith("người");
    assertThat(Files.list(web().resolve(Names.FOLDER)).toList()).hasSize(1);
  }

  private Callable<Boolean> comer(Target target, CyclicBarrier barrier, int number) {
    return () -> {
      try (Connection own = target.connect()) {
        barrier.await();
        return own.create(Upload.of(Names.LOCK, bytes("người " + number)));
      }
    };
  }

  @Test
  void whoDiedWhilePuttingALockIsNotWaitedForForever() throws IOException {
    put(Names.aside(Names.LOCK + "+") + "/x", "");
    Files.delete(web().resolve(Names.aside(Names.LOCK + "+") + "/x"));

    assertThat(connection.create(Upload.of(Names.LOCK, bytes("tôi")))).isTrue();

    assertThat(files()).containsExactly(Names.LOCK);
  }

  /** What is in the folder, by path: files only. */
  final List<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(web())) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> web().relativize(file).toString())
          .sorted()
          .toList();
    }
  }

  final List<String> listed() throws IOException {
    var found = new TreeMap<String, Long>();
    connection.list(file -> assertThat(found.put(file.path(), file.size())).isNull());
    return found.entrySet().stream().map(e -> e.getKey() + " " + e.getValue()).toList();
  }

  final Connection connection() {
    return connection;
  }

  /** Somebody else puts a file there, so that the server may change it. */
  final void put(String path, String text) throws IOException {
    Planted.put(web(), path, bytes(text));
  }

  static void assertRefused(
      org.assertj.core.api.ThrowableAssert.ThrowingCallable what, ProblemCode code) {
    assertThatThrownBy(what)
        .isInstanceOfSatisfying(
            TargetException.class, e -> assertThat(e.problem().code()).isEqualTo(code));
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }

  static void empty(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
