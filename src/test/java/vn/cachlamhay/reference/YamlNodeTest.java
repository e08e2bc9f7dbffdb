package vn.cachlamhay.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import vn.cachlamhay.diag.SourcePos;

class YamlNodeTest {

  @Test
  void everyValueKnowsItsPlaceInTheFile() throws Exception {
    YamlNode root = parse("title: Bài\ntags:\n  - chi bộ\n  - họp\n");

    assertThat(root.entries().get(0).keyPos()).isEqualTo(new SourcePos("a.md", 11, 1));
    assertThat(root.fields().get("title").pos()).isEqualTo(new SourcePos("a.md", 11, 8));
    assertThat(root.fields().get("tags").items())
        .extracting(YamlNode::pos)
        .containsExactly(new SourcePos("a.md", 13, 5), new SourcePos("a.md", 14, 5));
  }

  @Test
  void scalarsStayAsTheyWereWritten() throws Exception {
    // YAML 1.2: no surprise days, times or Norwegian booleans
    YamlNode root = parse("a: 010\nb: no\nc: 2018-09-12\nd: 1e3\ne: 08:30\n");

    assertThat(root.entries())
        .extracting(entry -> entry.value().scalar().orElseThrow())
        .containsExactly("010", "no", "2018-09-12", "1e3", "08:30");
    assertThat(root.fields().get("b").toJava()).isEqualTo("no");
    assertThat(root.fields().get("c").toJava()).isEqualTo("2018-09-12");
  }

  @Test
  void valuesBecomePlainJava() throws Exception {
    YamlNode root = parse("a: 1\nb: true\nc: [x, 2]\nd: {k: v}\ne:\n");

    assertThat(root.toJava())
        .isEqualTo(
            new java.util.LinkedHashMap<>() {
              private static final long serialVersionUID = 1L;

              {
                put("a", 1);
                put("b", true);
                put("c", List.of("x", 2));
                put("d", Map.of("k", "v"));
                put("e", null);
              }
            });
    assertThat(root.fields().get("e").isNull()).isTrue();
    assertThat(root.fields().get("e").items()).isEmpty();
    assertThat(root.fields().get("e").scalar()).isEmpty();
  }

  @Test
  void aSingleValueCountsAsAListOfOne() throws Exception {
    YamlNode value = parse("a: x\n").fields().get("a");

    assertThat(value.isSequence()).isFalse();
    assertThat(value.items()).hasSize(1);
    assertThat(value.entries()).isEmpty();
  }

  @Test
  void ofARepeatedKeyTheFirstCountsAndBothAreListed() throws Exception {
    YamlNode root = parse("a: 1\na: 2\n");

    assertThat(root.entries()).hasSize(2);
    assertThat(root.fields().get("a").scalar()).contains("1");
  }

  @Test
  void nothingButCommentsIsNoValue() throws Exception {
    assertThat(YamlNode.parse("# chỉ có lời ghi\n", "a.md", 0)).isEmpty();
    assertThat(YamlNode.parse("", "a.md", 0)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a: b: c",
        "a: [",
        "a: {",
        "a: \"x",
        "- a\nb: c",
        "a: 'x",
        "\tb: c",
        "%",
        "a: @x",
        "a: `x",
        "a: *khong_co",
        "a: x\u0000",
        "a: x\u0007",
        "--- a\n--- b\n",
        "? [",
        "a: !<",
        "&",
        "a: |x"
      })
  void whatIsNotYamlIsTold(String text) {
    assertThatThrownBy(() -> parse(text))
        .isInstanceOf(YamlNode.SyntaxException.class)
        .satisfies(
            e -> {
              SourcePos pos = ((YamlNode.SyntaxException) e).pos();
              assertThat(pos.file()).isEqualTo("a.md");
              assertThat(pos.line() == 0 || pos.line() > 10).as(pos.toString()).isTrue();
            });
  }

  private static YamlNode parse(String text) throws YamlNode.SyntaxException {
    return YamlNode.parse(text, "a.md", 10).orElseThrow();
  }
}
