package vn.cachlamhay.practice;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Figure;
import vn.cachlamhay.model.Quantity;
import vn.cachlamhay.practice.PracticeChecks.Stated;
import vn.cachlamhay.text.VietnameseText;

/**
 * Whether sentences say something else than the tables of their article: a number right before the
 * words of an indicator, of the same place and year. Where a sentence may speak of a goal, of a
 * part, of another time or place, nothing is said. Stateless.
 */
final class TextCheck {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

  /** Before a number these words make it another one than the result. */
  private static final Pattern ANOTHER =
      words(
          "mục tiêu|phấn đấu|kế hoạch|chỉ tiêu|được giao|giao|đăng ký|dự kiến|sẽ|trong đó|thêm|mỗi|từng|cứ|bình quân|trung bình"
              + "|vượt|tăng|giảm|trước đây|trước đó|trước kia|năm trước|những năm|các năm|hằng năm|hàng năm|cùng kỳ|so với|còn|riêng"
              + "|tháng|quý|tuần|ngày|nhiệm kỳ|giai đoạn|từ|đến nay|chỉ có|chưa|nếu|hoặc|hay");

  /** A part of the place that the article is about. */
  private static final Pattern PART_OF_PLACE =
      Pattern.compile(
          "(?<!\\p{L})(?<!toàn )(?<!cả )(?:xã|phường|thị trấn|thôn|bản|làng|khu|tổ|chi bộ|đơn vị|trường|trạm|trung"
              + " tâm|công ty|chi hội)(?!\\p{L})",
          FLAGS);

  private static final Pattern NAMED_PLACE =
      Pattern.compile(
          "(?<!\\p{L})(?i:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|bản|làng|khu|tổ|chi bộ|đảng bộ|trường|trạm"
              + "|trung tâm|công ty|chi hội|hội|ban) \\p{Lu}");

  private static final Pattern PLACE_KIND =
      Pattern.compile(
          "^(?:xã|phường|thị trấn|thị xã|huyện|quận|thành phố|tỉnh|thôn|bản|làng|đảng bộ|chi bộ) ");
  private static final Pattern YEAR = Pattern.compile("(?<!\\d)(?:19|20)\\d\\d(?!\\d)");
  private static final Pattern SENTENCE_END = Pattern.compile("[.;!?…](?= |$)");
  private static final Pattern ENDS =
      Pattern.compile("^(?:$|[,.;:!?)(]| (?:trong )?năm (?:19|20)\\d\\d)");
  private static final Pattern FIRST = Pattern.compile("^[\"“”*\\s]+");

  /** Of a sentence to either side of its number; longer ones speak of too much. */
  private static final int LONGEST = 400;

  private TextCheck() {}

  /** A number in a sentence, and what the table has instead. */
  record Contradiction(int line, String quote, String table, int tableLine) {}

  /** All of them, in the order of the text. */
  static List<Contradiction> of(List<MarkdownTables.Line> prose, List<Stated> stated) {
    Set<String> indicators =
        stated.stream()
            .map(row -> row.figure().indicator().toLowerCase(VietnameseText.LOCALE))
            .collect(Collectors.toSet());
    var told = new ArrayList<Contradiction>();
    for (MarkdownTables.Line line : prose) {
      String key = line.markup().toLowerCase(VietnameseText.LOCALE);
      if (indicators.stream().anyMatch(key::contains)) {
        String text = line.text();
        for (QuantityReader.Found found : QuantityReader.find(text)) {
          mention(text, line.line(), found)
              .flatMap(each -> each.against(stated))
              .ifPresent(told::add);
        }
      }
    }
    return told;
  }

  private static Optional<Mention> mention(String text, int line, QuantityReader.Found found) {
    int from = Math.max(0, found.start() - LONGEST);
    int start = from;
    int end = Math.min(text.length(), found.end() + LONGEST);
    Matcher ends = SENTENCE_END.matcher(text).region(from, end);
    while (ends.find()) {
      if (ends.end() <= found.start()) {
        start = ends.end();
      } else if (ends.start() >= found.end()) {
        end = ends.end();
        break;
      }
    }
    if (start == from && from > 0) {
      return Optional.empty();
    }
    String sentence = text.substring(start, end);
    boolean another = ANOTHER.matcher(text.substring(start, found.start())).find();
    boolean counted = found.quantity().unit().isEmpty();
    return another || !counted
        ? Optional.empty()
        : Optional.of(
            new Mention(found.quantity(), sentence, text.substring(found.end(), end), line));
  }

  /** A number in a sentence, and the words behind it. */
  private record Mention(Quantity quantity, String sentence, String behind, int line) {

    Optional<Contradiction> against(List<Stated> stated) {
      String words = VietnameseText.nameKey(FIRST.matcher(behind).replaceFirst(""));
      List<Stated> same =
          stated.stream().filter(row -> isNamed(row.figure().indicator(), words)).toList();
      boolean agrees =
          same.stream()
              .map(Stated::figure)
              .anyMatch(figure -> agrees(figure.value()) || agrees(figure.target()));
      if (same.isEmpty() || agrees) {
        return Optional.empty();
      }
      List<Stated> meant = ofSentence(same);
      return meant.size() != 1
          ? Optional.empty()
          : meant.get(0).figure().value().map(value -> told(meant.get(0), value));
    }

    private Contradiction told(Stated row, Quantity value) {
      String indicator = row.figure().indicator().toLowerCase(VietnameseText.LOCALE);
      return new Contradiction(
          line, quantity.written() + " " + indicator, value.written(), row.line());
    }

    private boolean agrees(Optional<Quantity> other) {
      return other
          .filter(
              number ->
                  Span.of(number).meets(Span.of(quantity))
                      || number.whole().filter(w -> w.compareTo(quantity.value()) == 0).isPresent())
          .isPresent();
    }

    /** Those of the place and year that the sentence names; none where that is not sure. */
    private List<Stated> ofSentence(List<Stated> same) {
      String key = VietnameseText.nameKey(sentence);
      List<Stated> named = filtered(same, figure -> holdsPlace(key, figure.place()));
      boolean places = same.stream().anyMatch(row -> !row.figure().place().isEmpty());
      boolean another =
          NAMED_PLACE.matcher(sentence).find()
              || PART_OF_PLACE.matcher(sentence).find()
              || places && !key.matches("(?s).*(?:^|\\s)(?:cả|toàn) .*");
      List<Stated> here =
          !named.isEmpty()
              ? named
              : another ? List.of() : filtered(same, figure -> figure.place().isEmpty());
      Set<String> years = years(sentence);
      if (years.isEmpty()) {
        return here.stream().map(row -> row.figure().year()).distinct().count() == 1
            ? here
            : List.of();
      }
      return filtered(
          here,
          figure ->
              years.equals(
                  figure.period().isEmpty()
                      ? figure.year().map(String::valueOf).map(Set::of).orElse(Set.of())
                      : years(figure.period())));
    }

    private static boolean isNamed(String indicator, String words) {
      String name = VietnameseText.nameKey(indicator);
      return name.indexOf(' ') > 0
          && words.startsWith(name)
          && ENDS.matcher(words.substring(name.length())).find();
    }

    private static boolean holdsPlace(String sentence, String place) {
      String name = PLACE_KIND.matcher(VietnameseText.nameKey(place)).replaceFirst("");
      return !name.isEmpty()
          && (" " + sentence + " ")
              .matches("(?s).*[^\\p{L}]" + Pattern.quote(name) + "[^\\p{L}].*");
    }

    private static Set<String> years(String text) {
      return YEAR.matcher(text).results().map(hit -> hit.group()).collect(Collectors.toSet());
    }

    private static List<Stated> filtered(List<Stated> rows, Predicate<Figure> wanted) {
      return rows.stream().filter(row -> wanted.test(row.figure())).toList();
    }
  }

  private static Pattern words(String any) {
    return Pattern.compile("(?<!\\p{L})(?:" + any + ")(?!\\p{L})", FLAGS);
  }
}
