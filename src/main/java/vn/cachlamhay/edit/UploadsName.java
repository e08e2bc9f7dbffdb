package vn.cachlamhay.edit;

import java.util.Locale;
import java.util.regex.Pattern;
import vn.cachlamhay.text.VietnameseText;

/**
 * The name of a file as every system and every address can have it: {@code "Ảnh Hội nghị (1).JPG"}
 * is {@code anh-hoi-nghi-1.jpg}. Immutable.
 *
 * @param stem may be empty, where nothing of the name is left
 * @param extension in lower case, without the dot; may be empty
 */
record UploadsName(String stem, String extension) {

  /** Of the stem; addresses become long enough by their folders. */
  private static final int LONGEST = 80;

  private static final Pattern DEVICE =
      Pattern.compile("con|prn|aux|nul|com[0-9]|lpt[0-9]|conin|conout|clock");

  static UploadsName of(String fileName) {
    String last =
        fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
    int dot = last.lastIndexOf('.');
    String extension = dot < 0 ? "" : last.substring(dot + 1).strip().toLowerCase(Locale.ROOT);
    String slug = VietnameseText.slug(dot < 0 ? last : last.substring(0, dot));
    if (slug.length() > LONGEST) {
      int hyphen = slug.lastIndexOf('-', LONGEST);
      slug = slug.substring(0, hyphen > LONGEST / 2 ? hyphen : LONGEST);
    }
    return new UploadsName(DEVICE.matcher(slug).matches() ? slug + "-tep" : slug, extension);
  }

  /** The same with another stem where there is none. */
  UploadsName orElse(String word) {
    return stem.isEmpty() ? new UploadsName(word, extension) : this;
  }

  /** The name, from the second on with a number. */
  String numbered(int number) {
    return stem + (number == 1 ? "" : "-" + number) + "." + extension;
  }
}
