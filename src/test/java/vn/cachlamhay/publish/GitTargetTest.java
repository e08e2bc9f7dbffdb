package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;

/** Publishing to a repository on this machine, or on a disk of the office. */
class GitTargetTest extends GitContract {

  @Override
  String url() throws IOException {
    return host().folder().toString();
  }

  @Override
  Optional<Cuttable> cuttable() {
    return Optional.empty();
  }

  @Override
  boolean runsHooks() {
    // JGit is on both sides
    return false;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "git@github.com:ten/kho.git",
        "ssh://git@may-chu.example.vn:2222/~/kho.git",
        "https://gitlab.com/ten/kho.git",
        "git://127.0.0.1/kho.git",
        "file:///srv/kho.git",
        "../kho.git",
        "C:/kho.git"
      })
  void addressesOfAllKindsAreTaken(String url) throws IOException {
    try (Target target = Targets.open(config(url, Map.of()), people())) {
      assertThat(target.address()).endsWith("(gh-pages)");
      assertThat(target.isAtomic()).isTrue();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "s3://kho/trang", "https://", "file://may-chu/kho.git"})
  void othersAreRefused(String url) {
    assertRefused(
        () -> Targets.open(config(url, Map.of()), people()), ProblemCode.DICH_SAI_DIA_CHI);
  }

  @Test
  void branchesAndFoldersThatGitDoesNotTakeAreRefused() {
    for (Map<String, String> wrong :
        java.util.List.of(
            Map.of("branch", "gh pages"),
            Map.of("branch", "a..b"),
            Map.of("folder", "a/../../b"),
            Map.of("folder", "a/.git"))) {
      assertRefused(
          () -> Targets.open(config("kho.git", wrong), people()), ProblemCode.DICH_GIA_TRI);
    }
  }

  @Test
  void whereThereIsNoRepositoryNoneIsMade() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();
    Path nothing = temp.resolve("không có.git");

    assertRefused(
        () -> publish(config(nothing.toString(), Map.of()), site, NOTHING_SPECIAL),
        ProblemCode.DICH_KHONG_CO_THU_MUC);
    assertThat(nothing).doesNotExist();
  }

  @Test
  void aSecondProgramOnThisMachineDoesNotNeedTheFirstOnesCache() throws IOException {
    try (Target first = Targets.open(config(), people());
        Connection one = first.connect();
        Target second = Targets.open(config(), people());
        Connection other = second.connect()) {
      other.write(Upload.of("index.html", bytes("hai")));
      other.finish("hai");
      assertThat(one.read("index.html")).isEmpty();
    }
    assertThat(site().get("index.html")).isEqualTo(bytes("hai"));
    assertThat(Files.exists(temp.resolve("nhà/cache"))).isTrue();
  }

  @Test
  void whatChangesNothingIsNoCommit() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    byte[] index = site().get("index.html");
    try (Target target = Targets.open(config(), people());
        Connection connection = target.connect()) {
      connection.write(Upload.of("thử.html", bytes("thử")));
      connection.delete("thử.html");
      connection.write(Upload.of("index.html", index));
      connection.finish("không gì cả");
    }

    assertThat(host().log()).hasSize(1);
  }

  @Test
  void aFileInThePlaceOfAFolderIsTold() throws IOException {
    plant("tin-tuc", bytes("một tệp"));
    plant("index.html/tệp.txt", bytes("trong thư mục"));
    try (Target target = Targets.open(config(), people());
        Connection connection = target.connect()) {
      for (String path : new String[] {"tin-tuc/index.html", "index.html", ".git/config"}) {
        assertRefused(
            () -> connection.write(Upload.of(path, bytes("x"))), ProblemCode.DICH_VUONG_TEP);
      }
    }
  }

  @Test
  void longNamesDeepFoldersAndBigFilesArrive() throws IOException {
    byte[] big = new byte[5_000_000];
    new java.util.Random(1).nextBytes(big);
    SmallSite site =
        new SmallSite(output())
            .with("Đảng viên mới – “trích”.html", "một")
            .with("thư mục có dấu cách/ảnh #1 50%.png", "hai")
            .with("a/".repeat(60) + "sâu.html", "ba")
            .with("x".repeat(200) + ".html", "bốn")
            .with("_gạch dưới/x.css", "năm")
            .with("lớn.bin", big);
    publish(site.baked());

    assertSame(site(), site.files());
  }

  @Test
  void thousandsOfFilesAreListedWithTheirSizes() throws IOException {
    var sizes = new java.util.HashMap<String, Long>();
    try (Target target = Targets.open(config(), people());
        Connection connection = target.connect()) {
      for (int i = 0; i < 5000; i++) {
        String path = "bai-viet/" + i % 70 + "/bài " + i + ".html";
        connection.write(Upload.of(path, bytes("x".repeat(i))));
        sizes.put(path, (long) i);
      }
      connection.finish("nhiều");
    }
    var seen = new java.util.HashMap<String, Long>();
    try (Target target = Targets.open(config(), GitPeople.nobody(temp.resolve("nhà khác")));
        Connection connection = target.connect()) {
      connection.list(file -> seen.put(file.path(), file.size()));
    }

    assertThat(seen).isEqualTo(sizes);
  }
}
