package vn.cachlamhay.text;

import java.text.Collator;
import java.util.Comparator;

/** Alphabetical order of Vietnamese: a ă â b c d đ e ê …, tones after letters. Thread-safe. */
public final class VietnameseOrder implements Comparator<String> {

  private final Collator collator;

  public VietnameseOrder() {
    this.collator = Collator.getInstance(VietnameseText.LOCALE);
    this.collator.setStrength(Collator.TERTIARY);
  }

  @Override
  public int compare(String left, String right) {
    int order = collator.compare(left, right);
    return order != 0 ? order : left.compareTo(right);
  }
}
