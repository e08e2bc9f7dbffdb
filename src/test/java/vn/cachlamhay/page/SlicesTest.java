package vn.cachlamhay.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import vn.cachlamhay.page.Slices.Slice;

/** Page numbers of lists that never change. */
class SlicesTest {

  @Example
  void cutsFromTheOldestEnd() {
    assertThat(Slices.of(newestFirst(7), 4))
        .containsExactly(new Slice<>(0, List.of(6, 5, 4)), new Slice<>(1, List.of(3, 2, 1, 0)));
  }

  @Example
  void anEmptyListHasOneEmptyPage() {
    assertThat(Slices.of(List.of(), 3)).containsExactly(new Slice<>(0, List.of()));
  }

  @Property(seed = "20180912")
  void showsEveryItemOnceAndInOrder(
      @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(min = 1, max = 30) int size) {
    var shown = new ArrayList<Integer>();
    Slices.of(newestFirst(count), size).forEach(slice -> shown.addAll(slice.items()));
    assertThat(shown).isEqualTo(newestFirst(count));
  }

  @Property(seed = "20180912")
  void fillsTheFirstPageFromAQuarterToAlmostOneAndAQuarter(
      @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(min = 1, max = 30) int size) {
    List<Slice<Integer>> slices = Slices.of(newestFirst(count), size);
    assertThat(slices.get(0).number()).isZero();
    int least = Math.max(1, size / 4);
    assertThat(slices.get(0).items()).hasSizeBetween(Math.min(count, least), least + size - 1);
    assertThat(slices.subList(1, slices.size()))
        .allSatisfy(slice -> assertThat(slice.items()).hasSize(size));
  }

  @Property(seed = "20180912")
  void numbersOlderPagesDownToOne(
      @ForAll @IntRange(max = 300) int count, @ForAll @IntRange(min = 1, max = 30) int size) {
    List<Slice<Integer>> slices = Slices.of(newestFirst(count), size);
    for (int i = 1; i < slices.size(); i++) {
      assertThat(slices.get(i).number()).isEqualTo(slices.size() - i);
    }
  }

  @Property(seed = "20180912")
  void changesNoOlderPageWhenNewerItemsAreAdded(
      @ForAll @IntRange(max = 200) int count,
      @ForAll @IntRange(min = 1, max = 60) int more,
      @ForAll @IntRange(min = 1, max = 20) int size) {
    Map<Integer, List<Integer>> after = new HashMap<>();
    Slices.of(newestFirst(count + more), size).forEach(s -> after.put(s.number(), s.items()));
    for (Slice<Integer> slice : Slices.of(newestFirst(count), size)) {
      if (slice.number() > 0) {
        assertThat(after).containsEntry(slice.number(), slice.items());
      }
    }
  }

  /** Item 0 is the oldest. */
  private static List<Integer> newestFirst(int count) {
    return IntStream.range(0, count).map(i -> count - 1 - i).boxed().toList();
  }
}
