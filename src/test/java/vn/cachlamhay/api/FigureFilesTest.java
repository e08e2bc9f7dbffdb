package vn.cachlamhay.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonParser;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.page.Indicator;
import vn.cachlamhay.page.IndicatorSamples;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.Samples;

/** Files of figures: spreadsheets read them as they are, and take no text for a formula. */
class FigureFilesTest {

  @Test
  void namesOfOneSpellingAndUnitAreOneIndicator() {
    List<String> slugs =
        IndicatorSamples.of(
                Samples.article("a")
                    .figures(
                        figure("Đảng viên hoà giải", "người", ""),
                        figure("ĐẢNG VIÊN  HÒA GIẢI", "Người", ""),
                        figure("Đảng viên hòa giải", "%", ""),
                        figure("…", "", ""),
                        figure("?", "lớp", ""))
                    .build())
            .all()
            .stream()
            .map(Indicator::slug)
            .toList();
    assertThat(slugs)
        .containsExactlyInAnyOrder(
            "dang-vien-hoa-giai", "dang-vien-hoa-giai-2", "chi-tieu", "chi-tieu-2");
  }

  @Test
  void csvIsWhatSpreadsheetsOpen() {
    String csv = file("so-lieu/a/so-lieu.csv", figure("A", "=SUM(1)", "nói \"thêm\", rồi\nthôi"));
    assertThat(csv).startsWith("\uFEFFindicator,indicator_name,place").endsWith("\r\n");
    assertThat(csv).contains(",'=SUM(1),", "\"nói \"\"thêm\"\", rồi\nthôi\"");
  }

  @Test
  void aNumberBelowNothingStaysANumber() {
    assertThat(file("so-lieu/a/so-lieu.csv", figure("A", "", ""))).contains(",exact,-5,");
  }

  @Test
  void jsonHasTheSameFields() {
    var json =
        JsonParser.parseString(file("so-lieu/thang/2018-09.json", figure("A", "lớp", "")))
            .getAsJsonObject();
    assertThat(json.getAsJsonArray("fields")).hasSize(FigureFields.NAMES.size());
    var row = json.getAsJsonArray("rows").get(0).getAsJsonObject();
    assertThat(FigureFields.NAMES).containsAll(row.keySet());
    assertThat(row.get("year_of_article").getAsBoolean()).isTrue();
    assertThat(row.get("article_url").getAsString()).isEqualTo("bai-viet/a.html#so-lieu-1");
  }

  private static String file(String uri, Figure figure) {
    var indicators = IndicatorSamples.of(Samples.article("a").figures(figure).build());
    return new FigureFiles(Samples.portal("", 20))
        .files(indicators).stream()
            .collect(Collectors.toMap(OtherFile::uri, file -> file.text().get()))
            .get(uri);
  }

  private static Figure figure(String indicator, String unit, String note) {
    var value =
        new Quantity(
            Quantity.Qualifier.EXACT,
            BigDecimal.valueOf(-5),
            Optional.empty(),
            Optional.empty(),
            "",
            "-5");
    return new Figure(
        indicator,
        unit,
        "",
        Optional.empty(),
        Optional.of(value),
        Optional.empty(),
        Optional.empty(),
        "",
        note,
        "so-lieu-1");
  }
}
