package vn.cachlamhay.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random queries are the same each time, and of every kind. */
class RandomQueriesTest {

  private static final List<String> TEXTS =
      List.of(
          "Phát triển đảng viên ở vùng đồng bào dân tộc",
          "Thực hiện Chỉ thị 60-CT/TU, xã đạt 88,78% hộ có nước sạch.",
          "",
          "Được mùa");

  @Test
  void areTheSameForTheSameSeed() {
    assertThat(queries(1)).isEqualTo(queries(1)).isNotEqualTo(queries(2));
  }

  /** Patterns of whole queries, each of another kind. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "đảng viên", // as written
        "(?i)[a-z]+ [a-z]+ [a-z]+", // without diacritics
        "[A-ZĐ ]+\\P{ASCII}[A-ZĐ ]+", // in capitals
        ".*\\p{L}\\p{Mn}.*", // decomposed
        ".*\\p{L} ", // the last word complete
        ".*triể", // or cut
        ".*(dduwowcj|dduowjc|dduocwj|dduwowjc).*", // Telex
        ".*(d9u7o7c5|d9u7o75c).*", // VNI
        "[^\"]*\"[^\"]+\"[^\"]*", // quotation marks
        "[^“]*“[^“”]+”[^”]*",
        "[^\"]*\"[^\"]+", // one of them forgotten
        "(.* )?-\\p{L}.*", // minus
        "(.* )?-\"\\p{L}.*",
        ".*60-CT/TU.*",
        ".*<script>.*",
        ".*😀.*",
        ".*[\\ude00\\ud83d].*", // half an emoji
        ".*[\\u0000\\u200b\\u00a0].*",
        "\\p{L}", // one letter
        ".{500,}",
      })
  void areOfManyKinds(String kind) {
    assertThat(queries(3).stream().filter(Pattern.compile(kind, Pattern.DOTALL).asMatchPredicate()))
        .isNotEmpty();
  }

  @Test
  void areHardlyEverTheSame() {
    assertThat(queries(3)).noneMatch(String::isEmpty);
    assertThat(queries(3).stream().distinct().count()).isGreaterThan(1500);
  }

  @Test
  void needWords() {
    assertThatIllegalArgumentException().isThrownBy(() -> new RandomQueries(1, List.of(" ")));
  }

  private static List<String> queries(long seed) {
    return new RandomQueries(seed, TEXTS).next(2000);
  }
}
