package vn.cachlamhay.recognition;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import vn.cachlamhay.recognition.Finding.Certainty;
import vn.cachlamhay.recognition.Finding.Where;
import vn.cachlamhay.richtext.Passage;

/**
 * Finds the words below pictures. A text that was copied without its pictures has them still: lines
 * between the paragraphs that tell who does what. Stateless.
 */
final class CaptionFinder {

  private static final int LONGEST = 260;
  private static final int SHORTEST_WORDS = 5;
  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  private static final List<List<String>> TABLE = WordTable.rows("captions.txt");
  private static final Set<String> ACTORS = WordTable.keys(TABLE, "who");
  private static final Set<String> SCENES = WordTable.keys(TABLE, "scene");
  private static final Set<String> ACTIONS = WordTable.keys(TABLE, "does");
  private static final Set<String> TOLD = WordTable.keys(TABLE, "told");

  private static final Pattern CREDIT =
      Pattern.compile(
          "(?:^|[\\s.(–-])(?:ảnh|ảnh minh họa|ảnh minh hoạ|ảnh tư liệu|photo)\\s?[:：]\\s?\\S.{0,60}$|\\(?ảnh (?:minh họa|minh hoạ|tư liệu|internet)\\)?\\.?$",
          FLAGS);
  private static final Pattern NUMBERED =
      Pattern.compile("^(?:ảnh|hình)\\s?\\d{1,3}\\s?[.:)–-]\\s?\\S.*", FLAGS);
  private static final Pattern POINTS =
      Pattern.compile(
          "\\((?:thứ|người|đứng|ngồi|ở|bìa|áo|bên|hàng|ngoài cùng)?\\s?(?:\\p{L}+\\s){0,5}(?:trái|phải|giữa|trước|sau|đầu)(?:\\s\\p{L}+){0,4}\\)",
          FLAGS);
  private static final Pattern LISTED =
      Pattern.compile("^(?:[IVX]{1,4}|\\d{1,2}|[a-hA-H])[.)/-].*|^[-+*•–].*");

  private CaptionFinder() {}

  static void find(Work work, int end) {
    for (int i = 0; i + 1 < work.size(); i++) {
      if (work.row(i).isPicture() && work.row(i).text().isEmpty()) {
        below(work, i);
      }
    }
    boolean pictures = work.hasPictures();
    for (int i = work.title() + 1; i < Math.min(end, work.size()); i++) {
      if (work.isOpen(i) && isAlone(work, i, pictures)) {
        work.found(
            Field.CAPTION, work.row(i).text(), Certainty.LIKELY, Where.CAPTION, work.row(i).text());
        work.take(i);
      }
    }
  }

  private static void below(Work work, int picture) {
    int row = picture + 1;
    Row line = work.row(row);
    String text = line.text();
    boolean paragraph = line.kind() == Passage.Kind.PARAGRAPH && work.isWhole(row);
    if (!work.isOpen(row)
        || !paragraph
        || text.length() > LONGEST
        || LISTED.matcher(text).matches()) {
      return;
    }
    boolean sure = isTold(text) || line.passage().italic() && !line.passage().bold();
    boolean open = !Letters.endsSentence(text) && !line.passage().bold();
    if (sure || open || isScene(text)) {
      work.found(
          Field.CAPTION, text, sure ? Certainty.SURE : Certainty.LIKELY, Where.CAPTION, text);
      work.caption(row, picture);
    }
  }

  private static boolean isTold(String text) {
    return CREDIT.matcher(text).find()
        || NUMBERED.matcher(text).matches()
        || POINTS.matcher(text).find();
  }

  /** In a text without pictures. */
  private static boolean isAlone(Work work, int row, boolean pictures) {
    Row line = work.row(row);
    String text = line.text();
    boolean paragraph =
        line.kind() == Passage.Kind.PARAGRAPH
            && text.length() <= LONGEST
            && !line.passage().bold()
            && !LISTED.matcher(text).matches()
            && !text.endsWith(":")
            && !text.endsWith("?");
    if (!paragraph || Letters.capitals(text)) {
      return false;
    }
    if (isTold(text) && !manySentences(text)) {
      return true;
    }
    int first = work.firstProse();
    boolean within = row > first && row < work.lastProse();
    boolean short_ = Letters.words(text, SHORTEST_WORDS) >= SHORTEST_WORDS && !line.isProse();
    if (pictures || !within || !short_) {
      return false;
    }
    return Letters.endsSentence(text)
        ? isScene(text) && afterFirst(work, row, first)
        : isScene(text) || actorActs(text);
  }

  private static boolean manySentences(String text) {
    return Letters.sentences(text).stream().filter(s -> Letters.words(s, 8) > 7).count() > 1;
  }

  private static boolean afterFirst(Work work, int row, int first) {
    for (int i = first + 1; i < row; i++) {
      if (!work.isTaken(i)) {
        return false;
      }
    }
    return true;
  }

  /** A scene without anybody who tells of it: "Lễ trao huy hiệu …". */
  private static boolean isScene(String text) {
    String key = " " + Letters.key(text) + " ";
    return beginsWith(key, SCENES)
        && TOLD.stream().noneMatch(word -> key.contains(" " + word + " "));
  }

  private static boolean actorActs(String text) {
    String key = " " + Letters.key(text) + " ";
    return beginsWith(key, ACTORS)
        && ACTIONS.stream().anyMatch(word -> key.contains(" " + word + " "))
        && TOLD.stream().noneMatch(word -> key.contains(" " + word + " "));
  }

  private static boolean beginsWith(String key, Set<String> words) {
    return words.stream().anyMatch(word -> key.startsWith(" " + word + " "));
  }
}
