package vn.cachlamhay.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.page.IndicatorSamples;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Samples;

/**
 * The files of figures in a real spreadsheet program; skipped where LibreOffice Calc is not
 * installed. Without a window the program has to be told that the file is UTF-8; with one it asks.
 */
class FiguresInLibreOfficeTest {

  private static final Path CALC = Path.of("/usr/lib/libreoffice/program/libsclo.so");

  /** Comma, quotation mark, UTF-8, from the first line on. */
  private static final String CSV = "CSV:44,34,76,1";

  @TempDir Path folder;

  @Test
  void vietnameseAndNumbersArrive() throws IOException, InterruptedException {
    if ("1".equals(System.getenv("PORTAL_REQUIRE_SERVERS"))) {
      assertThat(CALC).exists();
    }
    assumeThat(CALC).exists();
    Path csv = Files.writeString(folder.resolve("so-lieu.csv"), text(), StandardCharsets.UTF_8);
    var program =
        new ProcessBuilder(
                "soffice",
                "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                "--headless",
                "--infilter=" + CSV,
                "--convert-to",
                "xlsx",
                "--outdir",
                folder.toString(),
                csv.toString())
            .redirectErrorStream(true)
            .redirectOutput(folder.resolve("log").toFile())
            .start();
    assertThat(program.waitFor(120, TimeUnit.SECONDS)).isTrue();
    try (var sheet = new ZipFile(folder.resolve("so-lieu.xlsx").toFile())) {
      assertThat(entry(sheet, "xl/sharedStrings.xml"))
          .contains(
              "Đảng viên mới kết nạp, \"đợt một\"".replace("\"", "&quot;"),
              "gần 11.000",
              "=SUM(1)");
      assertThat(entry(sheet, "xl/worksheets/sheet1.xml"))
          .contains("<v>11000</v>")
          .doesNotContain("<f ");
    }
  }

  private static String entry(ZipFile zip, String name) throws IOException {
    try (var in = zip.getInputStream(zip.getEntry(name))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String text() {
    var figure =
        new Figure(
            "Đảng viên mới kết nạp, \"đợt một\"",
            "đảng viên",
            "",
            Optional.empty(),
            Optional.of(
                new Quantity(
                    Quantity.Qualifier.NEARLY,
                    BigDecimal.valueOf(11_000),
                    Optional.empty(),
                    Optional.empty(),
                    "",
                    "gần 11.000")),
            Optional.empty(),
            Optional.of(2024),
            "",
            "=SUM(1)",
            "so-lieu-1");
    return new FigureFiles(Samples.portal("", 20))
        .files(IndicatorSamples.of(Samples.article("a").figures(figure).build())).stream()
            .filter(file -> file.uri().endsWith("so-lieu.csv"))
            .map(OtherFile::text)
            .findFirst()
            .orElseThrow()
            .get();
  }
}
