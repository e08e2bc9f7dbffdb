package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Practices keep their numbers, and files their content, when new practices come. */
class PracticePlanTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
  private static final LocalDateTime START = LocalDateTime.of(2018, 1, 1, 8, 0);

  /** Blocks, the oldest first, as {@code name@number of its oldest practice}. */
  @ParameterizedTest
  @CsvSource({
    "0,    '',                                              0",
    "1,    moi@0,                                           2",
    "10,   moi@0,                                           2",
    "11,   moi@0,                                           3",
    "19,   moi@0,                                           3",
    "20,   20-1@0,                                          4",
    "21,   20-1@0 moi@20,                                   5",
    "99,   20-1@0 20-2@20 20-3@40 20-4@60 moi@80,           15",
    "100,  100-1@0,                                         12",
    "1125, 1000-1@0 100-11@1000 20-56@1100 moi@1120,        117"
  })
  void practicesAreDividedByAge(int practices, String blocks, int files) {
    PracticePlan plan = plan(practices);
    assertThat(
            plan.blocks().stream()
                .map(block -> block.name() + "@" + block.first())
                .collect(Collectors.joining(" ")))
        .isEqualTo(blocks);
    assertThat(plan.uris()).hasSize(files);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 19, 20, 45, 119, 1125})
  void everyPracticeHasItsAgeAsNumber(int practices) {
    var all = new ArrayList<PracticeItem>();
    for (PracticePlan.Block block : plan(practices).blocks()) {
      assertThat(block.first()).isEqualTo(all.size());
      all.addAll(block.items());
    }
    assertThat(all).extracting(item -> item.article().title()).isEqualTo(titles(practices));
  }

  /** A browser that has a block of one day and the list of another must see that they differ. */
  @Test
  void aBlockHasTheIdOfWhatIsInIt() {
    assertThat(id(plan(45), "20-1")).isEqualTo(id(plan(59), "20-1"));
    assertThat(id(plan(45), "20-1")).isNotEqualTo(id(plan(45), "20-2"));
    assertThat(id(plan(45), "moi")).isNotEqualTo(id(plan(46), "moi"));
    List<PracticeItem> backdated = newestFirst(45);
    Collections.swap(backdated, 44, 43);
    assertThat(id(PracticePlan.of(backdated, TODAY), "20-1")).isNotEqualTo(id(plan(45), "20-1"));
    assertThat(plan(45).blocks()).allMatch(block -> block.id().matches("[0-9a-z]+"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 10, 25, 45, 105})
  void aNewPracticeTakesNoFileAwayUnlessBlocksAreJoined(int practices) {
    assertThat(plan(practices + 1).uris()).containsAll(plan(practices).uris());
  }

  @Test
  void tenRowsStandInAFile() {
    assertThat(PracticePlan.rows(0)).isEqualTo(PracticePlan.rows(9)).endsWith("/0.js");
    assertThat(PracticePlan.rows(10)).endsWith("/1.js");
    assertThat(plan(21).uris())
        .containsExactlyInAnyOrder(
            "cach-lam-hay/loc/muc-luc.js",
            "cach-lam-hay/loc/20-1.js",
            "cach-lam-hay/dong/0.js",
            "cach-lam-hay/dong/1.js",
            "cach-lam-hay/dong/2.js");
  }

  private static PracticePlan plan(int practices) {
    return PracticePlan.of(newestFirst(practices), TODAY);
  }

  private static String id(PracticePlan plan, String name) {
    return plan.blocks().stream()
        .filter(block -> block.name().equals(name))
        .map(PracticePlan.Block::id)
        .findFirst()
        .orElseThrow();
  }

  private static List<String> titles(int practices) {
    return IntStream.range(0, practices).mapToObj(i -> "p" + i).toList();
  }

  private static List<PracticeItem> newestFirst(int practices) {
    var items = new ArrayList<PracticeItem>();
    for (int i = practices - 1; i >= 0; i--) {
      items.add(
          new PracticeItem(
              Samples.article("p" + i).type("practice").date(START.plusDays(i)).build(),
              List.of(),
              Optional.empty(),
              Optional.empty()));
    }
    return items;
  }
}
