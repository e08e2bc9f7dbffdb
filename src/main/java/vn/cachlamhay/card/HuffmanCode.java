package vn.cachlamhay.card;

import java.util.Arrays;

/**
 * A code that writes frequent symbols in few bits, as Deflate has them (RFC 1951, 3.2.2). Immutable
 * as long as nobody writes into its arrays.
 *
 * @param lengths bits of each symbol; 0 for those that do not occur
 * @param codes of the symbols, the first bit lowest
 */
record HuffmanCode(int[] lengths, int[] codes) {

  /**
   * The best code for symbols that occur so often.
   *
   * @param counts of at least two symbols above 0
   * @param longest length of a code
   */
  static HuffmanCode of(int[] counts, int longest) {
    int[] lengths = lengths(counts);
    int[] rarer = counts;
    while (Arrays.stream(lengths).max().getAsInt() > longest) {
      rarer = Arrays.stream(rarer).map(count -> (count + 1) / 2).toArray();
      lengths = lengths(rarer);
    }
    return new HuffmanCode(lengths, codes(lengths, longest));
  }

  /** Always joins the two rarest; symbols and then joined ones are in the order of their counts. */
  private static int[] lengths(int[] counts) {
    long[] symbols = new long[counts.length];
    int used = 0;
    for (int symbol = 0; symbol < counts.length; symbol++) {
      if (counts[symbol] > 0) {
        symbols[used++] = (long) counts[symbol] << 16 | symbol;
      }
    }
    Arrays.sort(symbols, 0, used);
    int all = 2 * used - 1;
    long[] weights = new long[all];
    for (int i = 0; i < used; i++) {
      weights[i] = symbols[i] >> 16;
    }
    int[] parents = new int[all];
    int leaf = 0;
    int joined = used;
    for (int next = used; next < all; next++) {
      for (int i = 0; i < 2; i++) {
        boolean isLeaf = leaf < used && (joined == next || weights[leaf] <= weights[joined]);
        int rarest = isLeaf ? leaf++ : joined++;
        weights[next] += weights[rarest];
        parents[rarest] = next;
      }
    }
    int[] depths = new int[all];
    int[] lengths = new int[counts.length];
    for (int i = all - 2; i >= 0; i--) {
      depths[i] = depths[parents[i]] + 1;
      if (i < used) {
        lengths[(int) symbols[i] & 0xFFFF] = depths[i];
      }
    }
    return lengths;
  }

  /** Codes of one length follow each other, the shorter before the longer. */
  private static int[] codes(int[] lengths, int longest) {
    int[] codes = new int[lengths.length];
    int code = 0;
    for (int length = 1; length <= longest; length++) {
      code <<= 1;
      for (int symbol = 0; symbol < lengths.length; symbol++) {
        if (lengths[symbol] == length) {
          codes[symbol] = Integer.reverse(code++) >>> (32 - length);
        }
      }
    }
    return codes;
  }
}
