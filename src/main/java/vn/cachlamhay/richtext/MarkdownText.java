package vn.cachlamhay.richtext;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import vn.cachlamhay.diag.Problem;

/**
 * A text as an article has it. Immutable, if nobody writes into the bytes of its pictures.
 *
 * @param markdown ending in a line end, or empty
 * @param pictures in the order of the text; each stands once in the Markdown
 * @param notices what the editor should know, each to be told with {@code diag.Messages}
 */
public record MarkdownText(String markdown, List<Picture> pictures, List<Problem> notices) {

  public MarkdownText {
    pictures = List.copyOf(pictures);
    notices = List.copyOf(notices);
  }

  /**
   * A picture whose file has yet to be put beside the article.
   *
   * @param name for the file: {@code anh-dan-1.png}; it also stands in the Markdown until {@link
   *     #withReferences} puts the real one there
   * @param bytes of the file, which nobody has checked but for how they begin
   * @param start where in the Markdown the name begins
   */
  public record Picture(String name, byte[] bytes, int start) {}

  /**
   * The Markdown with the references under which the pictures are stored.
   *
   * @param reference of a picture; empty where it could not be stored: its description is left as
   *     text
   */
  public String withReferences(Function<Picture, Optional<String>> reference) {
    var out = new StringBuilder();
    int from = 0;
    for (Picture picture : pictures) {
      Optional<String> stored = reference.apply(picture);
      int end = picture.start() + picture.name().length();
      if (stored.isPresent()) {
        out.append(markdown, from, picture.start()).append(stored.get());
        from = end;
      } else {
        int open = markdown.lastIndexOf("![", picture.start());
        int close = markdown.indexOf(')', end) + 1;
        // the description, without what stands around it
        out.append(markdown, from, open).append(markdown, open + 2, picture.start() - 2);
        from = hasTitle(end) ? titleEnd(end) : close;
      }
    }
    return out.append(markdown.substring(from)).toString();
  }

  private boolean hasTitle(int end) {
    return markdown.startsWith(" \"", end);
  }

  private int titleEnd(int end) {
    int at = end + 2;
    while (markdown.charAt(at) != '"') {
      at += markdown.charAt(at) == '\\' ? 2 : 1;
    }
    return at + 2;
  }

  /**
   * A picture as it was found.
   *
   * @param type how its file name ends
   */
  record Content(String type, byte[] bytes) {

    /** What kind of picture these bytes are; empty where no browser would show them. */
    static Optional<String> type(byte[] bytes) {
      String begin = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1);
      if (begin.startsWith("\u0089PNG\r\n")) {
        return Optional.of("png");
      }
      if (begin.startsWith("\u00ff\u00d8\u00ff")) {
        return Optional.of("jpg");
      }
      if (begin.startsWith("GIF8")) {
        return Optional.of("gif");
      }
      if (begin.startsWith("RIFF") && begin.startsWith("WEBP", 8)) {
        return Optional.of("webp");
      }
      return begin.contains("<svg") ? Optional.of("svg") : Optional.empty();
    }
  }
}
