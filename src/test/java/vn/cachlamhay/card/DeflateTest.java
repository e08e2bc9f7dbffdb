package vn.cachlamhay.card;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.zip.Adler32;
import java.util.zip.Inflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Java's own Inflater, which is zlib, reads what was compressed. */
class DeflateTest {

  private static final int[] COLOURS = {0x8C171B, 0xFFFFFF};

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 7, 258, 259, 601, 40_000, 300_000})
  void everythingComesBack(int size) throws Exception {
    for (int colours : new int[] {1, 2, 16, 256}) {
      byte[] noise = noise(size, colours);
      assertThat(read(noise)).isEqualTo(noise);
      byte[] runs = noise(size, colours);
      for (int i = 1; i < size; i++) {
        runs[i] = i % 17 < 14 ? runs[i - 1] : i > 601 && i % 3 > 0 ? runs[i - 601] : runs[i];
      }
      assertThat(read(runs)).isEqualTo(runs);
    }
  }

  /** Counts as in the worst case: each as often as the two before together. */
  @Test
  void noCodeIsTooLong() {
    int[] counts = new int[30];
    counts[0] = 1;
    counts[1] = 1;
    for (int i = 2; i < counts.length; i++) {
      counts[i] = counts[i - 1] + counts[i - 2];
    }
    for (int longest : new int[] {7, 15}) {
      int[] lengths = HuffmanCode.of(counts, longest).lengths();
      assertThat(Arrays.stream(lengths).allMatch(length -> length > 0 && length <= longest))
          .isTrue();
      // a code that is complete, as readers demand
      assertThat(Arrays.stream(lengths).mapToDouble(length -> Math.pow(2, -length)).sum())
          .isEqualTo(1);
    }
  }

  /** Twice the rows, in two blocks, behind the head of the stream and before its sum. */
  private static byte[] read(byte[] rows) throws Exception {
    byte[] png =
        IndexedPng.of(
            1200, 630, COLOURS, Deflate.block(rows, 601, false), Deflate.block(rows, 601, true));
    int data = 8 + 25 + 12 + 3 * COLOURS.length + 8;
    var inflater = new Inflater();
    try {
      inflater.setInput(png, data, png.length - data);
      byte[] both = new byte[2 * rows.length + 1];
      int size = 0;
      while (!inflater.finished() && !inflater.needsInput()) {
        size += inflater.inflate(both, size, both.length - size);
      }
      assertThat(inflater.finished()).isTrue();
      assertThat(size).isEqualTo(2 * rows.length);
      byte[] first = Arrays.copyOf(both, rows.length);
      assertThat(Arrays.copyOfRange(both, rows.length, size)).isEqualTo(first);
      var sum = new Adler32();
      sum.update(both, 0, size);
      assertThat(inflater.getAdler()).isEqualTo((int) sum.getValue());
      return first;
    } finally {
      inflater.end();
    }
  }

  private static byte[] noise(int size, int colours) {
    var random = new Random(size);
    byte[] noise = new byte[size];
    for (int i = 0; i < size; i++) {
      noise[i] = (byte) random.nextInt(colours);
    }
    return noise;
  }
}
