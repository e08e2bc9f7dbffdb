package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Tells names of people and pen names from what else is written in capitals. Stateless. */
final class PersonName {

  private static final int LONGEST = 40;
  private static final int MOST_WORDS = 5;

  private static final List<List<String>> TABLE = WordTable.rows("names.txt");
  private static final Set<String> NEVER = WordTable.keys(TABLE, "never");
  private static final Set<String> BEGINNINGS = WordTable.keys(TABLE, "begins");
  private static final Set<String> TEAMS = WordTable.keys(TABLE, "team");

  private static final Pattern DEGREE =
      Pattern.compile(
          "^(?:(?:pgs|gs|ths|th\\.s|ts|cn|bs|ks|ncs|ngưt|nsưt|luật sư|nhà báo|nhà văn|đ/c|đồng chí|cử nhân|thạc sĩ|tiến sĩ|"
              + "(?:thiếu|trung|thượng|đại)\\s(?:úy|uý|tá|tướng))\\.?,?\\s?)+(?=\\p{Lu})",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
  private static final Pattern WORD = Pattern.compile("(?:\\p{Lu}['’])?\\p{Lu}\\p{L}{0,9}");
  private static final Pattern INITIALS =
      Pattern.compile("\\p{Lu}\\p{Ll}?(?:\\.\\s?\\p{Lu}\\p{Ll}{0,5}){1,2}\\.?");

  private PersonName() {}

  /**
   * The name as it is written in front matter.
   *
   * @param labelled whether the line says that it is the author's: then one word will do
   * @return empty where it is none
   */
  static Optional<String> read(String written, boolean labelled) {
    String text = written.strip();
    if (text.length() > LONGEST || text.isEmpty()) {
      return Optional.empty();
    }
    if (TEAMS.contains(Letters.key(text))) {
      return Optional.of(text);
    }
    String name = DEGREE.matcher(text).replaceFirst("").strip();
    if (INITIALS.matcher(name).matches()) {
      return Optional.of(name);
    }
    List<String> words = List.of(name.split("\\s+"));
    int fewest = labelled ? 1 : 2;
    boolean shape =
        words.size() >= fewest
            && words.size() <= MOST_WORDS
            && words.stream().allMatch(word -> WORD.matcher(word).matches());
    if (!shape || !isOneLook(words) || isSomethingElse(words)) {
      return Optional.empty();
    }
    return Optional.of(
        Letters.capitals(name)
            ? words.stream().map(Letters::capitalized).collect(Collectors.joining(" "))
            : String.join(" ", words));
  }

  /** All in capitals or each with one at its head; single letters are both. */
  private static boolean isOneLook(List<String> words) {
    List<String> longer = words.stream().filter(word -> word.length() > 1).toList();
    boolean capitals = longer.stream().allMatch(Letters::capitals);
    boolean heads =
        longer.stream()
            .noneMatch(
                word ->
                    word.substring(word.length() > 2 && "'’".indexOf(word.charAt(1)) >= 0 ? 3 : 1)
                        .chars()
                        .anyMatch(Character::isUpperCase));
    return !longer.isEmpty()
        && (capitals && (longer.size() > 1 || longer.get(0).length() > 2) || heads);
  }

  private static boolean isSomethingElse(List<String> words) {
    var keys = new ArrayList<String>();
    words.forEach(word -> keys.add(Letters.key(word)));
    if (BEGINNINGS.contains(keys.get(0))) {
      return true;
    }
    for (int i = 0; i < keys.size(); i++) {
      boolean pair = i + 1 < keys.size() && NEVER.contains(keys.get(i) + " " + keys.get(i + 1));
      if (pair || NEVER.contains(keys.get(i))) {
        return true;
      }
    }
    return false;
  }
}
