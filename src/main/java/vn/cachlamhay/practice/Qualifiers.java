package vn.cachlamhay.practice;

import java.util.Comparator;
import java.util.Map;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Quantity.Qualifier;
import vn.cachlamhay.text.VietnameseText;

/** The words and signs before numbers that tell how exact they are. Stateless. */
final class Qualifiers {

  private static final Map<String, Qualifier> WORDS =
      Map.ofEntries(
          Map.entry("khoảng", Qualifier.ABOUT),
          Map.entry("vào khoảng", Qualifier.ABOUT),
          Map.entry("xấp xỉ", Qualifier.ABOUT),
          Map.entry("chừng", Qualifier.ABOUT),
          Map.entry("độ", Qualifier.ABOUT),
          Map.entry("ước", Qualifier.ABOUT),
          Map.entry("ước đạt", Qualifier.ABOUT),
          Map.entry("ước tính", Qualifier.ABOUT),
          Map.entry("trên dưới", Qualifier.ABOUT),
          Map.entry("gần", Qualifier.NEARLY),
          Map.entry("ngót", Qualifier.NEARLY),
          Map.entry("suýt soát", Qualifier.NEARLY),
          Map.entry("trên", Qualifier.OVER),
          Map.entry("hơn", Qualifier.OVER),
          Map.entry("nhiều hơn", Qualifier.OVER),
          Map.entry("ít nhất", Qualifier.AT_LEAST),
          Map.entry("tối thiểu", Qualifier.AT_LEAST),
          Map.entry("không dưới", Qualifier.AT_LEAST),
          Map.entry("không ít hơn", Qualifier.AT_LEAST),
          Map.entry("từ", Qualifier.RANGE),
          Map.entry("dưới", Qualifier.UNDER),
          Map.entry("chưa đến", Qualifier.UNDER),
          Map.entry("chưa tới", Qualifier.UNDER),
          Map.entry("chưa đầy", Qualifier.UNDER),
          Map.entry("không đến", Qualifier.UNDER),
          Map.entry("không tới", Qualifier.UNDER),
          Map.entry("ít hơn", Qualifier.UNDER),
          Map.entry("tối đa", Qualifier.AT_MOST),
          Map.entry("nhiều nhất", Qualifier.AT_MOST),
          Map.entry("không quá", Qualifier.AT_MOST),
          Map.entry("không hơn", Qualifier.AT_MOST),
          Map.entry("không vượt quá", Qualifier.AT_MOST));

  private static final Map<String, Qualifier> SIGNS =
      Map.of(
          "~", Qualifier.ABOUT,
          "≈", Qualifier.ABOUT,
          ">", Qualifier.OVER,
          ">=", Qualifier.AT_LEAST,
          "≥", Qualifier.AT_LEAST,
          "<", Qualifier.UNDER,
          "<=", Qualifier.AT_MOST,
          "≤", Qualifier.AT_MOST);

  /** All of them, with the space behind them. */
  static final String PATTERN =
      "(?:(?<word>" + any(WORDS) + ") {1,3}|(?<mark>" + any(SIGNS) + ") {0,3})";

  private Qualifiers() {}

  /** What a word or sign of {@link #PATTERN} says. */
  static Qualifier of(String written) {
    String key = written.toLowerCase(VietnameseText.LOCALE);
    return WORDS.containsKey(key) ? WORDS.get(key) : SIGNS.get(key);
  }

  private static String any(Map<String, Qualifier> words) {
    return words.keySet().stream()
        .sorted(Comparator.comparing(String::length).reversed().thenComparing(word -> word))
        .collect(Collectors.joining("|"));
  }
}
