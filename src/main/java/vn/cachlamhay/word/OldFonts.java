package vn.cachlamhay.word;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import vn.cachlamhay.encoding.FontEncodings;
import vn.cachlamhay.encoding.FontText;
import vn.cachlamhay.encoding.LegacyEncoding;

/**
 * Makes Unicode of the words of a paragraph that are in fonts from before it. For one document and
 * one thread.
 */
final class OldFonts {

  /** Above that, pieces are converted one by one: nobody writes such a paragraph. */
  private static final int MOST_TOGETHER = 200;

  private final Set<String> converted = new TreeSet<>();

  /** The fonts of words that were converted. */
  Set<String> converted() {
    return converted;
  }

  List<Piece> toUnicode(List<Piece> line) {
    if (line.stream().noneMatch(piece -> encoding(piece).isPresent())) {
      return line;
    }
    var out = new ArrayList<Piece>();
    int at = 0;
    while (at < line.size()) {
      int end = at + 1;
      while (end < line.size()
          && end - at < MOST_TOGETHER
          && isSameFont(line.get(at), line.get(end))) {
        end++;
      }
      List<Piece> group = line.subList(at, end);
      Optional<LegacyEncoding> encoding = encoding(group.get(0));
      out.addAll(encoding.isEmpty() ? group : together(group, around(line, encoding.get())));
      at = end;
    }
    return out;
  }

  /** All words of a paragraph in the codes of a font; what stands around a short piece decides. */
  private static String around(List<Piece> line, LegacyEncoding encoding) {
    var around = new StringBuilder();
    for (Piece piece : line) {
      if (encoding(piece).filter(encoding::equals).isPresent()) {
        around.append(piece.text());
      }
    }
    return around.toString();
  }

  /**
   * The letters and the marks of VNI may stand in pieces of their own, so a group is converted at
   * once. What each piece gives is what it adds to those before it.
   */
  private List<Piece> together(List<Piece> group, String around) {
    String font = group.get(0).look().font();
    var text = new StringBuilder();
    group.forEach(piece -> text.append(piece.text()));
    String whole = FontText.toUnicode(font, text.toString(), around);
    if (!whole.contentEquals(text)) {
      converted.add(font);
    }
    var out = new ArrayList<Piece>();
    text.setLength(0);
    int from = 0;
    for (int i = 0; i < group.size(); i++) {
      text.append(group.get(i).text());
      boolean last = i == group.size() - 1;
      int length =
          last ? whole.length() : FontText.toUnicode(font, text.toString(), around).length();
      int to = Math.max(from, Math.min(length, whole.length()));
      out.add(group.get(i).withText(whole.substring(from, to)));
      from = to;
    }
    return out;
  }

  private static boolean isSameFont(Piece one, Piece other) {
    return one.element().isEmpty()
        && other.element().isEmpty()
        && encoding(one).equals(encoding(other))
        && FontEncodings.isCapitals(one.look().font())
            == FontEncodings.isCapitals(other.look().font());
  }

  private static Optional<LegacyEncoding> encoding(Piece piece) {
    return piece.element().isPresent()
        ? Optional.empty()
        : FontEncodings.ofFont(piece.look().font());
  }
}
