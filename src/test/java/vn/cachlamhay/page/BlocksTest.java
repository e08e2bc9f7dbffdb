package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.cachlamhay.page.Blocks.Block;

/** Blocks of which a new article changes only the last. */
class BlocksTest {

  @Example
  void countsFullBlocksFromTheOldest() {
    assertThat(Blocks.of(newestFirst(2243)))
        .extracting(block -> block.name() + " " + block.items().get(0))
        .containsExactly(
            "moi 2242",
            "20-112 2239",
            "20-111 2219",
            "100-22 2199",
            "100-21 2099",
            "1000-2 1999",
            "1000-1 999");
  }

  @Example
  void hasNoBlockForNothing() {
    assertThat(Blocks.of(List.of())).isEmpty();
    assertThat(Blocks.of(newestFirst(100))).extracting(Block::name).containsExactly("100-1");
  }

  @Property(seed = "20180912", tries = 200)
  void holdsEveryItemOnceAndInOrder(@ForAll @IntRange(max = 5000) int count) {
    var held = new ArrayList<Integer>();
    Blocks.of(newestFirst(count)).forEach(block -> held.addAll(block.items()));
    assertThat(held).isEqualTo(newestFirst(count));
  }

  @Property(seed = "20180912", tries = 200)
  void staysFewAndUnlikeInName(@ForAll @IntRange(max = 5000) int count) {
    List<Block<Integer>> blocks = Blocks.of(newestFirst(count));
    assertThat(blocks).extracting(Block::name).doesNotHaveDuplicates();
    assertThat(blocks).hasSizeLessThanOrEqualTo(count / 1000 + 14);
  }

  @Property(seed = "20180912", tries = 200)
  void keepsFullBlocksAsTheyAreOrMergesThem(
      @ForAll @IntRange(max = 4000) int count, @ForAll @IntRange(min = 1, max = 1500) int more) {
    List<Block<Integer>> before = Blocks.of(newestFirst(count));
    List<Block<Integer>> after = Blocks.of(newestFirst(count + more));
    for (Block<Integer> block : before) {
      if (!block.name().equals("moi")) {
        assertThat(after)
            .anyMatch(now -> now.equals(block) || now.items().containsAll(block.items()));
        assertThat(after)
            .filteredOn(now -> now.name().equals(block.name()))
            .allMatch(block::equals);
      }
    }
  }

  /** Item 0 is the oldest. */
  private static List<Integer> newestFirst(int count) {
    return IntStream.range(0, count).map(i -> count - 1 - i).boxed().toList();
  }
}
