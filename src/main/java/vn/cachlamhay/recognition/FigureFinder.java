package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.text.VietnameseText;

/** Finds numbers of results in sentences, with what was counted. Stateless. */
final class FigureFinder {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 4_000;
  private static final int MOST = 40;

  private static final List<List<String>> TABLE = WordTable.rows("figures.txt");
  private static final List<String> UNITS = sorted("unit");
  private static final List<String> VERBS = sorted("verb");
  private static final Set<String> STOP = WordTable.keys(TABLE, "stop");

  private static final Set<String> MEASURES =
      Set.of("%", "ha", "km", "m", "m2", "mét", "mét vuông", "tấn", "tạ", "kg", "héc-ta", "hecta");

  private static final String NUMBER =
      "\\d{1,3}(?:[.,]\\d{1,3}){0,4}(?:/\\d{1,4})?|\\d{1,9}(?:,\\d{1,3})?";
  private static final Pattern VALUE =
      Pattern.compile(
          "(?<![\\p{L}\\d/.,-])(?:(?<about>gần|trên|hơn|khoảng|ít nhất|tối thiểu|xấp xỉ|dưới|ngót)\\s)?(?<number>"
              + NUMBER
              + ")(?![\\d/-]|[.,]\\d)\\s?(?<unit>%|(?:(?:nghìn|triệu|tỷ|ngàn|tỉ)\\s)?(?:"
              + UNITS.stream().map(Pattern::quote).collect(Collectors.joining("|"))
              + ")(?:/người)?(?:/(?:năm|tháng))?)(?!\\p{L})",
          FLAGS);
  private static final Pattern NOT_BEFORE =
      Pattern.compile(
          "(?:(?<!tổng )(?<!tổng số )số|thứ|lần thứ|khóa|khoá|quý|điều|khoản|nghị quyết|chỉ thị|kết luận|ngày|tháng|từ|mỗi|qua|sau|trong|cứ)\\s$|\\d\\s?(?:đến|-|–)\\s?$",
          FLAGS);
  private static final Pattern SHARE =
      Pattern.compile(
          "^[\\s,(]{0,3}(?:(?:đạt|chiếm|bằng|tương đương|tỷ lệ|đạt tỷ lệ|chiếm tỷ lệ)\\s)(?<about>gần\\s|trên\\s|hơn\\s)?(?<share>\\d{1,3}(?:[.,]\\d{1,2})?)\\s?%",
          FLAGS);
  private static final Pattern OVER =
      Pattern.compile(
          "^[\\s,(]{0,3}vượt\\s(?<share>\\d{1,4}(?:[.,]\\d{1,2})?\\s?%?)(?![\\d/])", FLAGS);
  private static final int BEFORE = 45;

  private FigureFinder() {}

  static List<Figure> find(Work work) {
    var figures = new ArrayList<Figure>();
    for (int i = 0; i < work.size() && figures.size() < MOST; i++) {
      Row row = work.row(i);
      if (!work.isTaken(i) && !row.isPicture() && row.text().length() <= LONGEST * 5) {
        for (String sentence : Letters.sentences(row.text())) {
          if (sentence.length() <= LONGEST) {
            in(sentence, figures);
          }
        }
      }
    }
    return figures.size() > MOST ? figures.subList(0, MOST) : figures;
  }

  private static void in(String sentence, List<Figure> figures) {
    Matcher matcher = VALUE.matcher(sentence);
    int covered = 0;
    while (matcher.find()) {
      boolean share = matcher.start() < covered;
      String before = sentence.substring(Math.max(0, matcher.start() - BEFORE), matcher.start());
      if (!share && !NOT_BEFORE.matcher(before).find()) {
        int end = phraseEnd(sentence, matcher.end());
        Optional<Matcher> told = share(sentence, matcher.end(), end);
        covered = told.map(m -> end + m.end()).orElse(covered);
        Figure figure =
            figure(sentence, matcher, before, end, told.map(FigureFinder::written).orElse(""));
        if (Letters.words(figure.indicator(), 2) > 1 || !figure.unit().equals("%")) {
          figures.add(figure);
        }
        covered = told.isPresent() ? shareEnd(sentence, matcher.end(), end, told.get()) : covered;
      }
    }
  }

  private static Figure figure(
      String sentence, Matcher matcher, String before, int end, String share) {
    String about =
        matcher.group("about") == null
            ? ""
            : matcher.group("about").toLowerCase(VietnameseText.LOCALE) + " ";
    String unit = matcher.group("unit").toLowerCase(VietnameseText.LOCALE);
    String rest = sentence.substring(matcher.end(), end).strip();
    String noun = unit.equals("%") ? "" : unit;
    String verb = verb(before);
    String counted = (noun + " " + rest).strip();
    boolean money = unit.contains("đồng") || MEASURES.contains(unit);
    String indicator =
        money ? subject(before, rest) : verb.isEmpty() ? counted : done(verb, noun, counted);
    return new Figure(indicator.strip(), about + matcher.group("number"), unit, share, sentence);
  }

  private static String done(String verb, String noun, String counted) {
    boolean members = noun.equals("đảng viên") && List.of("kết nạp", "phát triển").contains(verb);
    return members ? "đảng viên mới kết nạp" : verb + " " + counted;
  }

  /** What the number says something of: the words behind it, or those before. */
  private static String subject(String before, String rest) {
    if (!rest.isEmpty()) {
      return rest;
    }
    int cut =
        Math.max(
            before.lastIndexOf(','), Math.max(before.lastIndexOf(';'), before.lastIndexOf(':')));
    return before
        .substring(cut + 1)
        .replaceAll("(?iu)\\s(?:đạt|là|còn|được|lên|tới|với)\\s?$", "")
        .strip();
  }

  private static String verb(String before) {
    String key = " " + Letters.key(before);
    int cut = Math.max(before.lastIndexOf(','), before.lastIndexOf(';'));
    String near = cut >= 0 ? " " + Letters.key(before.substring(cut)) : key;
    return VERBS.stream()
        .filter(
            verb ->
                near.endsWith(" " + verb)
                    || near.endsWith(" " + verb + " được")
                    || near.endsWith(" " + verb + " mới"))
        .findFirst()
        .orElse("");
  }

  /** Behind the words that belong to what was counted. */
  private static int phraseEnd(String sentence, int from) {
    int end = from;
    int words = 0;
    for (Word word :
        Word.of(sentence.substring(from, Math.min(sentence.length(), from + 60)), 60)) {
      boolean stops =
          !word.isJoined()
              || STOP.contains(word.key())
              || word.isCapital()
              || Character.isDigit(word.text().charAt(0));
      if (stops || words == 4) {
        break;
      }
      end = from + word.end();
      words++;
    }
    return end;
  }

  private static Optional<Matcher> share(String sentence, int unitEnd, int end) {
    for (int at : new int[] {unitEnd, end}) {
      String rest = sentence.substring(at, Math.min(sentence.length(), at + BEFORE));
      for (Pattern pattern : List.of(SHARE, OVER)) {
        Matcher matcher = pattern.matcher(rest);
        if (matcher.find()) {
          return Optional.of(matcher);
        }
      }
    }
    return Optional.empty();
  }

  private static int shareEnd(String sentence, int unitEnd, int end, Matcher told) {
    boolean behindPhrase = sentence.startsWith(told.group(), end);
    return (behindPhrase ? end : unitEnd) + told.end();
  }

  private static String written(Matcher matcher) {
    boolean over = matcher.group().toLowerCase(VietnameseText.LOCALE).contains("vượt");
    if (over) {
      return "vượt " + matcher.group("share").replace(" ", "");
    }
    String about =
        Optional.ofNullable(matcher.group("about")).orElse("").toLowerCase(VietnameseText.LOCALE);
    return about + matcher.group("share") + "%";
  }

  private static List<String> sorted(String first) {
    return TABLE.stream()
        .filter(row -> row.get(0).equals(first))
        .flatMap(row -> row.stream().skip(1))
        .distinct()
        .sorted((one, two) -> two.length() - one.length())
        .toList();
  }
}
