package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.model.Locality;

/** The examples of the editors' handbook on places, each put into the site's own list. */
class HandbookTest {

  private static final Path HANDBOOK = Path.of("docs/bien-tap/dia-phuong.md");
  private static final Pattern ENTRY = Pattern.compile("(?m)^ {2}- key: (\\S+)\\n(?: {4}.*\\n)*");
  private static final Optional<LocalDate> BEFORE = Optional.of(LocalDate.of(2026, 6, 1));
  private static final Optional<LocalDate> AFTER = Optional.of(LocalDate.of(2028, 6, 1));

  @TempDir Path folder;

  static List<String> examples() throws IOException {
    return List.copyOf(all().keySet());
  }

  @ParameterizedTest
  @MethodSource("examples")
  void theExampleIsAnEditThatTheProgramTakes(String name) throws IOException {
    Gazetteer gazetteer = with(name);

    assertThat(keys(all().get(name)))
        .isNotEmpty()
        .allSatisfy(key -> assertThat(gazetteer.byKey(key)).isPresent());
  }

  @Test
  void noExampleIsPassedOver() throws IOException {
    assertThat(all())
        .hasSize(Files.readString(HANDBOOK).split("```yaml", -1).length - 1)
        .hasSizeGreaterThan(6);
  }

  @Test
  void aUnitThatWasRenamedIsFoundUnderBothNames() throws IOException {
    Gazetteer gazetteer = with("Đổi tên");
    Locality unit = gazetteer.byKey("lang-son/xa-nhat-hoa").orElseThrow();

    assertThat(gazetteer.resolve("Lạng Sơn/Nhất Hòa", BEFORE)).isEqualTo(found(unit));
    assertThat(gazetteer.resolve("Lạng Sơn/Nhất Tiến", AFTER)).isEqualTo(found(unit));
    assertThat(gazetteer.fates(unit))
        .containsExactly(
            "Từ 1/1/2028 là xã Nhất Tiến (Nghị quyết 1/2027 (ví dụ)), trước đó là xã Nhất Hòa");
  }

  @Test
  void aUnitThatWasMergedCountsForTheOtherAndOneThatWasSplitDoesNot() throws IOException {
    assertThat(places("Nhập vào đơn vị khác", "lang-son/xa-vu-lang")).contains("lang-son/xa-vu-le");
    assertThat(places("Hai đơn vị nhập thành một đơn vị mới", "lang-son/xa-chau-son"))
        .contains("lang-son/xa-dinh-loc");
    assertThat(places("Chia thành nhiều đơn vị", "son-la/xa-ta-xua"))
        .containsExactly("son-la/xa-ta-xua", "son-la");
    assertThat(places("Cả tỉnh nhập vào tỉnh khác", "cao-bang"))
        .containsExactly("cao-bang", "lang-son");
  }

  @Test
  void theSpellingsOfTheHandbookAreUnderstoodAsItSays() {
    Gazetteer gazetteer = Gazetteer.load(Path.of("data/localities.yaml"));
    var of2018 = Optional.of(LocalDate.of(2018, 9, 12));

    assertThat(gazetteer.resolve("Lạng Sơn/Bắc Sơn", of2018))
        .isEqualTo(found(gazetteer.byKey("lang-son/huyen-bac-son").orElseThrow()));
    assertThat(gazetteer.resolve("Sơn La/xã Làng Chếu", of2018))
        .isInstanceOf(Resolution.Found.class);
    assertThat(gazetteer.resolve("Lạng Sơn/xã Hữu Lũng", BEFORE))
        .isInstanceOf(Resolution.Made.class);
    assertThat(gazetteer.resolve("Lương Sơn", BEFORE)).isInstanceOf(Resolution.Ambiguous.class);
  }

  private static Resolution<Locality> found(Locality unit) {
    return new Resolution.Found<>(unit);
  }

  private List<String> places(String example, String key) throws IOException {
    Gazetteer gazetteer = with(example);
    return gazetteer.placesOf(gazetteer.byKey(key).orElseThrow()).stream()
        .map(Locality::key)
        .toList();
  }

  /** The list with the entries of an example in place of those of their keys. */
  private Gazetteer with(String name) throws IOException {
    String example = all().get(name);
    List<String> replaced = keys(example);
    String list =
        ENTRY
            .matcher(Files.readString(Path.of("data/localities.yaml")))
            .replaceAll(
                m -> replaced.contains(m.group(1)) ? "" : Matcher.quoteReplacement(m.group()));
    Path file = folder.resolve("localities.yaml");
    Files.writeString(file, list + example);
    return Gazetteer.load(file);
  }

  private static List<String> keys(String entries) {
    return ENTRY.matcher(entries).results().map(match -> match.group(1)).toList();
  }

  private static Map<String, String> all() throws IOException {
    var examples = new LinkedHashMap<String, String>();
    for (String section : Files.readString(HANDBOOK).split("\n### ")) {
      int start = section.indexOf("```yaml\n");
      if (start >= 0) {
        String name = section.substring(0, section.indexOf('\n'));
        examples.put(name, section.substring(start + 8, section.indexOf("```", start + 8)));
      }
    }
    return examples;
  }
}
