package vn.cachlamhay.importer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;

/** Archives, also those that mean harm. */
class UnpackedTest {

  @TempDir Path folder;

  private Path zip(Charset charset, Map<String, byte[]> files) throws IOException {
    Path zip = folder.resolve("bai.zip");
    try (OutputStream out = Files.newOutputStream(zip);
        var packed = new ZipOutputStream(out, charset)) {
      for (var file : files.entrySet()) {
        packed.putNextEntry(new ZipEntry(file.getKey()));
        packed.write(file.getValue());
        packed.closeEntry();
      }
    }
    return zip;
  }

  private static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void filesAndFoldersAreThereUntilItIsClosed() throws IOException {
    Path zip =
        zip(
            StandardCharsets.UTF_8,
            new TreeMap<>(Map.of("Bài 1.txt", text("một"), "năm 2018/Bài 2.txt", text("hai"))));

    Path unpackedInto;
    try (Unpacked unpacked = Unpacked.of(zip)) {
      unpackedInto = unpacked.folder();
      assertThat(unpackedInto.resolve("Bài 1.txt")).hasContent("một");
      assertThat(unpackedInto.resolve("năm 2018/Bài 2.txt")).hasContent("hai");
    }
    assertThat(unpackedInto).doesNotExist();
  }

  @Test
  void namesOfOldProgramsAreNoReasonToRefuse() throws IOException {
    Path zip = zip(Charset.forName("IBM437"), Map.of("é.txt", text("chữ")));

    try (Unpacked unpacked = Unpacked.of(zip)) {
      try (Stream<Path> files = Files.list(unpacked.folder())) {
        assertThat(files).singleElement().satisfies(file -> assertThat(file).hasContent("chữ"));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"../ra-ngoai.txt", "a/../../ra-ngoai.txt", "..\\ra-ngoai.txt", "a/../.."})
  void nothingIsWrittenOutside(String name) throws IOException {
    Path zip = zip(StandardCharsets.UTF_8, Map.of(name, text("x")));

    assertRefused(zip);
  }

  @Test
  void whatWasMadeToBurstIsRefused() throws IOException {
    byte[] zeros = new byte[60_000_000];
    Path zip = zip(StandardCharsets.UTF_8, Map.of("bom.txt", zeros));

    assertThat(Files.size(zip)).isLessThan(100_000);
    assertRefused(zip);
  }

  @Test
  void aDamagedOneIsRefused() throws IOException {
    byte[] text = new byte[5_000];
    new java.util.Random(1).nextBytes(text);
    Path zip = zip(StandardCharsets.UTF_8, Map.of("bai.txt", text));
    byte[] bytes = Files.readAllBytes(zip);

    Files.write(zip, Arrays.copyOf(bytes, bytes.length / 2));
    assertRefused(zip);
    bytes[1000] ^= 0x55;
    Files.write(zip, bytes);
    assertRefused(zip);
    Files.write(zip, text("không phải tệp nén"));
    assertRefused(zip);
    Files.write(zip, new byte[0]);
    assertRefused(zip);
  }

  private void assertRefused(Path zip) throws IOException {
    Path outside = folder.resolve("ra-ngoai.txt");
    assertThatThrownBy(() -> Unpacked.of(zip))
        .isInstanceOfSatisfying(
            SiteException.class,
            e -> assertThat(e.problems().get(0).code()).isEqualTo(ProblemCode.NHAP_ZIP_HONG));
    assertThat(outside).doesNotExist();
  }
}
