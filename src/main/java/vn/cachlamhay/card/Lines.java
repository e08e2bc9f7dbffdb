package vn.cachlamhay.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/**
 * Divides a title into lines of nearly equal length, rather after a punctuation mark than within a
 * name or between a number and what it counts. Stateless.
 */
final class Lines {

  private static final String ENDS = ":;,.?!–—”)";

  private Lines() {}

  /**
   * @param text words separated by single spaces
   * @param most lines
   * @param limit of a line's length
   * @param length of a text
   * @return empty where the text does not fit
   */
  static List<String> of(String text, int most, double limit, ToDoubleFunction<String> length) {
    String[] words = text.split(" ");
    double[] ends = new double[words.length + 1];
    double space = length.applyAsDouble(" ");
    for (int i = 0; i < words.length; i++) {
      ends[i + 1] = ends[i] + length.applyAsDouble(words[i]) + space;
    }
    for (int lines = 1; lines <= Math.min(most, words.length); lines++) {
      List<String> divided = divided(words, ends, space, lines, limit);
      if (!divided.isEmpty()) {
        return divided;
      }
    }
    return List.of();
  }

  /** The best division into exactly so many lines; empty where there is none. */
  private static List<String> divided(
      String[] words, double[] ends, double space, int lines, double limit) {
    int count = words.length;
    double ideal = ends[count] / lines;
    double[][] cost = new double[lines + 1][count + 1];
    int[][] from = new int[lines + 1][count + 1];
    for (double[] row : cost) {
      Arrays.fill(row, Double.POSITIVE_INFINITY);
    }
    cost[0][0] = 0;
    for (int line = 1; line <= lines; line++) {
      for (int end = line; end <= count; end++) {
        double price = end == count ? 0 : price(words[end - 1], words[end]);
        for (int begin = line - 1; begin < end; begin++) {
          double width = ends[end] - ends[begin] - space;
          if (width <= limit && cost[line - 1][begin] < Double.POSITIVE_INFINITY) {
            double off = (width - ideal) / ideal;
            double sum = cost[line - 1][begin] + off * off + price;
            if (sum < cost[line][end]) {
              cost[line][end] = sum;
              from[line][end] = begin;
            }
          }
        }
      }
    }
    if (cost[lines][count] == Double.POSITIVE_INFINITY) {
      return List.of();
    }
    var result = new ArrayList<String>();
    int end = count;
    for (int line = lines; line > 0; line--) {
      int begin = from[line][end];
      result.add(0, String.join(" ", Arrays.copyOfRange(words, begin, end)));
      end = begin;
    }
    return result;
  }

  /** What it costs to break a line between two words. */
  private static double price(String before, String after) {
    if (ENDS.indexOf(before.charAt(before.length() - 1)) >= 0) {
      return -0.08;
    }
    if (ENDS.indexOf(after.charAt(0)) >= 0) {
      return 1;
    }
    if (isCapital(before) && isCapital(after)) {
      return 0.3;
    }
    return Character.isDigit(before.charAt(before.length() - 1)) ? 0.25 : 0;
  }

  private static boolean isCapital(String word) {
    String first = word.substring(0, 1);
    return !first.equals(first.toLowerCase(Locale.ROOT));
  }
}
