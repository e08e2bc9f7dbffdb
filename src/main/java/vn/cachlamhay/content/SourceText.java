package vn.cachlamhay.content;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.Problems;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.text.VietnameseText;

/** Makes text of the bytes of a content file. Stateless. */
public final class SourceText {

  private SourceText() {}

  /**
   * The file's text in NFC with single line feeds and without a byte order mark.
   *
   * @return empty after telling why, where it is not UTF-8 or holds nothing
   */
  public static Optional<String> decode(byte[] bytes, String name, Problems problems) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CharBuffer out = CharBuffer.allocate(bytes.length);
    CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, out, true);
    String text = unifyLineEnds(out.flip().toString());
    if (result.isError()) {
      int line = 1 + (int) text.chars().filter(c -> c == '\n').count();
      int column = text.length() - text.lastIndexOf('\n');
      problems.add(
          ProblemCode.KHONG_PHAI_UTF8,
          new SourcePos(name, line, column),
          Integer.toString(in.position() + 1));
      return Optional.empty();
    }
    if (text.isBlank()) {
      problems.add(ProblemCode.TEP_RONG, SourcePos.ofFile(name));
      return Optional.empty();
    }
    return Optional.of(VietnameseText.nfc(text));
  }

  private static String unifyLineEnds(String text) {
    String unified = text.indexOf('\r') < 0 ? text : text.replace("\r\n", "\n").replace('\r', '\n');
    return unified.startsWith("\ufeff") ? unified.substring(1) : unified;
  }
}
