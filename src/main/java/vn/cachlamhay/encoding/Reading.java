package vn.cachlamhay.encoding;

/**
 * What a line says if it is in some encoding. Immutable.
 *
 * @param name of the encoding
 * @param text of the line
 */
record Reading(String name, String text, Evidence evidence) {

  static final String UTF_8 = "UTF-8";
  static final String NFD = "UTF-8 (NFD)";
  static final String MISREAD = "UTF-8 (windows-1252)";
  static final String WINDOWS_1252 = "windows-1252";

  Reading(String name, String text) {
    this(name, text, Evidence.of(text));
  }

  static Reading of(LegacyEncoding encoding, String shown) {
    return new Reading(encoding.label(), encoding.toUnicode(shown));
  }

  int score() {
    return evidence.score();
  }
}
