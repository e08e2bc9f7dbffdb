package vn.cachlamhay.text;

import java.text.CollationKey;
import java.text.Collator;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Alphabetical order of Vietnamese, syllable by syllable as dictionaries have it: a ă â b c d đ e ê
 * …, tones after letters, "Bà Rịa" before "Bạc Liêu" and "Hà Nội" before "Hải Phòng". Thread-safe.
 */
public final class VietnameseOrder implements Comparator<String> {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Collator collator;
  private final Map<String, List<CollationKey>> keys = new ConcurrentHashMap<>();

  public VietnameseOrder() {
    this.collator = Collator.getInstance(VietnameseText.LOCALE);
    this.collator.setStrength(Collator.TERTIARY);
  }

  @Override
  public int compare(String left, String right) {
    List<CollationKey> ours = keys(left);
    List<CollationKey> theirs = keys(right);
    for (int i = 0; i < Math.min(ours.size(), theirs.size()); i++) {
      int order = ours.get(i).compareTo(theirs.get(i));
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(ours.size(), theirs.size());
    return order != 0 ? order : left.compareTo(right);
  }

  /** Java takes long to compare two texts by rules, so each is turned into keys once. */
  private List<CollationKey> keys(String text) {
    return keys.computeIfAbsent(
        text, t -> Arrays.stream(SPACE.split(t)).map(collator::getCollationKey).toList());
  }
}
