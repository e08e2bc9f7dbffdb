package vn.cachlamhay.web;

import java.io.ByteArrayOutputStream;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.richtext.FileSource;

/**
 * Files that stand in a page as {@code data:} addresses, set aside before anything is parsed so
 * that they cost neither time nor memory; {@link #SCHEME} and a number stand in for them.
 *
 * @param page what is left
 * @param addresses what was set aside
 */
record EmbeddedFiles(byte[] page, List<byte[]> addresses) implements FileSource {

  static final String SCHEME = "x-tep-nhung:";

  private static final byte[] DATA = "data:".getBytes(StandardCharsets.US_ASCII);

  /** Shorter ones are the blanks that stand in for pictures that scripts load. */
  private static final int SHORTEST = 400;

  static EmbeddedFiles apart(byte[] page) {
    var rest = new ByteArrayOutputStream(Math.min(page.length, 1 << 20));
    var files = new ArrayList<byte[]>();
    int from = 0;
    int at = next(page, 0);
    while (at >= 0) {
      int end = at;
      while (end < page.length && "\"'<>) ".indexOf(page[end]) < 0) {
        end++;
      }
      if (end - at >= SHORTEST) {
        rest.write(page, from, at - from);
        rest.writeBytes((SCHEME + files.size()).getBytes(StandardCharsets.US_ASCII));
        files.add(java.util.Arrays.copyOfRange(page, at, end));
        from = end;
      }
      at = next(page, Math.max(end, at + 1));
    }
    rest.write(page, from, page.length - from);
    return new EmbeddedFiles(rest.toByteArray(), files);
  }

  private static int next(byte[] page, int from) {
    for (int i = from; i + DATA.length <= page.length; i++) {
      int same = 0;
      while (same < DATA.length && page[i + same] == DATA[same]) {
        same++;
      }
      if (same == DATA.length) {
        return i;
      }
    }
    return -1;
  }

  @Override
  public Optional<byte[]> open(String address) {
    String number = address.startsWith(SCHEME) ? address.substring(SCHEME.length()) : "";
    if (!number.matches("\\d{1,6}") || Integer.parseInt(number) >= addresses.size()) {
      return Optional.empty();
    }
    return decoded(addresses.get(Integer.parseInt(number)));
  }

  private static Optional<byte[]> decoded(byte[] data) {
    String address = new String(data, StandardCharsets.ISO_8859_1);
    int comma = address.indexOf(',');
    if (comma < 0) {
      return Optional.empty();
    }
    String code = address.substring(comma + 1);
    try {
      if (address.substring(0, comma).endsWith(";base64")) {
        String plain = code.indexOf('%') < 0 ? code : unescaped(code);
        return Optional.of(Base64.getMimeDecoder().decode(plain));
      }
      return Optional.of(unescaped(code).getBytes(StandardCharsets.ISO_8859_1));
    } catch (IllegalArgumentException e) {
      // cut off: as good as no file
      return Optional.empty();
    }
  }

  private static String unescaped(String code) {
    return URLDecoder.decode(code.replace("+", "%2B"), StandardCharsets.ISO_8859_1);
  }
}
