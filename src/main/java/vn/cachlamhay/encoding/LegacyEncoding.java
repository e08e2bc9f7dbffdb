package vn.cachlamhay.encoding;

/**
 * How Vietnamese was written before Unicode. The tables stand in resources that name their sources.
 * Immutable.
 */
public enum LegacyEncoding {
  /** TCVN 5712:1993, VN3, also called ABC: the fonts ".VnTime", ".VnArial" and so on. */
  TCVN3("TCVN3", CodeTable.read("tcvn3.txt")),
  /**
   * VNI for Windows: the fonts "VNI-Times" and so on. Small marks behind capitals are read too, as
   * a change of case in a word processor leaves them.
   */
  VNI("VNI", CodeTable.read("vni.txt").withMarksOfBothCases()),
  /** Microsoft's code page: the tones as marks of their own. */
  WINDOWS_1258("windows-1258", CodeTable.read("windows-1258.txt")),
  /** RFC 1456. */
  VISCII("VISCII", CodeTable.read("viscii.txt")),
  /** Of the VPS keyboard, used abroad. */
  VPS("VPS", CodeTable.read("vps.txt"));

  private final String label;
  private final CodeTable table;

  LegacyEncoding(String label, CodeTable table) {
    this.label = label;
    this.table = table;
  }

  /** The name by which people know it. */
  public String label() {
    return label;
  }

  /**
   * The text as Unicode, composed. What is no letter of the encoding stays as it is; the text is
   * taken at its word, so hand over no text that is Unicode already.
   *
   * @param text as a program shows it that takes the bytes for windows-1252 or ISO 8859-1
   */
  public String toUnicode(String text) {
    String letters = table.toUnicode(text);
    if (this == TCVN3) {
      return Capitals.restored(letters);
    }
    return this == WINDOWS_1258 ? Composition.of(letters) : letters;
  }
}
