package vn.cachlamhay.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;

/** Publishing into a zip file. */
class ZipTargetTest extends TargetContract {

  private Path zip() {
    return temp.resolve("ổ USB/trang web.zip");
  }

  @Override
  TargetConfig config() throws IOException {
    Files.createDirectories(zip().getParent());
    return config(zip().toString(), Map.of());
  }

  private TargetConfig config(String url, Map<String, String> more) {
    var values = new TreeMap<>(Map.of("type", "folder", "url", url));
    values.putAll(more);
    SourcePos pos = new SourcePos("jbake.properties", 3, 0);
    return new TargetConfig("usb", temp.resolve("trang"), values, pos);
  }

  @Override
  Credentials people() {
    return Nobody.INSTANCE;
  }

  @Override
  boolean isAtomic() {
    return true;
  }

  @Override
  Map<String, byte[]> served() throws IOException {
    var files = new TreeMap<String, byte[]>();
    if (Files.exists(zip())) {
      try (var open = new ZipFile(zip().toFile())) {
        for (ZipEntry entry : open.stream().toList()) {
          files.put(entry.getName(), open.getInputStream(entry).readAllBytes());
        }
      }
    }
    return files;
  }

  @Override
  void plant(String path, byte[] bytes) throws IOException {
    Map<String, byte[]> files = served();
    files.put(path, bytes);
    write(files);
  }

  @Override
  void uproot(String path) throws IOException {
    Map<String, byte[]> files = served();
    files.remove(path);
    write(files);
  }

  private void write(Map<String, byte[]> files) throws IOException {
    Files.createDirectories(zip().getParent());
    try (var out = new ZipOutputStream(Files.newOutputStream(zip()))) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        out.putNextEntry(new ZipEntry(file.getKey()));
        out.write(file.getValue());
      }
    }
  }

  @Override
  Optional<Cuttable> cuttable() {
    return Optional.empty();
  }

  @Test
  void aFolderThatIsToBeAZipFileIsOneCalledLikeTheTarget() throws IOException {
    Path folder = Files.createDirectories(temp.resolve("chung"));
    SmallSite site = SmallSite.portal(output(), 1);
    publish(config(folder.toString(), Map.of("zip", "true")), site.baked(), NOTHING_SPECIAL);

    assertThat(folder.resolve("usb.zip")).exists();
  }

  @Test
  void theSameSiteIsTheSameBytesAndAnUnchangedOneIsNotTouched() throws IOException {
    SmallSite site = SmallSite.portal(output(), 1).with("a.html", "a");
    site.baked();
    Path other = temp.resolve("ổ USB/khác.zip");
    for (Path zip : List.of(zip(), other)) {
      TargetConfig config = config();
      try (Target target = Targets.open(config(zip.toString(), Map.of()), people());
          Connection connection = target.connect()) {
        for (String path : site.files().keySet()) {
          connection.write(Upload.of(path, output().resolve(path), ""));
        }
        connection.finish("một");
      }
      assertThat(config).isNotNull();
    }
    assertThat(Files.mismatch(zip(), other)).isEqualTo(-1);

    // baked anew, all files are newer and none is different
    site.baked();
    FileTime before = FileTime.from(Instant.parse("2020-02-02T02:02:02Z"));
    Files.setLastModifiedTime(other, before);
    try (Target target = Targets.open(config(other.toString(), Map.of()), people());
        Connection connection = target.connect()) {
      for (String path : site.files().keySet()) {
        Files.setLastModifiedTime(output().resolve(path), FileTime.from(Instant.now()));
        connection.write(Upload.of(path, output().resolve(path), ""));
      }
      connection.finish("hai");
    }
    assertThat(Files.getLastModifiedTime(other)).isEqualTo(before);
  }

  @Test
  void otherProgramsReadIt() throws IOException {
    Servers.requirePrograms("/usr/bin/unzip", "/usr/bin/python3");
    SmallSite site =
        SmallSite.portal(output(), 1).with("x".repeat(200) + "/Đảng – “trích”.html", "đ");
    publish(site.baked());
    Path place = Files.createDirectories(temp.resolve("giải nén"));
    Servers.run(
        List.of("env", "LC_ALL=C.UTF-8", "unzip", "-q", zip().toString(), "-d", place.toString()));

    Map<String, byte[]> unpacked = filesBelow(place);
    unpacked.keySet().removeIf(Names::isOurs);
    assertSame(unpacked, site.files());
    String flags =
        Servers.run(
            List.of(
                "/usr/bin/python3",
                "-c",
                "import sys, zipfile; z = zipfile.ZipFile(sys.argv[1]); print(z.testzip());"
                    + "print({i.flag_bits >> 11 & 1 for i in z.infolist()})",
                zip().toString()));
    // Windows takes names for UTF-8 where this bit is set
    assertThat(flags.lines().toList()).containsExactly("None", "{1}");
  }

  @Test
  void theOneBeforeIsKeptBesideIt() throws IOException {
    SmallSite first = SmallSite.portal(output(), 1);
    publish(first.baked());
    byte[] before = Files.readAllBytes(zip());
    publish(config(), SmallSite.portal(output(), 2).baked(), SURE);

    assertThat(Files.list(zip().getParent()).map(file -> file.getFileName().toString()).toList())
        .containsExactlyInAnyOrder("trang web.zip", "trang web.zip.truoc");
    assertThat(Files.readAllBytes(temp.resolve("ổ USB/trang web.zip.truoc"))).isEqualTo(before);
  }

  @Test
  void beforeTheFirstOneThereIsNoWayBack() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    TargetConfig config = config();
    try (Target target = Targets.open(config, people())) {
      assertRefused(
          () -> publisher(config, target).rollBack(output(), SURE),
          ProblemCode.DANG_KHONG_QUAY_LAI);
    }
  }

  @Test
  void aStickThatIsNotThereIsTold() throws IOException {
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertRefused(
        () ->
            publish(
                config(temp.resolve("không có/a.zip").toString(), Map.of()), site, NOTHING_SPECIAL),
        ProblemCode.DICH_KHONG_CO_THU_MUC);
  }

  @Test
  void somethingElseUnderThatNameStays() throws IOException {
    TargetConfig config = config();
    Files.writeString(zip(), "một tệp Word, chẳng hạn");
    FinishedSite site = SmallSite.portal(output(), 1).baked();

    assertRefused(() -> publish(config, site, SURE), ProblemCode.DICH_VUONG_TEP);
    assertThat(zip()).hasContent("một tệp Word, chẳng hạn");
  }

  @Test
  void whoeverIsSlowerIsTold() throws IOException {
    publish(SmallSite.portal(output(), 1).baked());
    try (Target target = Targets.open(config(), people());
        Connection slow = target.connect()) {
      slow.write(Upload.of("chậm.html", bytes("chậm")));
      publish(config(), SmallSite.portal(output(), 2).baked(), SURE);
      byte[] theirs = Files.readAllBytes(zip());

      assertRefused(() -> slow.finish("chậm"), ProblemCode.DICH_NGUOI_KHAC_DANG);
      assertThat(Files.readAllBytes(zip())).isEqualTo(theirs);
    }
    assertThat(Files.list(zip().getParent())).hasSize(2);
  }

  @Test
  void aFullStickKeepsTheOldOne() throws IOException {
    Servers.requireRoot();
    Path stick = Files.createDirectories(temp.resolve("đầy"));
    Servers.run(List.of("mount", "-t", "tmpfs", "-o", "size=3m", "tmpfs", stick.toString()));
    try {
      TargetConfig config = config(stick.resolve("a.zip").toString(), Map.of());
      publish(config, SmallSite.portal(output(), 1).baked(), NOTHING_SPECIAL);
      byte[] before = Files.readAllBytes(stick.resolve("a.zip"));
      byte[] picture = new byte[4_000_000];
      new java.util.Random(4).nextBytes(picture);
      FinishedSite heavy = SmallSite.portal(output(), 1).with("lớn.webp", picture).baked();

      assertRefused(() -> publish(config, heavy, SURE), ProblemCode.DICH_HET_CHO);
      assertThat(Files.readAllBytes(stick.resolve("a.zip"))).isEqualTo(before);
      assertThat(Files.list(stick)).hasSize(1);
    } finally {
      Servers.run(List.of("umount", "-l", stick.toString()));
    }
  }

  @Test
  void manyFilesFit() throws IOException {
    var expected = new TreeMap<String, byte[]>();
    try (Target target = Targets.open(config(), people());
        Connection connection = target.connect()) {
      // more than the oldest zip files can hold
      for (int i = 0; i < 70_000; i++) {
        byte[] bytes = String.valueOf(i).getBytes(StandardCharsets.UTF_8);
        connection.write(Upload.of("bài/" + i, bytes));
        expected.put("bài/" + i, bytes);
      }
      connection.finish("nhiều");
    }

    assertSame(served(), expected);
  }
}
