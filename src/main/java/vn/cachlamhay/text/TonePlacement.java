package vn.cachlamhay.text;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where the tone mark stands in open syllables ending in oa, oe, uy: the old way puts it on the
 * first letter (hòa, khỏe, ủy), the new way on the second (hoà, khoẻ, uỷ). Both are in use (Bộ Giáo
 * dục, Quyết định 240/QĐ, 5 March 1984, prefers the new way; most newspapers keep the old).
 * Stateless.
 */
public final class TonePlacement {

  /** Tone by tone: the two letters the new way, then the old way. */
  private static final String[][] PAIRS = {
    {"oà", "òa"}, {"oá", "óa"}, {"oả", "ỏa"}, {"oã", "õa"}, {"oạ", "ọa"},
    {"oè", "òe"}, {"oé", "óe"}, {"oẻ", "ỏe"}, {"oẽ", "õe"}, {"oẹ", "ọe"},
    {"uỳ", "ùy"}, {"uý", "úy"}, {"uỷ", "ủy"}, {"uỹ", "ũy"}, {"uỵ", "ụy"},
  };

  /**
   * At the end of a syllable only (hoàn stays), and not after q, where u belongs to the consonant.
   */
  private static final Pattern NEW = Pattern.compile("(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?!\\p{L})");

  private TonePlacement() {}

  /** Lower-case NFC text with every tone mark in the old place. */
  public static String old(String text) {
    return NEW.matcher(text).replaceAll(TonePlacement::oldPair);
  }

  /** For the script of the search page: the letters the new way, each with those the old way. */
  public static Map<String, String> pairs() {
    return Stream.of(PAIRS)
        .collect(Collectors.toMap(p -> p[0], p -> p[1], (a, b) -> a, TreeMap::new));
  }

  private static String oldPair(MatchResult match) {
    for (String[] pair : PAIRS) {
      if (pair[0].equals(match.group())) {
        return pair[1];
      }
    }
    throw new IllegalStateException(match.group());
  }
}
