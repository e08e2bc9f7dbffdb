package vn.cachlamhay.recognition;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words of menus, forms and lists, and lines that are made of nothing else. Stateless. */
final class FurnitureWords {

  private static final List<List<String>> TABLE = WordTable.rows("furniture.txt");
  private static final Set<String> ANY = WordTable.keys(TABLE, "any");
  private static final Set<String> EDGE = WordTable.keys(TABLE, "edge");
  private static final Set<String> BEGINNINGS = WordTable.keys(TABLE, "begins");
  private static final Set<String> LISTS = WordTable.keys(TABLE, "list");
  private static final Set<String> FORMS = WordTable.keys(TABLE, "form");
  private static final Set<String> FILES = WordTable.keys(TABLE, "files");
  private static final Set<String> SECTIONS = WordTable.keys(TABLE, "section");
  private static final Set<String> LETTER = WordTable.keys(TABLE, "letter");

  private static final Set<String> ANY_TIGHT = tight(ANY.stream());
  private static final Set<String> ALL_TIGHT =
      tight(Stream.of(ANY, EDGE, LISTS, FORMS, FILES).flatMap(Set::stream));

  private static final int LONGEST = 120;

  private static final Pattern NUMBERS = Pattern.compile("[\\d.,:/%+|()\\s\\[\\]«»<>-]*");
  private static final Pattern FILE =
      Pattern.compile(
          "(?i).{1,150}\\.(?:pdf|docx?|xlsx?|pptx?|zip|rar|odt|ods|txt)(?:\\s?\\([^()]{0,30}\\))?");
  private static final Pattern ARROWS = Pattern.compile("^(?:>{2,}|»|►|▶|☞|=>)\\s?\\S.*");
  private static final Pattern MORE =
      Pattern.compile(
          "(?iu)^[>»*\\s]{0,5}(?:xem thêm|đọc thêm|đọc tiếp|xem tiếp|xem chi tiết)\\s?[:：>»].*");
  private static final Pattern TEXT_SIZE =
      Pattern.compile("(?iu)^[aA]\\s?[-+]?(?:\\s{0,2}[aA]\\s?[-+]?){1,4}$");
  private static final Pattern SEPARATED = Pattern.compile("\\s?[|>»/›→]+\\s?");
  private static final Pattern LETTER_NUMBER =
      Pattern.compile(
          "(?iu)^(?:số|số hiệu)\\s?:?\\s?[\\d….]{0,6}\\s?[-/]\\s?[\\p{L}\\d/.-]{1,30}$");
  private static final Pattern LINES = Pattern.compile("[\\s*_=~.\\-–—•#o]{1,80}");

  private FurnitureWords() {}

  /** Whether a line is furniture wherever it stands. */
  static boolean isAnywhere(String text) {
    return text.length() <= LONGEST
        && (isMadeOf(text, ANY_TIGHT) || TEXT_SIZE.matcher(text).matches() || isPointer(text));
  }

  /** Whether a line is furniture above or below a text. */
  static boolean isAtEdge(String text) {
    if (isAnywhere(text)) {
      return true;
    }
    if (text.length() > LONGEST) {
      return false;
    }
    String key = Letters.key(text);
    return key.isEmpty()
        || NUMBERS.matcher(text).matches()
        || BEGINNINGS.stream().anyMatch(words -> isBegun(key, words, text))
        || isMadeOf(text, ALL_TIGHT)
        || LETTER.contains(key)
        || LETTER_NUMBER.matcher(text).matches();
  }

  /** Whether other texts are listed below a line. */
  static boolean opensList(String text) {
    return text.length() <= LONGEST && LISTS.contains(Letters.key(text));
  }

  /** Whether a form stands below a line. */
  static boolean opensForm(String text) {
    return text.length() <= LONGEST && FORMS.contains(withoutCount(Letters.key(text)));
  }

  /** Whether attached files are named below a line, or by it. */
  static boolean opensFiles(String text) {
    String key = text.length() <= LONGEST ? Letters.key(text) : "";
    return FILES.stream().anyMatch(words -> key.equals(words) || isBegun(key, words, text));
  }

  /** Whether a line is the name of a file. */
  static boolean isFile(String text) {
    return text.length() <= LONGEST && FILE.matcher(text).matches();
  }

  /** Whether a line points to another text. */
  static boolean isPointer(String text) {
    boolean points = ARROWS.matcher(text).matches() || MORE.matcher(text).matches();
    return points && text.length() <= 2 * LONGEST;
  }

  /** Whether a line tells where in the portal a text stands: parts between bars or arrows. */
  static boolean isPath(String text) {
    String[] parts = SEPARATED.split(text, -1);
    if (text.length() > LONGEST || parts.length < 2 || DateForms.in(text).size() > 0) {
      return false;
    }
    boolean small = Stream.of(parts).allMatch(part -> Letters.words(part, 9) < 9);
    return small
        && (isSection(parts[0])
            || text.contains(" | ")
            || text.contains("»")
            || text.contains(" > "));
  }

  /** Whether a line begins as names of sections, papers and boards do. */
  static boolean isSection(String text) {
    String key = Letters.key(text);
    return SECTIONS.stream().anyMatch(words -> key.equals(words) || key.startsWith(words + " "))
        || EDGE.contains(key);
  }

  /** Whether a line only parts others. */
  static boolean isRule(String text) {
    return LINES.matcher(text).matches() && !text.equals("o");
  }

  /** "Lượt xem: 120", "Email:", never a sentence that begins so. */
  private static boolean isBegun(String key, String words, String text) {
    if (!key.startsWith(words)
        || key.length() > words.length() && key.charAt(words.length()) != ' ') {
      return false;
    }
    int mark = text.indexOf(':');
    boolean told = mark >= 0 && Letters.key(text.substring(0, mark)).equals(words);
    boolean counted = withoutCount(key).equals(words);
    boolean footer =
        words.length() > 12
            || words.equals("copyright")
            || words.equals("bản quyền")
            || words.startsWith("cỡ chữ");
    return told || counted || footer && !text.endsWith(".");
  }

  private static String withoutCount(String key) {
    int end = key.length();
    while (end > 0 && (Character.isDigit(key.charAt(end - 1)) || key.charAt(end - 1) == ' ')) {
      end--;
    }
    return key.substring(0, end);
  }

  /** Lines of menus come without anything between their words: "In tin bàiLưu tin bài". */
  private static boolean isMadeOf(String text, Set<String> words) {
    String tight = Letters.key(text).replace(" ", "");
    if (tight.isEmpty() || tight.length() > LONGEST) {
      return false;
    }
    var reached = new boolean[tight.length() + 1];
    reached[0] = true;
    for (int start = 0; start < tight.length(); start++) {
      for (int end = start + 1; reached[start] && end <= tight.length(); end++) {
        reached[end] |= words.contains(tight.substring(start, end));
      }
    }
    return reached[tight.length()];
  }

  private static Set<String> tight(Stream<String> words) {
    return words.map(word -> word.replace(" ", "")).collect(Collectors.toCollection(HashSet::new));
  }
}
