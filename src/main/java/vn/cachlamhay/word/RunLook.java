package vn.cachlamhay.word;

/**
 * How words look in Word. Immutable.
 *
 * @param raise "sup", "sub" or empty
 * @param font the family, or empty
 * @param size in half points
 */
record RunLook(
    boolean bold,
    boolean italic,
    boolean struck,
    String raise,
    boolean hidden,
    String font,
    int size) {

  /** What Word takes where nobody says anything: ten points. */
  static final RunLook PLAIN = new RunLook(false, false, false, "", false, "", 20);

  /** The look where some properties of a run add to it. */
  RunLook with(XmlNode properties, Theme theme) {
    if (properties.children().isEmpty()) {
      return this;
    }
    String align = properties.value("w:vertAlign");
    String font = theme.font(properties.child("w:rFonts"));
    boolean twice = isOn(properties, "w:dstrike", false);
    return new RunLook(
        isOn(properties, "w:b", bold),
        isOn(properties, "w:i", italic),
        isOn(properties, "w:strike", struck) || twice,
        align.isEmpty() ? raise : raise(align),
        isOn(properties, "w:vanish", hidden),
        font.isEmpty() ? this.font : font,
        XmlNode.number(properties.value("w:sz"), size));
  }

  private static String raise(String align) {
    if (align.equals("superscript")) {
      return "sup";
    }
    return align.equals("subscript") ? "sub" : "";
  }

  private static boolean isOn(XmlNode properties, String name, boolean inherited) {
    return properties.has(name) ? XmlNode.isOn(properties.value(name)) : inherited;
  }

  RunLook withoutItalic() {
    return new RunLook(bold, false, struck, raise, hidden, font, size);
  }

  RunLook withFont(String other) {
    return new RunLook(bold, italic, struck, raise, hidden, other, size);
  }
}
