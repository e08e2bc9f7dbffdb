package vn.cachlamhay.importer;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the paragraphs in lines of plain text. A line is a paragraph, unless the lines were broken
 * at a width, as by old programs and mail: then lines are put together. Stateless.
 */
final class TextLines {

  private static final Pattern BULLET = Pattern.compile("([-+*•–])[ \\t]+(\\S.*)");
  private static final Pattern NUMBER = Pattern.compile("(\\d{1,3})[.)][ \\t]+(\\S.*)");
  private static final Pattern END = Pattern.compile(".*[.!?:;…][\"”’)\\]]*");

  private static final int NARROWEST = 40;
  private static final int WIDEST = 130;

  private TextLines() {}

  /**
   * A paragraph, or what may be an item of a list.
   *
   * @param mark as it stands before the text, with its space; empty where there is none
   * @param kind of the mark: itself, or 1 for all numbers
   * @param number of the item, or -1
   */
  record Paragraph(String mark, String kind, int number, String text) {

    String whole() {
      return mark + text;
    }

    static Paragraph of(String line) {
      Matcher bullet = BULLET.matcher(line);
      if (bullet.matches()) {
        return new Paragraph(bullet.group(1) + " ", bullet.group(1), -1, bullet.group(2));
      }
      Matcher number = NUMBER.matcher(line);
      if (number.matches()) {
        String mark = line.substring(0, number.end(1) + 1) + " ";
        return new Paragraph(mark, "1", Integer.parseInt(number.group(1)), number.group(2));
      }
      return new Paragraph("", "", -1, line);
    }
  }

  static List<Paragraph> paragraphs(String text) {
    String[] lines = text.replace("\u001a", "").split("\r\n|[\n\r\f\u000b\u0085]", -1);
    for (int i = 0; i < lines.length; i++) {
      lines[i] = lines[i].stripTrailing();
    }
    int width = width(lines);
    boolean indents = isIndented(lines);
    var paragraphs = new ArrayList<Paragraph>();
    var current = new StringBuilder();
    for (int i = 0; i < lines.length; i++) {
      String line = lines[i].strip();
      if (current.length() > 0
          && !goesOn(
              lines, i, width, indents && Paragraph.of(current.toString()).kind().isEmpty())) {
        paragraphs.add(Paragraph.of(current.toString()));
        current.setLength(0);
      }
      current.append(current.length() > 0 && !line.isEmpty() ? " " : "").append(line);
    }
    if (current.length() > 0) {
      paragraphs.add(Paragraph.of(current.toString()));
    }
    return paragraphs;
  }

  /** The end of the list that begins with a paragraph; its own place where none begins. */
  static int endOfList(List<Paragraph> paragraphs, int start) {
    Paragraph first = paragraphs.get(start);
    int outer = 0;
    int number = first.number();
    int end = start;
    while (end < paragraphs.size() && !paragraphs.get(end).kind().isEmpty()) {
      Paragraph item = paragraphs.get(end);
      boolean same = item.kind().equals(first.kind());
      if (same ? item.number() != number : !isBelow(item, first)) {
        break;
      }
      outer += same ? 1 : 0;
      number += same && number >= 0 ? 1 : 0;
      end++;
    }
    return outer > 1 ? end : start;
  }

  /** Dashes stand below numbers, and other signs below dashes. */
  private static boolean isBelow(Paragraph item, Paragraph first) {
    return item.number() < 0 && (first.number() >= 0 || !item.kind().equals("-"));
  }

  /**
   * Whether a line belongs to the paragraph of the line before it.
   *
   * @param indents whether a line further in begins a paragraph; in an item it goes on
   */
  private static boolean goesOn(String[] lines, int i, int width, boolean indents) {
    String before = lines[i - 1];
    String line = lines[i];
    if (width == 0
        || before.isBlank()
        || line.isBlank()
        || !Paragraph.of(line.strip()).kind().isEmpty()) {
      return false;
    }
    if (indents && isIndented(line) && !isIndented(before)) {
      return false;
    }
    // a line that had room for the next word was ended on purpose
    String word = line.strip().split("\\s", 2)[0];
    return before.length() + 1 + word.length() > width - width / 8;
  }

  /** The width at which lines were broken; 0 where they were not. */
  private static int width(String[] lines) {
    var lengths = new ArrayList<Integer>();
    int followed = 0;
    int full = 0;
    int ended = 0;
    for (String line : lines) {
      if (!line.isBlank()) {
        lengths.add(line.length());
      }
    }
    if (lengths.isEmpty()) {
      return 0;
    }
    lengths.sort(null);
    // a single line that is longer, an address say, does not count
    int width = lengths.get((lengths.size() - 1) * 19 / 20);
    if (width < NARROWEST || width > WIDEST) {
      return 0;
    }
    for (int i = 0; i + 1 < lines.length; i++) {
      if (!lines[i].isBlank() && !lines[i + 1].isBlank()) {
        followed++;
        if (lines[i].length() >= width * 3 / 4) {
          full++;
          ended += END.matcher(lines[i]).matches() ? 1 : 0;
        }
      }
    }
    return full >= 2 && full * 2 > followed && ended * 2 < full ? width : 0;
  }

  /** Whether some lines are indented and others are not: the first ones of paragraphs. */
  private static boolean isIndented(String[] lines) {
    int indented = 0;
    int all = 0;
    for (String line : lines) {
      all += line.isBlank() ? 0 : 1;
      indented += !line.isBlank() && isIndented(line) ? 1 : 0;
    }
    return indented > 0 && indented * 10 < all * 9;
  }

  private static boolean isIndented(String line) {
    return line.startsWith("\t") || line.startsWith("  ") || line.startsWith("\u3000");
  }
}
