package vn.cachlamhay.importer;

import java.nio.ByteBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * What is left of a text by which it is known again, also when some words are others: the least
 * hashes of its runs of three words, whatever their tones and capitals (A. Z. Broder, "On the
 * resemblance and containment of documents", 1997). Immutable and thread-safe.
 */
final class Fingerprint {

  private static final int HASHES = 64;
  private static final int ROWS = 4;
  private static final int RUN = 3;

  /** Below that many words two texts resemble each other by chance. */
  private static final int FEWEST = 20;

  private static final Pattern WORD = Pattern.compile("[a-z0-9]+");

  private final long[] least;

  private Fingerprint(long[] least) {
    this.least = least;
  }

  /** The fingerprint of a text; empty where it is too short to have one. */
  static Optional<Fingerprint> of(String text) {
    long[] least = new long[HASHES];
    Arrays.fill(least, Long.MAX_VALUE);
    Matcher word = WORD.matcher(VietnameseText.fold(text));
    long[] last = new long[RUN];
    int words = 0;
    while (word.find()) {
      last[words % RUN] = hash(word.group());
      words++;
      if (words >= RUN) {
        long run = 0;
        for (int i = 0; i < RUN; i++) {
          run = run * 31 + last[(words + i) % RUN];
        }
        for (int i = 0; i < HASHES; i++) {
          least[i] = Math.min(least[i], mixed(run ^ mixed(i + 1L)));
        }
      }
    }
    return words < FEWEST ? Optional.empty() : Optional.of(new Fingerprint(least));
  }

  /** Reads what {@link #toString} gave; empty where it is something else. */
  static Optional<Fingerprint> parse(String text) {
    try {
      LongBuffer longs = ByteBuffer.wrap(Base64.getDecoder().decode(text)).asLongBuffer();
      if (longs.remaining() != HASHES) {
        return Optional.empty();
      }
      long[] least = new long[HASHES];
      longs.get(least);
      return Optional.of(new Fingerprint(least));
    } catch (IllegalArgumentException e) {
      // somebody wrote into the file: as good as none
      return Optional.empty();
    }
  }

  /** The share of runs that two texts have in common, from 0 to 1, give or take 0.1. */
  double likeness(Fingerprint other) {
    int same = 0;
    for (int i = 0; i < HASHES; i++) {
      same += least[i] == other.least[i] ? 1 : 0;
    }
    return same / (double) HASHES;
  }

  /** Keys of which two texts that are alike nearly always share one. */
  long[] keys() {
    long[] keys = new long[HASHES / ROWS];
    for (int band = 0; band < keys.length; band++) {
      long key = band;
      for (int row = 0; row < ROWS; row++) {
        key = mixed(key ^ least[band * ROWS + row]);
      }
      keys[band] = key;
    }
    return keys;
  }

  @Override
  public String toString() {
    var bytes = ByteBuffer.allocate(HASHES * Long.BYTES);
    bytes.asLongBuffer().put(least);
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static long hash(String word) {
    long hash = 1125899906842597L;
    for (int i = 0; i < word.length(); i++) {
      hash = 31 * hash + word.charAt(i);
    }
    return mixed(hash);
  }

  /** The finaliser of SplitMix64 (Steele, Lea, Flood 2014): every bit depends on every bit. */
  private static long mixed(long value) {
    long z = value + 0x9e3779b97f4a7c15L;
    z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
    z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
    return z ^ (z >>> 31);
  }
}
