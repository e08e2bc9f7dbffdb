package vn.cachlamhay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.zip.Adler32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The checksum of parts is that of the whole, as Java's own class has it. */
class AdlerTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void isThatOfTheWhole(long seed) {
    var random = new SplittableRandom(seed);
    byte[] bytes = new byte[400_000];
    random.nextBytes(bytes);
    var sum = new Adler();
    for (int from = 0; from < bytes.length; ) {
      int end = Math.min(bytes.length, from + random.nextInt(20_000));
      if (random.nextBoolean()) {
        Arrays.fill(bytes, from, end, (byte) 0);
        sum.addZeros(end - from);
      } else {
        sum.add(bytes, from, end - from);
      }
      from = end;
    }
    assertThat(sum.value()).isEqualTo(expected(bytes));
  }

  /** Where half of the checksum is zero before a part. */
  @Test
  void goesOnAfterZero() {
    byte[] bytes = new byte[65_520];
    Arrays.fill(bytes, (byte) 1);
    var sum = new Adler();
    sum.add(bytes, 0, bytes.length);
    assertThat(sum.value() & 0xFFFF).isZero();
    sum.add(new byte[] {7, 0}, 0, 2);
    sum.add(new byte[0], 0, 0);
    byte[] all = Arrays.copyOf(bytes, bytes.length + 2);
    all[bytes.length] = 7;
    assertThat(sum.value()).isEqualTo(expected(all));
  }

  private static long expected(byte[] bytes) {
    var whole = new Adler32();
    whole.update(bytes);
    return whole.getValue();
  }
}
