package vn.cachlamhay.richtext;

import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import vn.cachlamhay.text.VietnameseText;

/** What the descriptions of pasted pictures are worth. Stateless. */
final class PictureWords {

  /** What programs write of their own: names of files, and what a machine guessed. */
  private static final Pattern FILE =
      Pattern.compile(
          "(?i)(?:.*[\\\\/].*|\\S*\\.(?:png|jpe?g|gif|webp|bmp|emf|wmf|svg|tiff?)"
              + "|(?:picture|image|graphic|graphics|hình ảnh|hình|ảnh|chart|object)\\s*\\d*)");

  private static final Pattern GUESS =
      Pattern.compile(
          "(?is)\\s*(?:\\bdescription automatically generated|mô tả được tạo tự động"
              + "|\\bai-generated content may be incorrect|nội dung do ai tạo ra có thể"
              + "|,?\\s*image may contain|có thể là hình ảnh).*");

  private static final int SMALL = 36;

  private PictureWords() {}

  /** The description of a picture, if somebody wrote one. */
  static String of(Element image) {
    String alt = VietnameseText.tidy(plain(image.attr("alt")));
    String told = GUESS.matcher(alt).replaceAll("").strip();
    return FILE.matcher(told).matches() ? "" : told;
  }

  /** Whether a picture is too small to show anything: a smiley, an icon, a counter of readers. */
  static boolean isDecoration(Element image) {
    int width = size(image.attr("width"));
    int height = size(image.attr("height"));
    boolean small = width > 0 && width <= SMALL && height > 0 && height <= SMALL;
    return small || width == 1 || height == 1 || !smiley(image).isEmpty();
  }

  /** The smiley that a picture stands for; empty where it stands for none. */
  static String smiley(Element image) {
    String alt = image.attr("alt").strip();
    boolean symbols =
        !alt.isEmpty()
            && alt.length() <= 14
            && alt.codePoints().noneMatch(c -> Character.isLetterOrDigit(c) || c < 0xa0);
    return symbols ? alt : "";
  }

  private static int size(String written) {
    return written.matches("\\d{1,5}(px)?") ? Integer.parseInt(written.replace("px", "")) : 0;
  }

  private static String plain(String text) {
    var out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(SpecialLetters.isSpace(c) ? " " : SpecialLetters.plain(c));
    }
    return out.toString();
  }
}
