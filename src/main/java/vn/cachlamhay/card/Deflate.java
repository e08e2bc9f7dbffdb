package vn.cachlamhay.card;

import java.util.Arrays;

/**
 * Compresses rows of pixels with letters in them, as one block of Deflate (RFC 1951). Java's own
 * compressor looks everywhere for what was there before, and takes ten times as long for the same
 * size; here it can only be the pixel to the left, the row above, or where the next four bytes were
 * last seen, as in an equal letter. The bytes are the same with every Java. For one thread.
 */
final class Deflate {

  /** Rows as a block that can be one of several in a file. */
  record Block(BitWriter bits, long adler, int length) {}

  private static final int LONGEST = 258;
  private static final int SHORTEST = 3;
  private static final int FARTHEST = 32 * 1024;
  private static final int END = 256;

  /** About how many bits a byte takes that is written as it is. */
  private static final int LITERAL_BITS = 6;

  /** The same of a match with a distance of 1, and so many that one of two bytes is none. */
  private static final int MATCH_BITS = 13;

  /** A match is put off by a byte where that saves so many bits more. */
  private static final int WORTH = 3;

  /** A longer match is taken without looking at the next byte. */
  private static final int GOOD = 32;

  private static final int HASH_BITS = 12;
  private static final int[] ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  // looked up: the quick compiler of Java counts leading zeros one by one
  private static final int[] LENGTH_SYMBOLS = new int[LONGEST + 1];
  private static final int[] LENGTH_EXTRAS = new int[LONGEST + 1];
  private static final int[] DISTANCE_SYMBOLS = new int[512];

  static {
    for (int length = SHORTEST; length <= LONGEST; length++) {
      int extra =
          length == LONGEST ? 0 : Math.max(0, 29 - Integer.numberOfLeadingZeros(length - SHORTEST));
      LENGTH_EXTRAS[length] = extra;
      LENGTH_SYMBOLS[length] =
          length == LONGEST ? 285 : 257 + 4 * extra + (length - SHORTEST >> extra);
    }
    for (int before = 0; before < FARTHEST; before++) {
      int extra = Math.max(0, 30 - Integer.numberOfLeadingZeros(before));
      DISTANCE_SYMBOLS[before < 256 ? before : 256 + (before >> 7)] = 2 * extra + (before >> extra);
    }
  }

  private final byte[] rows;
  private final int stride;
  private final int[] seen = new int[1 << HASH_BITS];
  private final int[] symbols = new int[286];
  private final int[] distances = new int[30];
  private int[] tokens = new int[16 * 1024];
  private int count;

  private Deflate(byte[] rows, int stride) {
    this.rows = rows;
    this.stride = stride;
  }

  /**
   * @param stride length of a row
   * @param last whether no block follows
   */
  static Block block(byte[] rows, int stride, boolean last) {
    var deflate = new Deflate(rows, stride);
    deflate.find();
    return new Block(deflate.written(last), deflate.adler(), rows.length);
  }

  /** Half of the rows have nothing in them. */
  private long adler() {
    var sum = new Adler();
    byte[] blank = new byte[stride];
    int inked = 0;
    for (int row = 0; row < rows.length; row += stride) {
      int end = Math.min(row + stride, rows.length);
      if (Arrays.equals(rows, row, end, blank, 0, end - row)) {
        sum.add(rows, inked, row - inked);
        sum.addZeros(end - row);
        inked = end;
      }
    }
    sum.add(rows, inked, rows.length - inked);
    return sum.value();
  }

  /** Divides the rows into bytes and matches. */
  private void find() {
    int at = 0;
    long here = 0;
    while (at < rows.length) {
      long next = length((int) here) < GOOD ? match(at + 1) : 0;
      if (here == 0 || next >> 32 > (here >> 32) + WORTH) {
        int literal = rows[at] & 0xFF;
        add(literal);
        symbols[literal]++;
        at++;
        here = next;
      } else {
        int match = (int) here;
        add(match);
        symbols[LENGTH_SYMBOLS[length(match)]]++;
        distances[distanceSymbol(distance(match))]++;
        at += length(match);
        here = match(at);
      }
    }
  }

  private void add(int token) {
    if (count == tokens.length) {
      tokens = Arrays.copyOf(tokens, 2 * count);
    }
    tokens[count++] = token;
  }

  /** The match that saves most: how many bits, its length and distance; 0 if there is none. */
  private long match(int at) {
    byte[] bytes = rows;
    if (at + 4 > bytes.length) {
      return 0;
    }
    byte first = bytes[at];
    byte second = bytes[at + 1];
    int four =
        first & 0xFF | (second & 0xFF) << 8 | (bytes[at + 2] & 0xFF) << 16 | bytes[at + 3] << 24;
    int hash = (four * 0x9E3779B1) >>> (32 - HASH_BITS);
    int equal = Math.max(seen[hash], at - FARTHEST);
    seen[hash] = at;
    int above = Math.max(0, at - stride);
    long best = 0;
    // most are none: that is seen here, without a call
    if (bytes[at - 1] == first && first == second) {
      best = better(best, at, at - 1);
      if (length((int) best) == LONGEST) {
        // nothing saves more, and half of a card is such
        return best;
      }
    }
    if (bytes[above] == first && bytes[above + 1] == second) {
      best = better(best, at, above);
    }
    if (equal != above && bytes[equal] == first && bytes[equal + 1] == second) {
      best = better(best, at, equal);
    }
    return best;
  }

  /** The best match so far, or one with the same two bytes that is longer and saves more. */
  private long better(long best, int at, int before) {
    byte[] bytes = rows;
    int known = length((int) best);
    if (at + known == bytes.length || bytes[at + known] != bytes[before + known]) {
      return best;
    }
    int most = Math.min(LONGEST, bytes.length - at);
    int differs = Arrays.mismatch(bytes, at, at + most, bytes, before, before + most);
    int length = differs < 0 ? most : differs;
    int distance = at - before;
    long saved = length * LITERAL_BITS - MATCH_BITS - distanceExtra(distanceSymbol(distance));
    return Math.max(best, saved << 32 | length << 16 | distance);
  }

  private static int length(int match) {
    return match >>> 16;
  }

  private static int distance(int match) {
    return match & 0xFFFF;
  }

  /** The symbol of a distance, by the smaller ones and by the larger ones' upper digits. */
  private static int distanceSymbol(int distance) {
    int before = distance - 1;
    return before < 256 ? DISTANCE_SYMBOLS[before] : DISTANCE_SYMBOLS[256 + (before >> 7)];
  }

  /** How many bits follow the symbol of a distance. */
  private static int distanceExtra(int symbol) {
    return symbol < 2 ? 0 : (symbol >> 1) - 1;
  }

  private BitWriter written(boolean last) {
    symbols[END] = 1;
    // a code needs two symbols
    distances[0]++;
    distances[1]++;
    HuffmanCode code = HuffmanCode.of(symbols, 15);
    HuffmanCode distanceCode = HuffmanCode.of(distances, 15);
    var out = new BitWriter(16 * 1024);
    out.write(last ? 5 : 4, 3);
    writeCodes(code, distanceCode, out);
    writeTokens(code, distanceCode, out);
    out.write(code.codes()[END], code.lengths()[END]);
    return out;
  }

  private void writeTokens(HuffmanCode code, HuffmanCode distanceCode, BitWriter out) {
    int[] codes = code.codes();
    int[] lengths = code.lengths();
    int[] distanceCodes = distanceCode.codes();
    int[] distanceLengths = distanceCode.lengths();
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if (token < END) {
        out.write(codes[token], lengths[token]);
        continue;
      }
      int length = length(token);
      int symbol = LENGTH_SYMBOLS[length];
      int extra = LENGTH_EXTRAS[length];
      int distance = distance(token);
      int far = distanceSymbol(distance);
      int farExtra = distanceExtra(far);
      // a length takes 20 bits at most, a distance 28
      long match = codes[symbol] | (long) (length - SHORTEST & (1 << extra) - 1) << lengths[symbol];
      int bits = lengths[symbol] + extra;
      out.write(match, bits);
      out.write(
          distanceCodes[far] | (long) (distance - 1 & (1 << farExtra) - 1) << distanceLengths[far],
          distanceLengths[far] + farExtra);
    }
  }

  /** The lengths of all codes, themselves in a code; only runs of zeros are shortened. */
  private static void writeCodes(HuffmanCode code, HuffmanCode distanceCode, BitWriter out) {
    int[] lengths = Arrays.copyOf(code.lengths(), 286 + 30);
    System.arraycopy(distanceCode.lengths(), 0, lengths, 286, 30);
    int[] items = new int[lengths.length];
    int[] counts = new int[19];
    int size = 0;
    for (int at = 0; at < lengths.length; ) {
      int end = at;
      while (end < lengths.length && lengths[end] == 0 && end - at < 138) {
        end++;
      }
      int zeros = end - at;
      int item = zeros < 3 ? lengths[at] : zeros < 11 ? 17 | zeros - 3 << 8 : 18 | zeros - 11 << 8;
      items[size++] = item;
      counts[item & 0xFF]++;
      at += zeros < 3 ? 1 : zeros;
    }
    HuffmanCode inner = HuffmanCode.of(counts, 7);
    out.write(286 - 257, 5);
    out.write(30 - 1, 5);
    out.write(ORDER.length - 4, 4);
    for (int symbol : ORDER) {
      out.write(inner.lengths()[symbol], 3);
    }
    for (int i = 0; i < size; i++) {
      int symbol = items[i] & 0xFF;
      out.write(inner.codes()[symbol], inner.lengths()[symbol]);
      if (symbol > 16) {
        out.write(items[i] >> 8, symbol == 17 ? 3 : 7);
      }
    }
  }
}
