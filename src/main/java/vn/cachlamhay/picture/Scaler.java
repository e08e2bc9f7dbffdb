package vn.cachlamhay.picture;

import java.util.Arrays;

/**
 * Makes pictures smaller: each new pixel is the mean of the area that it covers. In whole numbers
 * that are the same on every machine. Stateless.
 */
final class Scaler {

  /** Of the share that a pixel has in another. */
  private static final int ONE = 1 << 8;

  private Scaler() {}

  /** Hands out the rows of a picture, from the top. */
  interface Rows {
    /** Fills in the samples of a row. */
    void read(int y, int[] samples);
  }

  /**
   * @param from width of the picture
   * @param fromHeight its height
   * @param width no more than that of the picture
   * @param height likewise
   */
  static Pixels scaled(Rows rows, int bands, int from, int fromHeight, int width, int height) {
    int[] columns = borders(from, width);
    int[] lines = borders(fromHeight, height);
    int[] samples = new int[width * height * bands];
    int[] row = new int[from * bands];
    int[] narrow = new int[width * bands];
    long[] sums = new long[width * bands];
    int out = 0;
    for (int y = 0; y < fromHeight; y++) {
      rows.read(y, row);
      narrow(row, bands, columns, narrow);
      int top = y * ONE;
      int bottom = top + ONE;
      while (out < height && lines[out] < bottom) {
        long share = Math.min(bottom, lines[out + 1]) - Math.max(top, lines[out]);
        for (int i = 0; i < sums.length; i++) {
          sums[i] += (long) narrow[i] * share;
        }
        if (lines[out + 1] > bottom) {
          break;
        }
        long rowHeight = lines[out + 1] - lines[out];
        for (int i = 0; i < sums.length; i++) {
          long area = rowHeight * (columns[i / bands + 1] - columns[i / bands]);
          samples[out * width * bands + i] = (int) ((sums[i] + area / 2) / area);
        }
        Arrays.fill(sums, 0);
        out++;
      }
    }
    return new Pixels(width, height, bands, samples);
  }

  /** Where the new pixels begin and end among the old ones. */
  private static int[] borders(int from, int to) {
    int[] borders = new int[to + 1];
    for (int i = 0; i <= to; i++) {
      borders[i] = (int) ((long) i * from * ONE / to);
    }
    return borders;
  }

  private static void narrow(int[] row, int bands, int[] columns, int[] narrow) {
    for (int x = 0; x + 1 < columns.length; x++) {
      int left = columns[x];
      int right = columns[x + 1];
      int first = left / ONE;
      int last = (right - 1) / ONE;
      for (int band = 0; band < bands; band++) {
        int at = first * bands + band;
        int sum = 0;
        if (first == last) {
          sum = row[at] * (right - left);
        } else {
          sum = row[at] * ((first + 1) * ONE - left);
          for (int pixel = first + 1; pixel < last; pixel++) {
            at += bands;
            sum += row[at] * ONE;
          }
          sum += row[at + bands] * (right - last * ONE);
        }
        narrow[x * bands + band] = sum;
      }
    }
  }
}
