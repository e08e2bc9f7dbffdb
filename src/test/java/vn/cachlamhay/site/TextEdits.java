package vn.cachlamhay.site;

import java.text.Normalizer;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Changes of the text of a file. */
final class TextEdits {

  private static final Pattern LETTER = Pattern.compile("(?<=số \\d{1,4}|Hết phần )[a-z]");
  private static final Pattern WORD = Pattern.compile("chi bộ|đảng viên|bản|lúa|kế hoạch");
  private static final Pattern CLOSING_TAG = Pattern.compile("</[a-z][a-z0-9]*>");

  /** What is replaced in the head of an article, and by what. */
  private static final List<List<String>> FIELDS =
      List.of(
          List.of("(?m)^title(.)", "title$1Mới, "),
          List.of("(?m)^title(.).*", "title$1Một đầu đề khác"),
          List.of("(?m)^date(.).*", "date$12019-06-15 07:30"),
          List.of("(?m)^date(.).*", "date$12020-01-01 00:30"),
          List.of("(?m)^status(.).*", "status$1draft"),
          List.of("(?m)^status(.).*", "status$1published"),
          List.of("(?m)^status(.).*", "status$1published-date"),
          List.of("(?m)^type(.).*", "type$1page"),
          List.of("(?m)^type(.).*", "type$1post"),
          List.of("(?m)^tags(.).*", "tags$1thẻ mới, chung"),
          List.of("(?m)^author(.).*", "author$1Người khác"),
          List.of("(?m)^summary(.).*", "summary$1Tóm tắt khác"),
          List.of("(?m)^locality(.).*", "locality$1Cao Bằng"),
          List.of("(?m)^topic(.).*", "topic$1Nông thôn mới"),
          List.of("(?m)^featured(.).*", "featured$1false"));

  /** An editor's slips. */
  private static final List<UnaryOperator<String>> FAULTS =
      List.of(
          text -> text.replaceFirst("(?m)^date(.).*", "date$1hôm qua"),
          text -> text.replaceFirst("(?m)^status(.).*", "status$1xong"),
          text -> text.replaceFirst("(?m)^locality(.).*", "locality$1Xứ Lạ"),
          text -> text.replaceFirst("(?m)^title.*", "titel"),
          text -> text.replaceFirst("(?m)^(---|~~~~~~)$", "-"),
          text -> text + "\n[Bài](khong-co.md)\n",
          text -> text + "\n![Ảnh](khong-co.png)\n",
          text -> "");

  private TextEdits() {}

  /** Makes a text of a text. */
  interface TextEdit {
    String apply(EditedSite site, String text, Dice dice);
  }

  static String withOtherField(EditedSite site, String text, Dice dice) {
    List<String> field = dice.pick(FIELDS);
    return text.replaceFirst(field.get(0), field.get(1));
  }

  /** A letter of the title or of the last words replaced, so that the size stays. */
  static String withOtherLetter(EditedSite site, String text, Dice dice) {
    List<MatchResult> letters = LETTER.matcher(text).results().toList();
    return dice.pickAny(letters)
        .map(
            letter ->
                text.substring(0, letter.start())
                    + ArticleWriter.letter(dice)
                    + text.substring(letter.end()))
        .orElse(text);
  }

  static String withWords(EditedSite site, String text, Dice dice) {
    return text + "\nThêm câu " + dice.below(1_000) + " ở cuối bài.\n";
  }

  /** A word of the text replaced, its head left as it is. */
  static String withOtherWord(EditedSite site, String text, Dice dice) {
    int body = Math.max(0, text.indexOf("\n## "));
    List<MatchResult> words = WORD.matcher(text).region(body, text.length()).results().toList();
    return dice.pickAny(words)
        .map(word -> text.substring(0, word.start()) + "chữ khác" + text.substring(word.end()))
        .orElse(text);
  }

  static String withLink(EditedSite site, String text, Dice dice) {
    return site.any(Place.ARTICLES, dice)
        .map(article -> text + "\nXem [bài này](<" + site.address(article) + ">).\n")
        .orElse(text);
  }

  static String withPicture(EditedSite site, String text, Dice dice) {
    return site.any(Place.PICTURES, dice)
        .map(picture -> text + "\n![Ảnh](" + site.address(picture) + ")\n")
        .orElse(text);
  }

  static String withFault(EditedSite site, String text, Dice dice) {
    return dice.pick(FAULTS).apply(text);
  }

  static String withComment(EditedSite site, String text, Dice dice) {
    return inserted(text, "<!-- sửa " + site.nextNumber() + " -->", dice);
  }

  static String withExpression(EditedSite site, String text, Dice dice) {
    return inserted(text, dice.pick(site.kind().expressions()), dice);
  }

  /** Puts something into a template, where it stands between elements; else at its end. */
  static String inserted(String text, String what, Dice dice) {
    List<MatchResult> tags = CLOSING_TAG.matcher(text).results().toList();
    int at = dice.pickAny(tags).map(MatchResult::start).orElse(text.length());
    return text.substring(0, at) + what + text.substring(at);
  }

  /** Replaces the line of a key, or adds one. */
  static String withSetting(String text, String key, String value) {
    return text.replaceAll("(?m)^" + Pattern.quote(key) + "=.*\n?", "") + key + "=" + value + "\n";
  }

  /** The same letters in the form in which macOS writes them. */
  static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
