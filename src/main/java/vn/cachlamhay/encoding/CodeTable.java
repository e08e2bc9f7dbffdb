package vn.cachlamhay.encoding;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * The letters of an encoding, each of one or two codes, read from the resource that names its
 * source. Immutable.
 */
final class CodeTable {

  private final Map<Character, String> single = new HashMap<>();
  private final Map<String, String> pairs = new HashMap<>();

  private CodeTable() {}

  /** Reads lines of a letter (or its code point) and its codes in hexadecimal. */
  static CodeTable read(String resource) {
    try (var in =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(CodeTable.class.getResourceAsStream(resource), resource),
                StandardCharsets.UTF_8))) {
      var table = new CodeTable();
      for (String line = in.readLine(); line != null; line = in.readLine()) {
        if (!line.startsWith("#")) {
          table.add(line.split(" "));
        }
      }
      return table;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void add(String[] parts) {
    String letter =
        parts[0].startsWith("U+")
            ? Character.toString(Integer.parseInt(parts[0].substring(2), 16))
            : parts[0];
    int first = Integer.parseInt(parts[1], 16);
    if (parts.length == 2) {
      single.put(Windows1252.letter(first), letter);
      // some programs take the bytes for ISO 8859-1
      single.put((char) first, letter);
    } else {
      pairs.put(key((char) first, Windows1252.letter(Integer.parseInt(parts[2], 16))), letter);
    }
  }

  /** The same table where a second code of the other case means the same. */
  CodeTable withMarksOfBothCases() {
    var table = new CodeTable();
    table.single.putAll(single);
    pairs.forEach((codes, letter) -> table.pairs.put(otherCase(codes), letter));
    table.pairs.putAll(pairs);
    return table;
  }

  private static String otherCase(String codes) {
    char mark = codes.charAt(1);
    char lower = Character.toLowerCase(mark);
    return key(codes.charAt(0), lower == mark ? Character.toUpperCase(mark) : lower);
  }

  /** Puts letters where their codes stand; what is none of them stays. */
  String toUnicode(String text) {
    var out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char code = text.charAt(i);
      String pair = i + 1 < text.length() ? pair(code, text.charAt(i + 1)) : null;
      if (pair != null) {
        out.append(pair);
        i++;
      } else {
        String letter = single.get(code);
        out.append(letter == null ? String.valueOf(code) : letter);
      }
    }
    return out.toString();
  }

  private String pair(char first, char second) {
    return second < 0x80 ? null : pairs.get(key(first, second));
  }

  private static String key(char first, char second) {
    return new String(new char[] {first, second});
  }
}
