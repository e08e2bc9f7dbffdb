package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.model.Locality;
import vn.cachlamhay.model.PlaceKind;
import vn.cachlamhay.model.Topic;
import vn.cachlamhay.page.Link;
import vn.cachlamhay.page.OtherFile;
import vn.cachlamhay.page.PlaceLine;
import vn.cachlamhay.page.PracticeItem;
import vn.cachlamhay.page.Samples;

/** What the filters load says of every practice what the practice says of itself. */
class PracticeFilesTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);
  private static final String ROOT = "cach-lam-hay/loc/muc-luc.js";

  private static final Topic PARTY =
      new Topic("xay-dung-dang", "Xây dựng Đảng", "", Optional.empty());
  private static final Topic SOURCES = new Topic("tao-nguon", "Tạo nguồn", "", Optional.of(PARTY));
  private static final Locality NOW = province("lam-dong", "Lâm Đồng", Optional.empty());
  private static final Locality FORMER =
      province("binh-thuan", "Bình Thuận", Optional.of(LocalDate.of(2025, 6, 30)));
  private static final PlaceKind COAST = new PlaceKind("ven-bien", "Ven biển, hải đảo");

  @Test
  void aSiteWithoutPracticesHasNoFiles() {
    assertThat(PracticeFiles.of(Samples.practicePlan(List.of(), TODAY))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "1,   loc/muc-luc.js dong/0.js",
    "20,  loc/20-1.js dong/0.js dong/1.js loc/muc-luc.js",
    "21,  loc/20-1.js dong/0.js dong/1.js dong/2.js loc/muc-luc.js",
  })
  void everyBlockAndTenRowsHaveAFile(int practices, String uris) {
    assertThat(
            texts(plain(practices)).keySet().stream()
                .map(uri -> uri.substring("cach-lam-hay/".length())))
        .containsExactlyInAnyOrder(uris.split(" "));
  }

  @Test
  void aPracticeStandsUnderAllItsValues() {
    PracticeItem full =
        new PracticeItem(
            Samples.article("b")
                .type("practice")
                .date(START.plusYears(1))
                .topics(SOURCES)
                .figures(Samples.figure("Đảng viên mới", "", "182", "121,39%"))
                .build(),
            List.of(FORMER, NOW),
            Optional.empty(),
            Optional.of(COAST));
    PracticeItem bare = item(Samples.article("a").type("practice").date(START));
    JsonObject facets = arguments(texts(List.of(full, bare)).get(ROOT)).get(1).getAsJsonObject();
    assertThat(facets.toString())
        .isEqualTo(
            json(
                """
                {'tinh': {'values': [['Bình Thuận','binh-thuan',1],['Lâm Đồng','lam-dong']], 'of': [[],[0,1]]},
                 'chu-de': {'values': [['Tạo nguồn','tao-nguon'],['Xây dựng Đảng','xay-dung-dang']], 'of': [[],[0,1]]},
                 'noi': {'values': [['Ven biển, hải đảo','ven-bien']], 'of': [[],0]},
                 'nam': {'values': [['2018','2018'],['2019','2019']], 'of': [0,1]},
                 'ket-qua': {'values': [['Chưa có số liệu','chua-co-so'],['Trên 100%','tren-100']], 'of': [0,1]},
                 'ty-le': [-1,1213]}
                """));
  }

  /** Shares in tenths of a per cent, rounded down: what is all but reached is below 100. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"100% | 1000", "99,99% | 999", "88,78% | 887", "0% | 0", "150% | 1500", "'' | -1"})
  void sharesAreWholeTenths(String share, int tenths) {
    PracticeItem item = item(Samples.article("a").figures(Samples.figure("Hộ", "", "182", share)));
    assertThat(
            arguments(texts(List.of(item)).get(ROOT))
                .get(1)
                .getAsJsonObject()
                .get("ty-le")
                .toString())
        .isEqualTo("[" + tenths + "]");
  }

  @Test
  void aRowSaysWhatTheListSays() {
    PracticeItem full =
        new PracticeItem(
            Samples.article("b")
                .type("practice")
                .uri("bai-viet/b c.html")
                .title("\"Mở\" <lớp> & học")
                .date(START)
                .topics(SOURCES)
                .figures(Samples.figure("Đảng viên mới", "", "182", "121%"))
                .build(),
            List.of(),
            Optional.of(
                new PlaceLine(
                    new Link("Huyện Bắc Bình, Bình Thuận", ""),
                    "nay thuộc",
                    new Link("Lâm Đồng", ""))),
            Optional.of(COAST));
    assertThat(arguments(texts(List.of(full)).get("cach-lam-hay/dong/0.js")).toString())
        .isEqualTo(
            json(
                """
                [0,[['bai-viet/b%20c.html','\\"Mở\\" <lớp> & học','01/01/2018','Huyện Bắc Bình, Bình Thuận',
                'nay thuộc Lâm Đồng','Tạo nguồn','Ven biển, hải đảo','182','','Đảng viên mới','121%']]]
                """));
  }

  /** A text of an editor must not end the script that it stands in, wherever it is put. */
  @Test
  void noTextEndsTheScript() {
    PracticeItem item = item(Samples.article("a").title("</script><!--\u2028"));
    assertThat(texts(List.of(item)).get("cach-lam-hay/dong/0.js"))
        .doesNotContain("<", ">", "\u2028");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 9, 10, 18, 25, 44, 104})
  void aNewPracticeChangesTheListOfTheBlocksAndItsOwnRows(int practices) {
    Map<String, String> before = texts(plain(practices));
    Map<String, String> after = texts(plain(practices + 1));
    after.entrySet().removeAll(before.entrySet());
    assertThat(after.keySet())
        .containsExactlyInAnyOrder(ROOT, "cach-lam-hay/dong/" + practices / 10 + ".js");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 45, 120})
  void everyPracticeHasOneRowAndOneValueInEveryColumn(int practices) {
    Map<String, String> texts = texts(plain(practices));
    var rows = new LinkedHashMap<Integer, String>();
    for (var file : texts.entrySet()) {
      if (file.getKey().contains("/dong/")) {
        JsonArray arguments = arguments(file.getValue());
        int first = arguments.get(0).getAsInt();
        for (JsonElement row : arguments.get(1).getAsJsonArray()) {
          rows.put(first++, row.getAsJsonArray().get(1).getAsString());
        }
      }
    }
    IntStream.range(0, practices).forEach(i -> assertThat(rows).containsEntry(i, "p" + i));
    assertThat(rows).hasSize(practices);
    int sum = 0;
    JsonArray root = arguments(texts.get(ROOT));
    for (JsonElement each : root.get(0).getAsJsonArray()) {
      JsonArray block = each.getAsJsonArray();
      String name = block.get(0).getAsString();
      assertThat(block.get(1).getAsInt()).isEqualTo(sum);
      int size = block.get(2).getAsInt();
      JsonArray own =
          name.equals("moi") ? null : arguments(texts.get("cach-lam-hay/loc/" + name + ".js"));
      if (own != null) {
        assertThat(own.get(0).getAsString()).isEqualTo(name);
        assertThat(own.get(1)).isEqualTo(block.get(3));
      }
      JsonObject facets = (own == null ? root.get(1) : own.get(2)).getAsJsonObject();
      facets
          .entrySet()
          .forEach(
              column ->
                  assertThat(
                          column.getValue() instanceof JsonObject values
                              ? values.get("of").getAsJsonArray()
                              : column.getValue().getAsJsonArray())
                      .as(name + " " + column.getKey())
                      .hasSize(size));
      sum += size;
    }
    assertThat(sum).isEqualTo(practices);
  }

  /** As long as its inputs are the same, a file is not made again. */
  @Test
  void theInputsTellWhetherTheTextIsTheSame() {
    List<OtherFile> before = PracticeFiles.of(Samples.practicePlan(plain(25), TODAY));
    List<OtherFile> after = PracticeFiles.of(Samples.practicePlan(plain(26), TODAY));
    for (OtherFile file : before) {
      OtherFile same =
          after.stream().filter(f -> f.uri().equals(file.uri())).findFirst().orElseThrow();
      assertThat(file.inputs().get().equals(same.inputs().get()))
          .as(file.uri())
          .isEqualTo(file.text().get().equals(same.text().get()));
    }
  }

  private static Map<String, String> texts(List<PracticeItem> newestFirst) {
    var texts = new LinkedHashMap<String, String>();
    for (OtherFile file : PracticeFiles.of(Samples.practicePlan(newestFirst, TODAY))) {
      assertThat(texts.put(file.uri(), file.text().get())).as(file.uri()).isNull();
    }
    return texts;
  }

  /** What a script hands to its function. */
  private static JsonArray arguments(String script) {
    return JsonParser.parseString(
            "[" + script.substring(script.indexOf('(') + 1, script.lastIndexOf(");")) + "]")
        .getAsJsonArray();
  }

  private static String json(String text) {
    return JsonParser.parseString(text).toString();
  }

  private static List<PracticeItem> plain(int practices) {
    var items = new ArrayList<PracticeItem>();
    for (int i = practices - 1; i >= 0; i--) {
      items.add(item(Samples.article("p" + i).date(START.plusDays(i))));
    }
    return items;
  }

  private static PracticeItem item(Samples.Builder article) {
    return new PracticeItem(
        article.type("practice").build(), List.of(), Optional.empty(), Optional.empty());
  }

  private static Locality province(String key, String name, Optional<LocalDate> until) {
    return new Locality(key, name, "tỉnh", Optional.empty(), Optional.empty(), until, List.of());
  }
}
