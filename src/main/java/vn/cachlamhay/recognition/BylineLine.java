package vn.cachlamhay.recognition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A line that tells who wrote a text or where it was taken from: "THANH MAI - DÌ LY", "Bài, ảnh:
 * Nguyễn Văn A", "Theo TTXVN". Immutable.
 *
 * @param authors in their order; none where only a source or a photographer is told
 * @param source where it was taken from; may be empty
 * @param photo whether it only tells whose the pictures are
 * @param labelled whether it says what the names are
 */
record BylineLine(List<String> authors, String source, boolean photo, boolean labelled) {

  private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
  private static final int LONGEST = 120;

  private static final Pattern LABEL =
      Pattern.compile(
          "^(?:người viết(?: bài)?|tác giả(?: bài viết)?|viết bài|người gửi|người đăng|đăng bởi|người thực hiện|thực hiện"
              + "|(?:tin|bài)(?:\\s?(?:,|và|&|/|-|–|\\s)\\s?(?:bài|ảnh|tin|hình ảnh|clip|video|hình)){0,3}|bài viết"
              + "|ghi chép của|author|written by|biên soạn|người biên soạn)\\s?[:：]\\s?|^(?:by|viết bởi|đăng bởi)\\s?:?\\s",
          FLAGS);
  private static final Pattern PHOTO =
      Pattern.compile("^(?:ảnh|hình ảnh|hình|photo|ảnh minh họa|ảnh tư liệu)\\s?[:：]\\s?", FLAGS);
  private static final Pattern INNER_PHOTO =
      Pattern.compile("[\\s,;./–-]{0,4}(?:ảnh|hình ảnh|clip|video)\\s?[:：].{0,80}$", FLAGS);
  private static final Pattern SOURCE =
      Pattern.compile(
          "^(?:nguồn(?: tin| bài)?\\s?[:：]|theo(?!\\p{L})\\s?[:：]?|source\\s?:)\\s?(?<what>\\S.{0,100})$",
          FLAGS);
  private static final Pattern MADE_OF =
      Pattern.compile(
          "\\s?[(\\[–-]\\s?(?:t/h|th|tổng hợp|biên tập|biên soạn|sưu tầm|st|ctv|lược ghi|ghi|b/t|bt|pv|s\\.t)\\.?\\s?[)\\]]?\\.?$"
              + "|\\s(?:t/h|tổng hợp|sưu tầm|lược ghi|biên tập)\\.?$",
          FLAGS);
  private static final Pattern IN_BRACKETS =
      Pattern.compile("[\\s–-]{0,3}\\(\\s?(?<what>(?:theo|nguồn)\\s?:?[^()]{2,80})\\)\\.?$", FLAGS);
  private static final Pattern BETWEEN =
      Pattern.compile(
          "\\s?[,;&/+]\\s?|\\s[-–—]\\s?|[-–—]\\s|(?<=\\p{L})[–—](?=\\p{Lu})|\\s(?:và|VÀ)\\s");
  private static final Pattern ADDRESS = Pattern.compile("(?:https?://|www\\.)\\S{4,200}");

  /** Reads a line; empty where it is something else. */
  static Optional<BylineLine> read(String line, boolean named) {
    String text = bare(line);
    if (text.length() > LONGEST) {
      return Optional.empty();
    }
    if (PHOTO.matcher(text).find()) {
      return Optional.of(new BylineLine(List.of(), "", true, true));
    }
    Optional<String> source = source(text);
    if (source.isPresent()) {
      return Optional.of(new BylineLine(List.of(), source.get(), false, true));
    }
    Matcher label = LABEL.matcher(text);
    boolean labelled = label.find();
    String rest = labelled ? text.substring(label.end()) : text;
    rest = INNER_PHOTO.matcher(rest).replaceFirst("");
    String from = "";
    Matcher brackets = IN_BRACKETS.matcher(rest);
    if (brackets.find()) {
      from = source(brackets.group("what")).orElse("");
    }
    if (!from.isEmpty()) {
      rest = rest.substring(0, brackets.start());
      labelled |= !rest.isBlank();
    }
    Matcher made = MADE_OF.matcher(rest);
    if (made.find() && PersonName.read(bare(rest), true).isEmpty()) {
      rest = rest.substring(0, made.start());
      labelled = true;
    }
    List<String> authors = authors(bare(rest), labelled || named);
    if (authors.isEmpty() && (from.isEmpty() || !rest.isBlank())) {
      return Optional.empty();
    }
    return Optional.of(new BylineLine(authors, from, false, labelled || authors.isEmpty()));
  }

  private static Optional<String> source(String text) {
    String inner = text;
    if (inner.startsWith("(") && inner.endsWith(")")) {
      inner = inner.substring(1, inner.length() - 1).strip();
    }
    Matcher matcher = SOURCE.matcher(inner);
    if (matcher.matches()) {
      String what = bare(matcher.group("what"));
      boolean name =
          ADDRESS.matcher(what).matches()
              || Character.isUpperCase(what.codePointAt(0))
              || what.startsWith("báo ")
              || what.contains(".vn");
      boolean sentence = Letters.words(what, 12) > 10 || what.contains(", ");
      return name && !sentence ? Optional.of(what) : Optional.empty();
    }
    boolean agency = Agencies.byName(inner).isPresent() || ADDRESS.matcher(inner).matches();
    return agency ? Optional.of(inner) : Optional.empty();
  }

  /** Every part has to be a name, but for the board that one works for; none otherwise. */
  private static List<String> authors(String text, boolean named) {
    var authors = new ArrayList<String>();
    for (String part : BETWEEN.split(text)) {
      Optional<String> name = PersonName.read(part, named || !authors.isEmpty());
      if (name.isPresent()) {
        authors.add(name.get());
      } else if (authors.isEmpty() || !Organisations.begins(part)) {
        return List.of();
      }
    }
    return authors;
  }

  private static String bare(String text) {
    String bare = text.strip();
    int start = 0;
    int end = bare.length();
    while (start < end && "*•-–—_~>|.".indexOf(bare.charAt(start)) >= 0) {
      start++;
    }
    while (end > start && "*•_~|,;.".indexOf(bare.charAt(end - 1)) >= 0) {
      end--;
    }
    return bare.substring(start, end).strip();
  }
}
