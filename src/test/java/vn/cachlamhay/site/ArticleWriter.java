package vn.cachlamhay.site;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes made-up articles that use all that an article can have. */
final class ArticleWriter {

  private static final List<String> WORDS =
      List.of("chi bộ", "đảng viên", "bản", "lúa", "rẫy", "kế hoạch", "ưu tú", "<b>", "& cả", "ờ");
  private static final List<String> PLACES =
      List.of("Lạng Sơn/huyện Bắc Sơn", "Lạng Sơn", "Sơn La", "Hà Nội", "Cao Bằng");
  private static final List<String> TOPICS =
      List.of("Tạo nguồn kết nạp", "Sinh hoạt chi bộ", "Nông thôn mới", "Công tác cán bộ");
  private static final List<String> TAGS = List.of("chung", "vùng cao", "chỉ tiêu", "giữ rừng");
  private static final List<String> AUTHORS = List.of("Ban biên tập", "Đỗ Thị Ước", "Lò Văn Ổn");
  private static final List<String> STATUSES =
      List.of("published", "published", "published", "published", "draft", "published-date");

  private final EditedSite site;
  private final Dice dice;
  private final int number;

  private ArticleWriter(EditedSite site, Dice dice) {
    this.site = site;
    this.dice = dice;
    this.number = site.nextNumber();
  }

  /** An article without faults, which may show pictures and lead to other articles of the site. */
  static String write(EditedSite site, Dice dice) {
    var writer = new ArticleWriter(site, dice);
    String text = writer.header() + writer.body();
    text = dice.onceIn(2) ? TextEdits.withLink(site, text, dice) : text;
    return dice.onceIn(3) ? TextEdits.withPicture(site, text, dice) : text;
  }

  private String header() {
    Map<String, String> fields = fields();
    boolean yaml = dice.onceIn(2);
    String lines =
        fields.entrySet().stream()
            .map(field -> field.getKey() + (yaml ? ": " : "=") + field.getValue() + "\n")
            .collect(Collectors.joining());
    return yaml ? "---\n" + lines + "---\n" : lines + "~~~~~~\n";
  }

  private Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("title", "Bài " + words(2) + " số " + number + letter(dice));
    fields.put("date", day() + " %02d:%02d".formatted(dice.below(24), dice.below(60)));
    fields.put("type", dice.pick(site.kind().types()));
    fields.put("status", dice.pick(STATUSES));
    fields.put("my.field", "riêng " + number);
    if (dice.onceIn(2)) {
      fields.put("summary", "Tóm tắt " + words(4));
    }
    if (dice.onceIn(2)) {
      fields.put("tags", dice.pick(TAGS) + ", " + dice.pick(TAGS));
    }
    if (dice.onceIn(3)) {
      fields.put("author", dice.pick(AUTHORS));
    }
    if (dice.onceIn(8)) {
      fields.put("updated", "2021-12-31");
      if (dice.onceIn(2)) {
        fields.put("correction", "Số đúng là " + number + ", " + words(2));
      }
    }
    if (dice.onceIn(6)) {
      fields.put("aliases", "/tin/" + number + ".html");
    }
    if (dice.onceIn(8)) {
      fields.put("featured", "true");
    }
    if (dice.onceIn(4)) {
      site.any(Place.PICTURES, dice).ifPresent(file -> fields.put("image", site.address(file)));
    }
    if (dice.onceIn(6)) {
      site.any(Place.ATTACHMENTS, dice)
          .ifPresent(file -> fields.put("attachments", site.address(file)));
    }
    if (site.kind() == SiteKind.PORTAL) {
      fields.put("locality", dice.pick(PLACES));
      fields.put("topic", dice.pick(TOPICS));
    }
    return fields;
  }

  private String body() {
    var body = new StringBuilder("## Mục ").append(words(2)).append("\n\n");
    body.append(words(12)).append(". **").append(words(2)).append("**[^1]\n");
    if (dice.onceIn(4)) {
      body.append("\n| Năm | Số |\n|---|--:|\n| 2018 | ").append(number).append(" |\n");
    }
    if (dice.onceIn(10)) {
      body.append("\n<script>alert(1)</script>\n");
    }
    return body.append("\n[^1]: Ghi chú.\n\nHết phần ")
        .append(letter(dice))
        .append(".\n")
        .toString();
  }

  private LocalDate day() {
    return LocalDate.of(2018, 1, 1).plusDays(dice.below(1400));
  }

  static char letter(Dice dice) {
    return (char) ('a' + dice.below(26));
  }

  private String words(int count) {
    return Stream.generate(() -> dice.pick(WORDS)).limit(count).collect(Collectors.joining(" "));
  }
}
