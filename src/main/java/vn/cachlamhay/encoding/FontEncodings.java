package vn.cachlamhay.encoding;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Which fonts show Vietnamese only because their letters stand in places of others. Stateless. */
public final class FontEncodings {

  /** The families of ABC; without the dot where a program has taken it for a mistake. */
  private static final Pattern TCVN3 =
      Pattern.compile(
          "\\.vn.*|vn(?:time|arial|avant|book-antiqua|century schoolbook|courier|helvet\\w*|aristote)"
              + "(?: ?narrow)?h?");

  private static final Pattern VNI = Pattern.compile("vni[-_ ].+");
  private static final Pattern VPS = Pattern.compile("vps[-_ ].+");

  private FontEncodings() {}

  /**
   * The encoding of a font, by its name.
   *
   * @param fontFamily one family or several as a style sheet lists them, of which the first counts;
   *     in any case, with or without quotes
   */
  public static Optional<LegacyEncoding> ofFont(String fontFamily) {
    String family = first(fontFamily);
    if (TCVN3.matcher(family).matches()) {
      return Optional.of(LegacyEncoding.TCVN3);
    }
    if (VNI.matcher(family).matches()) {
      return Optional.of(LegacyEncoding.VNI);
    }
    return VPS.matcher(family).matches() ? Optional.of(LegacyEncoding.VPS) : Optional.empty();
  }

  /** Whether a font shows small letters as capitals: the fonts of TCVN3 whose name ends in H. */
  public static boolean isCapitals(String fontFamily) {
    String family = first(fontFamily);
    return family.endsWith("h") && TCVN3.matcher(family).matches();
  }

  private static String first(String families) {
    int comma = families.indexOf(',');
    String family = comma < 0 ? families : families.substring(0, comma);
    return family.replaceAll("[\"']", "").strip().toLowerCase(Locale.ROOT);
  }
}
