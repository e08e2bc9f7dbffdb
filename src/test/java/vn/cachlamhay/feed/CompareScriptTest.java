package vn.cachlamhay.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.page.CompareColumn;
import vn.cachlamhay.page.KeyFigure;

/** What the page of comparison loads of a practice. */
class CompareScriptTest {

  /** The script puts figures of one key into one row; it knows nothing of tone placement. */
  @Test
  void figuresOfOneIndicatorHaveOneKey() {
    var indicators = List.of("Hộ khá", "Hoà giải thành", "HÒA  GIẢI THÀNH", "Hoa giai thanh");
    List<String> keys =
        column(indicators).getAsJsonArray("figures").asList().stream()
            .map(figure -> figure.getAsJsonObject().get("key").getAsString())
            .toList();
    assertThat(keys.get(1)).isEqualTo(keys.get(2));
    assertThat(Stream.of(keys.get(0), keys.get(1), keys.get(3))).doesNotHaveDuplicates();
  }

  @Test
  void theColumnIsHandedToTheScript() {
    JsonObject column = column(List.of("Chi bộ"));
    assertThat(column.get("key").getAsString()).isEqualTo("2018/a");
    assertThat(column.getAsJsonObject("parts").get("ket-qua").getAsString())
        .isEqualTo("<p>\"Đạt\" & hơn</p>");
    JsonObject figure = column.getAsJsonArray("figures").get(0).getAsJsonObject();
    assertThat(figure.get("indicator").getAsString()).isEqualTo("Chi bộ");
    assertThat(figure.get("value").getAsString()).isEqualTo("14");
  }

  private static JsonObject column(List<String> indicators) {
    var column =
        new CompareColumn(
            "2018/a",
            "../bai-viet/2018/a.html",
            "A",
            "",
            "",
            "",
            "",
            indicators.stream()
                .map(name -> new KeyFigure("14", "", "", name, "", "", "bai-viet/2018/a.html", "x"))
                .toList(),
            Map.of("ket-qua", "<p>\"Đạt\" & hơn</p>"));
    String script =
        CompareScript.file(
                new CompareColumn.Planned("so-sanh/bai/2018/a.js", List.of(), () -> column))
            .text()
            .get();
    assertThat(script).startsWith("portalCompare(").endsWith(");\n").doesNotContain("</");
    return JsonParser.parseString(
            script.substring("portalCompare(".length(), script.length() - ");\n".length()))
        .getAsJsonObject();
  }
}
