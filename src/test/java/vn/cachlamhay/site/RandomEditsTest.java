package vn.cachlamhay.site;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import vn.cachlamhay.build.BuildReport;
import vn.cachlamhay.build.Progress;
import vn.cachlamhay.build.SiteBuilder;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.SiteException;

/**
 * Whatever was done to a site since the last bake, the next one makes what a first bake would make,
 * byte for byte, and tells of the same problems. Sites are edited at random, a few {@link Edit}s at
 * a time, and baked twice after that: over what the last bake left, and from nothing.
 *
 * <p>A failure tells its site, its seed and all edits, and leaves the folders in {@code target/it}.
 * System properties: {@code edits.seed} runs one seed instead of the fixed ones; {@code edits.runs}
 * runs so many seeds that nobody has seen yet; {@code edits.steps} is the number of bakes of each.
 */
class RandomEditsTest {

  private static final long[] SEEDS = {1, 2};
  private static final int STEPS = Integer.getInteger("edits.steps", 20);
  private static final int EDITS_AT_A_TIME = 5;

  static Stream<Arguments> runs() {
    return seeds()
        .boxed()
        .flatMap(seed -> Arrays.stream(SiteKind.values()).map(kind -> Arguments.of(kind, seed)));
  }

  private static LongStream seeds() {
    Long one = Long.getLong("edits.seed");
    int runs = Integer.getInteger("edits.runs", 0);
    if (one != null) {
      return LongStream.of(one);
    }
    return runs > 0
        ? new SplittableRandom().longs(runs, 0, Integer.MAX_VALUE)
        : Arrays.stream(SEEDS);
  }

  @ParameterizedTest
  @MethodSource("runs")
  void anyBakeMakesWhatAFirstBakeMakes(SiteKind kind, long seed) {
    var dice = new Dice(seed);
    Path work = SiteFixture.freshFolder("random-edits-" + kind);
    EditedSite site = EditedSite.create(kind, work, dice.split());
    try {
      Outcome first = bakeBothWays(site);
      assertThat(first.stopped()).as("first bake stopped: %s", first.problems()).isFalse();
      // drawn like cards, so that every edit has its turn before one comes again
      Deque<Edit> cards = new ArrayDeque<>();
      for (int step = 1; step <= STEPS; step++) {
        site.log(" step " + step);
        edit(site, cards, dice.split());
        bakeBothWays(site);
      }
    } catch (RuntimeException | AssertionError e) {
      String log = String.join("\n", site.log());
      throw new AssertionError(
          "%s%n%n-Dedits.seed=%d, site %s in %s, after%n%s".formatted(e, seed, kind, work, log), e);
    }
  }

  private static void edit(EditedSite site, Deque<Edit> cards, Dice dice) {
    int count = 1 + dice.below(EDITS_AT_A_TIME);
    // else most bakes would find the site broken
    if (site.isSpoiled() && dice.onceIn(2)) {
      site.mend();
    }
    if (!site.errors().isEmpty() && dice.onceIn(2)) {
      Edit.MEND_ARTICLES.apply(site, dice.split());
    }
    if (dice.onceIn(3)) {
      // as on most days, and what a bake then passes over is of another kind
      for (int i = 0; i < count; i++) {
        dice.pick(Edit.OF_TEXTS).apply(site, dice.split());
      }
      return;
    }
    for (int i = 0; i < count; i++) {
      // so that the number of files of the cache does not change what else is done
      Dice own = dice.split();
      if (cards.isEmpty()) {
        cards.addAll(own.shuffled(List.of(Edit.values())));
      }
      cards.remove().apply(site, own);
    }
    if (dice.onceIn(4)) {
      checkBothWays(site);
    }
  }

  private static Outcome bakeBothWays(EditedSite site) {
    FileTree before = FileTree.of(site.output());
    Outcome warm = outcome(site, Optional.empty(), SiteBuilder::bake);
    Path out = site.beside("cold-output");
    SiteFixture.delete(out);
    Outcome cold = site.withoutCache(() -> outcome(site, Optional.of(out), SiteBuilder::bake));
    assertThat(warm).as("problems").isEqualTo(cold);
    assertThat(FileTree.of(site.output()).differencesFrom(expected(cold, before, FileTree.of(out))))
        .as("the site, compared with a first bake")
        .isEmpty();
    site.found(warm.problems());
    return warm;
  }

  private static void checkBothWays(EditedSite site) {
    Outcome warm = outcome(site, Optional.empty(), SiteBuilder::check);
    Outcome cold = site.withoutCache(() -> outcome(site, Optional.empty(), SiteBuilder::check));
    assertThat(warm).as("what a check finds").isEqualTo(cold);
  }

  /** While there are errors, nothing that was there before goes but compressed copies of others. */
  private static FileTree expected(Outcome cold, FileTree before, FileTree first) {
    if (cold.stopped()) {
      return before;
    }
    return cold.hasErrors() ? first.over(before.withoutCopiesOf(first)) : first;
  }

  /**
   * What came of a build, beside files.
   *
   * @param stopped whether nothing could be made
   * @param articles that were published
   */
  private record Outcome(boolean stopped, int articles, List<Problem> problems) {
    boolean hasErrors() {
      return problems.stream().anyMatch(Problem::isError);
    }
  }

  private static Outcome outcome(
      EditedSite site, Optional<Path> out, Function<SiteBuilder, BuildReport> build) {
    try {
      BuildReport report = build.apply(new SiteBuilder(site.options(out), Progress.SILENT));
      return new Outcome(false, report.articles(), report.problems());
    } catch (SiteException e) {
      return new Outcome(true, 0, e.problems());
    }
  }
}
