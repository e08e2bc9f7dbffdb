package vn.cachlamhay.word;

import java.util.Optional;

/**
 * The fonts that a document calls by their role. Immutable.
 *
 * @param major of headings, or empty
 * @param minor of the text, or empty
 */
record Theme(String major, String minor) {

  static Theme of(Optional<XmlNode> part) {
    if (part.isEmpty()) {
      return new Theme("", "");
    }
    XmlNode fonts = part.get().first("a:fontScheme");
    return new Theme(
        fonts.child("a:majorFont").child("a:latin").get("typeface"),
        fonts.child("a:minorFont").child("a:latin").get("typeface"));
  }

  /**
   * The family of the letters above ASCII, in which old fonts have Vietnamese; empty where nothing
   * is said.
   */
  String font(XmlNode fonts) {
    for (String way : new String[] {"hAnsi", "ascii"}) {
      String role = fonts.get(way + "Theme");
      if (role.startsWith("major") && !major.isEmpty()) {
        return major;
      }
      if (role.startsWith("minor") && !minor.isEmpty()) {
        return minor;
      }
      if (!fonts.get(way).isEmpty()) {
        return fonts.get(way);
      }
    }
    return "";
  }
}
