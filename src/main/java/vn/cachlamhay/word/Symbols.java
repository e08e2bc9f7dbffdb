package vn.cachlamhay.word;

import java.util.Locale;
import java.util.Map;

/**
 * Signs of fonts whose letters are pictures, as Unicode has them. Of the tables of Wingdings and
 * Symbol only what stands in articles: bullets, arrows, ticks, and Greek for formulas. Stateless.
 */
final class Symbols {

  private static final Map<Integer, String> WINGDINGS =
      Map.ofEntries(
          Map.entry(0xfc, "✓"),
          Map.entry(0xfb, "✗"),
          Map.entry(0xfe, "☑"),
          Map.entry(0xa8, "☐"),
          Map.entry(0x6f, "☐"),
          Map.entry(0xe0, "→"),
          Map.entry(0xe8, "→"),
          Map.entry(0xf0, "⇨"),
          Map.entry(0xdf, "←"),
          Map.entry(0xe1, "↑"),
          Map.entry(0xe2, "↓"),
          Map.entry(0x4a, "☺"),
          Map.entry(0x28, "☎"),
          Map.entry(0x2a, "✉"));

  private static final Map<Integer, String> SYMBOL =
      Map.ofEntries(
          Map.entry(0xae, "→"),
          Map.entry(0xac, "←"),
          Map.entry(0xde, "⇒"),
          Map.entry(0xb3, "≥"),
          Map.entry(0xa3, "≤"),
          Map.entry(0xb9, "≠"),
          Map.entry(0xb1, "±"),
          Map.entry(0xb4, "×"),
          Map.entry(0xb8, "÷"),
          Map.entry(0xb0, "°"),
          Map.entry(0x61, "α"),
          Map.entry(0x62, "β"),
          Map.entry(0x6d, "μ"),
          Map.entry(0x70, "π"),
          Map.entry(0x44, "Δ"),
          Map.entry(0x53, "Σ"));

  private Symbols() {}

  /** Whether the letters of a font are no letters. */
  static boolean isOf(String font) {
    String name = font.toLowerCase(Locale.ROOT);
    return name.startsWith("wingdings") || name.equals("symbol") || name.startsWith("webdings");
  }

  /** A sign; a bullet for one that nobody needs. */
  static String sign(String font, int code) {
    boolean symbol = font.equalsIgnoreCase("symbol");
    return (symbol ? SYMBOL : WINGDINGS).getOrDefault(code & 0xff, "•");
  }

  /** Words in such a font, where Word keeps the signs in the private use area. */
  static String signs(String font, String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(c >= '\uf020' && c <= '\uf0ff' ? sign(font, c) : String.valueOf(c));
    }
    return out.toString();
  }
}
