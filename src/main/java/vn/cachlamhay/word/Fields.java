package vn.cachlamhay.word;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The fields that are open at some place: an instruction, then what it resulted in. They may begin
 * and end in different paragraphs. For one thread.
 */
final class Fields {

  private static final Pattern LINK = Pattern.compile("\\s*HYPERLINK\\s+(?!\\\\)\"?([^\"\\s]+).*");
  private static final Pattern CONTENTS = Pattern.compile("\\s*TOC\\b.*");
  private static final int DEEPEST = 100;

  private final Deque<Field> open = new ArrayDeque<>();

  private static final class Field {
    private final StringBuilder instruction = new StringBuilder();
    private boolean result;
  }

  /** Takes {@code begin}, {@code separate} or {@code end}. */
  void mark(String kind) {
    if (kind.equals("begin") && open.size() < DEEPEST) {
      open.push(new Field());
    } else if (kind.equals("separate") && !open.isEmpty()) {
      open.peek().result = true;
    } else if (kind.equals("end")) {
      open.poll();
    }
  }

  void instruction(String words) {
    if (!open.isEmpty()) {
      open.peek().instruction.append(words);
    }
  }

  /** Whether words here are seen: in no instruction. */
  boolean isShown() {
    return open.stream().allMatch(field -> field.result);
  }

  /** Whether a table of contents is open. */
  boolean isContents() {
    return open.stream().anyMatch(field -> CONTENTS.matcher(field.instruction).matches());
  }

  /** Where words here lead, or empty. */
  String link() {
    Iterator<Field> fields = open.iterator();
    while (fields.hasNext()) {
      String link = link(fields.next().instruction.toString());
      if (!link.isEmpty()) {
        return link;
      }
    }
    return "";
  }

  /** Where an instruction leads, or empty; marks within the document lead nowhere. */
  static String link(String instruction) {
    Matcher link = LINK.matcher(instruction);
    return link.matches() ? link.group(1) : "";
  }
}
