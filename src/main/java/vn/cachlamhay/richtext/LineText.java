package vn.cachlamhay.richtext;

import java.util.ArrayList;
import java.util.List;
import vn.cachlamhay.text.VietnameseText;

/** The letters of a line, white space tidied, and where each comes from. For one thread. */
final class LineText {

  /** Stands for a picture or a note; no text has it. */
  static final char ATOM = Passage.ATOM;

  private final StringBuilder letters = new StringBuilder();
  private final List<Inline> origins = new ArrayList<>();

  LineText(List<Inline> inlines) {
    for (Inline inline : inlines) {
      add(inline);
    }
    while (!letters.isEmpty() && isBlank(letters.length() - 1)) {
      removeLast();
    }
    BareAddress.linkIn(letters, origins);
  }

  int length() {
    return letters.length();
  }

  char charAt(int index) {
    return letters.charAt(index);
  }

  CharSequence letters() {
    return letters;
  }

  Inline origin(int index) {
    return origins.get(index);
  }

  /** Where a letter leads; empty where nowhere, also outside the line. */
  String link(int index) {
    return index >= 0
            && index < origins.size()
            && origins.get(index) instanceof Inline.Words words
            && letters.charAt(index) != '\n'
        ? words.link()
        : "";
  }

  /** The look of a letter; plain outside the line. */
  Look look(int index) {
    return index >= 0
            && index < origins.size()
            && origins.get(index) instanceof Inline.Words words
            && letters.charAt(index) != '\n'
        ? words.look()
        : Look.PLAIN;
  }

  private void add(Inline inline) {
    if (inline instanceof Inline.Words words) {
      addWords(VietnameseText.nfc(words.text()), words);
    } else if (inline instanceof Inline.Break) {
      while (!letters.isEmpty() && letters.charAt(letters.length() - 1) == ' ') {
        removeLast();
      }
      if (!letters.isEmpty() && letters.charAt(letters.length() - 1) != '\n') {
        add('\n', inline);
      }
    } else {
      add(ATOM, inline);
    }
  }

  private void addWords(String text, Inline.Words words) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (SpecialLetters.isSpace(c)) {
        boolean first = letters.isEmpty() || isBlank(letters.length() - 1);
        if (!first) {
          add(' ', words);
        }
      } else if (Character.isSurrogate(c)) {
        boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
        if (pair) {
          add(c, words);
          add(text.charAt(++i), words);
        }
      } else {
        String plain = SpecialLetters.plain(c);
        for (int k = 0; k < plain.length(); k++) {
          add(plain.charAt(k), words);
        }
      }
    }
  }

  private void add(char c, Inline origin) {
    letters.append(c);
    origins.add(origin);
  }

  private void removeLast() {
    letters.setLength(letters.length() - 1);
    origins.remove(origins.size() - 1);
  }

  /** Whether there is a space or a break. */
  boolean isBlank(int index) {
    char c = letters.charAt(index);
    return c == ' ' || c == '\n';
  }

  /** Behind the link in which a letter stands; the letter itself where it stands in none. */
  int linkEnd(int start) {
    int end = start;
    while (end < letters.length() && !link(start).isEmpty() && link(end).equals(link(start))) {
      end++;
    }
    return end;
  }

  /** Where the link begins in which a letter stands. */
  int linkStart(int last) {
    int start = last;
    while (start > 0 && !link(last).isEmpty() && link(start - 1).equals(link(last))) {
      start--;
    }
    return start;
  }
}
