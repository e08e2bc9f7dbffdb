package vn.cachlamhay.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Status;
import vn.cachlamhay.model.Term;
import vn.cachlamhay.text.SharedTexts;

/** Values come back as they were written, and bytes that were changed never do harm. */
class ValuesTest {

  private static final String SEED = "20261122";

  private static final ValueReader.Types TYPES = new ValueReader.Types(Term.class, Status.class);

  @Provide
  Arbitrary<Object> values() {
    Arbitrary<Object> simple =
        Arbitraries.oneOf(
            List.<Arbitrary<?>>of(
                    Arbitraries.strings().withCharRange('\u0000', '\ud7ff').ofMaxLength(12),
                    Arbitraries.of("Bắc Sơn", "Đình Lập", "\ud83d\ude00", ""),
                    Arbitraries.integers(),
                    Arbitraries.longs(),
                    Arbitraries.doubles(),
                    Arbitraries.bigIntegers(),
                    Arbitraries.of(true, false),
                    Arbitraries.of(Status.class),
                    Arbitraries.of(LocalDate.MIN, LocalDate.of(2018, 9, 12)),
                    Arbitraries.of(LocalDateTime.of(2018, 9, 12, 8, 30, 1, 999)),
                    Arbitraries.of(Instant.EPOCH, Instant.parse("2018-09-12T01:30:00.000000001Z")),
                    Arbitraries.strings()
                        .ofMaxLength(5)
                        .map(s -> new Term("the", "a" + s.length())),
                    Arbitraries.longs().map(n -> new Digest(n, ~n)),
                    Arbitraries.longs().map(n -> new FileStamp(n, -n, n + 1, ~n, n % 2 == 0)),
                    Arbitraries.just(Optional.empty()))
                .stream()
                .map(arbitrary -> arbitrary.map(value -> (Object) value))
                .toList());
    return deeper(deeper(simple));
  }

  private static Arbitrary<Object> deeper(Arbitrary<Object> values) {
    return Arbitraries.oneOf(
        values,
        values.list().ofMaxSize(4).map(list -> list),
        values.map(Optional::of),
        Arbitraries.maps(Arbitraries.strings().alpha().ofMaxLength(5), values)
            .ofMaxSize(4)
            .map(map -> map));
  }

  @Property(seed = SEED, tries = 500)
  void comeBackAsTheyWere(@ForAll("values") Object value) throws Exception {
    byte[] bytes = new ValueWriter().write(value).bytes();

    assertThat(read(bytes)).isEqualTo(value);
  }

  @Property(seed = SEED, tries = 500)
  void changedBytesAreAnotherValueOrNone(
      @ForAll("values") Object value, @ForAll @IntRange(max = 999) int place, @ForAll byte change) {
    byte[] bytes = new ValueWriter().write(value).bytes();
    bytes[place % bytes.length] ^= change;

    assertHarmless(bytes);
    assertHarmless(Arrays.copyOf(bytes, place % bytes.length));
  }

  /** A method reference would hide what is asked: it may fail, but in one way only. */
  private static void assertHarmless(byte[] bytes) {
    try {
      read(bytes);
    } catch (ValueReader.BrokenValueException e) {
      assertThat(e.getMessage()).isNotEmpty();
    }
  }

  @Test
  void setsAndMapsWithoutOrderAlwaysGiveTheSameBytes() {
    Set<String> one = Set.of("a", "b", "c", "d", "e", "f");
    Set<String> other = Set.copyOf(List.of("f", "e", "d", "c", "b", "a"));

    assertThat(ValueWriter.digestOf(one)).isEqualTo(ValueWriter.digestOf(other));
    assertThat(ValueWriter.digestOf(Map.of("x", 1, "y", 2)))
        .isEqualTo(ValueWriter.digestOf(Map.of("y", 2, "x", 1)));
  }

  @Test
  void whatLooksAlikeIsNotTheSame() {
    assertThat(
            List.of(
                ValueWriter.digestOf("1"),
                ValueWriter.digestOf(1),
                ValueWriter.digestOf(1L),
                ValueWriter.digestOf(List.of("1")),
                ValueWriter.digestOf(List.of("1", "")),
                ValueWriter.digestOf(List.of("", "1")),
                ValueWriter.digestOf(new Term("1", "")),
                ValueWriter.digestOf(new Term("", "1")),
                ValueWriter.digestOf(Optional.of("1"))))
        .doesNotHaveDuplicates();
  }

  @Test
  void refusesWhatItCannotSay() {
    assertThat(ValueWriter.canWrite(List.of(new StringBuilder("x")))).isFalse();
    assertThat(ValueWriter.canWrite("nửa ký tự \ud800")).isFalse();
    assertThatThrownBy(() -> new ValueWriter().write(new Object()))
        .isInstanceOf(ValueWriter.UnsupportedValueException.class);
  }

  private static Object read(byte[] bytes) throws ValueReader.BrokenValueException {
    return new ValueReader(TYPES, new SharedTexts(10), ByteBuffer.wrap(bytes)).read();
  }
}
