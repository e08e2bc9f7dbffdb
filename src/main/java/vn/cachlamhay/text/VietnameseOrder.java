package vn.cachlamhay.text;

import java.text.Collator;
import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * Alphabetical order of Vietnamese, syllable by syllable as dictionaries have it: a ă â b c d đ e ê
 * …, tones after letters, "Bà Rịa" before "Bạc Liêu" and "Hà Nội" before "Hải Phòng". Thread-safe.
 */
public final class VietnameseOrder implements Comparator<String> {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Collator collator;

  public VietnameseOrder() {
    this.collator = Collator.getInstance(VietnameseText.LOCALE);
    this.collator.setStrength(Collator.TERTIARY);
  }

  @Override
  public int compare(String left, String right) {
    String[] ours = SPACE.split(left);
    String[] theirs = SPACE.split(right);
    for (int i = 0; i < Math.min(ours.length, theirs.length); i++) {
      int order = collator.compare(ours[i], theirs[i]);
      if (order != 0) {
        return order;
      }
    }
    int order = Integer.compare(ours.length, theirs.length);
    return order != 0 ? order : left.compareTo(right);
  }
}
