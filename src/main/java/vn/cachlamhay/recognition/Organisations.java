package vn.cachlamhay.recognition;

import java.util.Set;

/** Words with which names of boards, papers and sections begin. Stateless. */
final class Organisations {

  private static final Set<String> BEGINNINGS =
      WordTable.keys(WordTable.rows("names.txt"), "board");

  private static final int LONGEST = 100;

  private Organisations() {}

  /** Whether a text is the name of a board, by its first words. */
  static boolean begins(String text) {
    if (text.length() > LONGEST) {
      return false;
    }
    String key = Letters.key(text);
    return BEGINNINGS.stream().anyMatch(word -> key.equals(word) || key.startsWith(word + " "));
  }
}
