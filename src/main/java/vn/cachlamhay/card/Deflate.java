package vn.cachlamhay.card;

import java.util.Arrays;
import java.util.zip.Adler32;

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
    var sum = new Adler32();
    sum.update(rows);
    return new Block(deflate.written(last), sum.getValue(), rows.length);
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
        symbols[symbol(length(match))]++;
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
    if (at + 4 > rows.length) {
      return 0;
    }
    int four =
        rows[at] & 0xFF
            | (rows[at + 1] & 0xFF) << 8
            | (rows[at + 2] & 0xFF) << 16
            | rows[at + 3] << 24;
    int hash = (four * 0x9E3779B1) >>> (32 - HASH_BITS);
    int equal = Math.max(seen[hash], at - FARTHEST);
    seen[hash] = at;
    long best = better(0, at, at - 1);
    best = better(best, at, Math.max(0, at - stride));
    return better(best, at, equal);
  }

  /** The best match so far, or one that is longer and saves more. */
  private long better(long best, int at, int before) {
    byte[] bytes = rows;
    int known = length((int) best);
    if (bytes[at] != bytes[before]
        || bytes[at + 1] != bytes[before + 1]
        || at + known == bytes.length
        || bytes[at + known] != bytes[before + known]) {
      return best;
    }
    int most = Math.min(LONGEST, bytes.length - at);
    int differs = Arrays.mismatch(bytes, at, at + most, bytes, before, before + most);
    int length = differs < 0 ? most : differs;
    int distance = at - before;
    long saved = length * LITERAL_BITS - MATCH_BITS - distanceExtra(distance);
    return Math.max(best, saved << 32 | length << 16 | distance);
  }

  private static int length(int match) {
    return match >>> 16;
  }

  private static int distance(int match) {
    return match & 0xFFFF;
  }

  private static int symbol(int length) {
    int extra = extra(length);
    return length == LONGEST ? 285 : 257 + 4 * extra + (length - SHORTEST >> extra);
  }

  /** How many bits follow the symbol of a length. */
  private static int extra(int length) {
    return length == LONGEST
        ? 0
        : Math.max(0, 29 - Integer.numberOfLeadingZeros(length - SHORTEST));
  }

  private static int distanceSymbol(int distance) {
    int extra = distanceExtra(distance);
    return 2 * extra + (distance - 1 >> extra);
  }

  private static int distanceExtra(int distance) {
    return Math.max(0, 30 - Integer.numberOfLeadingZeros(distance - 1));
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
    int[] codes = code.codes();
    int[] lengths = code.lengths();
    for (int i = 0; i < count; i++) {
      int token = tokens[i];
      if (token < END) {
        out.write(codes[token], lengths[token]);
      } else {
        int length = length(token);
        int symbol = symbol(length);
        writeWithRest(code, symbol, length - SHORTEST, extra(length), out);
        int distance = distance(token);
        int distanceSymbol = distanceSymbol(distance);
        writeWithRest(distanceCode, distanceSymbol, distance - 1, distanceExtra(distance), out);
      }
    }
    out.write(code.codes()[END], code.lengths()[END]);
    return out;
  }

  private static void writeWithRest(
      HuffmanCode code, int symbol, int value, int bits, BitWriter out) {
    int length = code.lengths()[symbol];
    int rest = value & (1 << bits) - 1;
    out.write(code.codes()[symbol] | rest << length, length + bits);
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
