package vn.cachlamhay.richtext;

import java.io.ByteArrayOutputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * The pictures of a text in Rich Text Format (specification 1.9.1, "Pictures"), in their order.
 * Word writes each twice, for itself and for old programs ({@code \nonshppict}, {@code \shprslt}),
 * which counts once. Reads leniently and never fails. For one text and one thread.
 */
final class RtfPictures {

  /** Groups whose pictures are no pictures of the text. */
  private static final Set<String> SKIPPED =
      Set.of(
          "nonshppict",
          "shprslt",
          "listpicture",
          "background",
          "header",
          "headerl",
          "headerr",
          "headerf",
          "footer",
          "footerl",
          "footerr",
          "footerf",
          "objdata",
          "datastore",
          "themedata",
          "blipuid",
          "picprop");

  private static final int DEEPEST = 5000;

  /**
   * A picture.
   *
   * @param bytes empty where it is of a kind that browsers do not show
   * @param width in twips, 0 where it is not told
   * @param height likewise
   */
  record Found(byte[] bytes, int width, int height) {}

  /** Of one group between braces. */
  private static final class Group {
    private final boolean skipped;
    private Pict pict;

    Group(boolean skipped, Pict pict) {
      this.skipped = skipped;
      this.pict = pict;
    }
  }

  /** A picture being read. */
  private static final class Pict {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private boolean shown;
    private int width;
    private int height;
    private int half = -1;
  }

  private final String text;
  private final Deque<Group> groups = new ArrayDeque<>();
  private final List<Found> found = new ArrayList<>();
  private boolean skipping;
  private Pict pict;
  private int at;

  private RtfPictures(String text) {
    this.text = text;
  }

  static List<Found> in(String rtf) {
    var pictures = new RtfPictures(rtf);
    pictures.read();
    return List.copyOf(pictures.found);
  }

  private void read() {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (c == '{') {
        if (groups.size() >= DEEPEST) {
          return;
        }
        groups.push(new Group(skipping, pict));
        at++;
      } else if (c == '}') {
        close();
        at++;
      } else if (c == '\\') {
        control();
      } else {
        digit(c);
        at++;
      }
    }
  }

  private void close() {
    if (groups.isEmpty()) {
      return;
    }
    Group group = groups.pop();
    if (pict != null && group.pict != pict) {
      byte[] bytes = pict.shown ? pict.bytes.toByteArray() : new byte[0];
      found.add(new Found(bytes, pict.width, pict.height));
    }
    pict = group.pict;
    skipping = group.skipped;
  }

  private void control() {
    int start = at + 1;
    int end = start;
    while (end < text.length() && isLetter(text.charAt(end)) && end - start < 32) {
      end++;
    }
    if (end == start) {
      // a symbol, such as \* or \'e1
      boolean hex = end < text.length() && text.charAt(end) == '\'';
      at = Math.min(text.length(), end + (hex ? 3 : 1));
      return;
    }
    int number = end;
    if (number < text.length() && text.charAt(number) == '-') {
      number++;
    }
    int digits = number;
    while (number < text.length() && isDigit(text.charAt(number)) && number - digits < 9) {
      number++;
    }
    int value = number > digits ? Integer.parseInt(text.substring(digits, number)) : 0;
    String word = text.substring(start, end);
    at = number > digits ? number : end;
    if (at < text.length() && text.charAt(at) == ' ') {
      at++;
    }
    act(word, value);
  }

  private void act(String word, int value) {
    if (SKIPPED.contains(word)) {
      skipping = true;
    } else if (word.equals("bin")) {
      int end = (int) Math.min(text.length(), (long) at + value);
      for (int i = at; i < end && pict != null && !skipping; i++) {
        pict.bytes.write(text.charAt(i));
      }
      at = end;
    } else if (word.equals("pict") && !skipping) {
      pict = new Pict();
    } else if (pict != null && !skipping) {
      pict.shown |= word.equals("pngblip") || word.equals("jpegblip");
      if (word.equals("picwgoal")) {
        pict.width = value;
      } else if (word.equals("pichgoal")) {
        pict.height = value;
      }
    }
  }

  private void digit(char c) {
    if (pict == null || skipping || !pict.shown) {
      return;
    }
    int digit = Character.digit(c, 16);
    if (digit < 0 || c > 'f') {
      return;
    }
    if (pict.half < 0) {
      pict.half = digit;
    } else {
      pict.bytes.write(pict.half << 4 | digit);
      pict.half = -1;
    }
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z';
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }
}
