package vn.cachlamhay.diag;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What users read is there in both languages, and complete. */
class MessagesTest {

  private static final String PROBLEMS = "/vn/cachlamhay/diag/problems";
  private static final String TEXTS = "/vn/cachlamhay/cli/texts";

  @ParameterizedTest
  @EnumSource(ProblemCode.class)
  void everyCodeHasMessageAndHintInBothLanguages(ProblemCode code) throws IOException {
    for (String language : List.of("", "_en")) {
      Properties words = bundle(PROBLEMS + language);
      assertThat(words.getProperty(code.code())).as(code + language).isNotBlank();
      assertThat(words.getProperty(code.code() + ".hint")).as(code + language).isNotBlank();
    }
  }

  @Test
  void noWordsAreLeftOverFromACodeThatIsGone() throws IOException {
    Set<String> codes =
        Stream.of(ProblemCode.values()).map(ProblemCode::code).collect(Collectors.toSet());
    Set<String> frame = Set.of("error", "notice", "hint");

    assertThat(bundle(PROBLEMS).stringPropertyNames())
        .allMatch(
            key ->
                frame.contains(key) || codes.contains(key.replaceFirst("\\.hint(\\.none)?$", "")));
  }

  @ParameterizedTest
  @ValueSource(strings = {PROBLEMS, TEXTS})
  void bothLanguagesHaveTheSameKeys(String name) throws IOException {
    assertThat(bundle(name).stringPropertyNames())
        .isNotEmpty()
        .containsExactlyInAnyOrderElementsOf(bundle(name + "_en").stringPropertyNames());
  }

  @ParameterizedTest
  @ValueSource(strings = {PROBLEMS, TEXTS})
  void bothLanguagesTellTheSameParticulars(String name) throws IOException {
    Properties vietnamese = bundle(name);
    Properties english = bundle(name + "_en");

    assertThat(vietnamese.stringPropertyNames())
        .allSatisfy(
            key ->
                assertThat(gaps(english.getProperty(key)))
                    .as(key)
                    .isEqualTo(gaps(vietnamese.getProperty(key))));
  }

  @ParameterizedTest
  @ValueSource(strings = {PROBLEMS, PROBLEMS + "_en", TEXTS, TEXTS + "_en"})
  void everyTextIsAPatternThatLosesNothing(String name) throws IOException {
    Properties words = bundle(name);

    assertThat(words.stringPropertyNames())
        .allSatisfy(
            key -> {
              String pattern = words.getProperty(key);
              // MessageFormat eats single apostrophes, and what stands between two of them
              assertThat(pattern).as(key).doesNotContain("'");
              assertThat(new MessageFormat(pattern).format(new Object[] {"a", "b", "c", "d", "e"}))
                  .as(key)
                  .doesNotContainPattern("\\{\\d");
            });
  }

  @Test
  void theVietnameseTextsAreComposedAndTheEnglishAreNotVietnamese() throws IOException {
    assertThat(bundle(PROBLEMS).values())
        .allMatch(
            text ->
                java.text.Normalizer.isNormalized(text.toString(), java.text.Normalizer.Form.NFC));
    assertThat(bundle(PROBLEMS + "_en").values())
        .noneMatch(text -> text.toString().matches("(?s).*[ạ-ỹđơư].*"));
  }

  @Test
  void theReportHasPlaceCodeMessageAndHint() {
    Problem problem =
        Problem.of(
            ProblemCode.KHONG_RO_DIA_PHUONG,
            new SourcePos("content/bai-viet/2018/bac-son.md", 4, 10),
            "Lạng Sơn/Bác Sơn",
            "Lạng Sơn/Bắc Sơn",
            "data/localities.yaml");

    assertThat(Messages.in("vi").format(problem))
        .isEqualTo(
            """
            content/bai-viet/2018/bac-son.md:4:10: lỗi [khong-ro-dia-phuong] không có địa phương \
            "Lạng Sơn/Bác Sơn"
                gợi ý: có phải "Lạng Sơn/Bắc Sơn"? Danh sách: data/localities.yaml""");
    assertThat(Messages.in("en").format(problem))
        .isEqualTo(
            """
            content/bai-viet/2018/bac-son.md:4:10: error [khong-ro-dia-phuong] there is no \
            locality "Lạng Sơn/Bác Sơn"
                hint: did you mean "Lạng Sơn/Bắc Sơn"? List: data/localities.yaml""");
  }

  @Test
  void aNoticeIsNotCalledAnError() {
    Problem notice = Problem.of(ProblemCode.HTML_BI_BO, SourcePos.ofFile("content/a.md"), "<b>");

    assertThat(Messages.in("vi").format(notice)).startsWith("content/a.md: lưu ý [html-bi-bo] ");
    assertThat(Messages.in("en").format(notice)).startsWith("content/a.md: notice [html-bi-bo] ");
    assertThat(notice.isError()).isFalse();
  }

  @Test
  void bracesAndApostrophesInWhatAnEditorWroteStay() {
    Problem problem =
        Problem.of(ProblemCode.LOAI_LA, SourcePos.ofFile("a.md"), "{0}'s {x", "post", "post");

    assertThat(Messages.in("vi").message(problem)).isEqualTo("không có loại bài \"{0}'s {x\"");
  }

  @Test
  void theWordsDoNotDependOnTheLanguageOfTheMachine() {
    Problem problem = Problem.of(ProblemCode.TEP_RONG, SourcePos.ofFile("a.md"));
    java.util.Locale before = java.util.Locale.getDefault();
    try {
      for (String tag : List.of("en-US", "tr-TR", "ar-EG", "vi-VN")) {
        java.util.Locale.setDefault(java.util.Locale.forLanguageTag(tag));
        java.util.ResourceBundle.clearCache();
        assertThat(Messages.in("vi").message(problem)).as(tag).isEqualTo("tệp rỗng");
        assertThat(Messages.in("en").message(problem)).as(tag).isEqualTo("the file is empty");
        assertThat(problem.code().code()).isEqualTo("tep-rong");
        assertThat(ProblemCode.THIEU_TIEU_DE.code()).isEqualTo("thieu-tieu-de");
      }
    } finally {
      java.util.Locale.setDefault(before);
    }
  }

  private static Set<String> gaps(String pattern) {
    return Pattern.compile("\\{\\d+")
        .matcher(pattern)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Properties bundle(String name) throws IOException {
    var words = new Properties();
    try (Reader reader =
        new InputStreamReader(
            MessagesTest.class.getResourceAsStream(name + ".properties"), StandardCharsets.UTF_8)) {
      words.load(reader);
    }
    return words;
  }
}
