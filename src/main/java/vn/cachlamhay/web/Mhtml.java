package vn.cachlamhay.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A page with its files in one file as browsers save it: MIME {@code multipart/related} (RFC 2045,
 * 2046, 2557). Reads what browsers write, and of anything else as much as can be made out.
 * Immutable.
 *
 * @param parts in their order, without those that hold others
 */
record Mhtml(List<Part> parts) {

  private static final int MOST_PARTS = 3000;
  private static final int DEEPEST = 6;
  private static final int LONGEST_HEAD = 64 * 1024;
  private static final Pattern PARAMETER =
      Pattern.compile("(?i);\\s*([\\w-]+)\\s*=\\s*(?:\"([^\"]*)\"|([^;\\s]*))");

  /**
   * A file.
   *
   * @param type in lower case, without parameters
   * @param charset as it is named
   * @param location its address, or empty
   * @param id its Content-ID without brackets, or empty
   */
  record Part(String type, Optional<String> charset, String location, String id, byte[] bytes) {}

  /** Takes a file apart. */
  static Mhtml of(byte[] file) {
    var parts = new ArrayList<Part>();
    read(file, 0, file.length, 0, parts);
    return new Mhtml(List.copyOf(parts));
  }

  /** The page itself. */
  Optional<Part> page() {
    return parts.stream()
        .filter(part -> part.type().equals("text/html") || part.type().contains("xhtml"))
        .findFirst();
  }

  private static void read(byte[] file, int from, int to, int depth, List<Part> parts) {
    int body = endOfHead(file, from, to);
    Map<String, String> head = head(file, from, Math.min(body, from + LONGEST_HEAD));
    String type = head.getOrDefault("content-type", "text/plain");
    String plain = type.replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    Optional<String> boundary = parameter(type, "boundary").filter(each -> !each.isEmpty());
    if (plain.startsWith("multipart/") && boundary.isPresent()) {
      if (depth < DEEPEST) {
        between(file, body, to, "--" + boundary.get(), depth, parts);
      }
      return;
    }
    String encoding = head.getOrDefault("content-transfer-encoding", "").toLowerCase(Locale.ROOT);
    if (parts.size() < MOST_PARTS) {
      parts.add(
          new Part(
              plain,
              parameter(type, "charset").filter(each -> !each.isEmpty()),
              head.getOrDefault("content-location", "").replaceAll("\\s+", ""),
              head.getOrDefault("content-id", "").replaceAll("[<>\\s]", ""),
              decoded(file, body, to, encoding)));
    }
  }

  private static void between(
      byte[] file, int from, int to, String mark, int depth, List<Part> parts) {
    byte[] bytes = mark.getBytes(StandardCharsets.ISO_8859_1);
    int start = -1;
    int line = from;
    while (line < to && parts.size() < MOST_PARTS) {
      int end = endOfLine(file, line, to);
      if (startsWith(file, line, end, bytes)) {
        if (start >= 0) {
          read(file, start, withoutLineEnd(file, start, line), depth + 1, parts);
        }
        start = end;
        int after = line + bytes.length;
        if (after + 1 < end && file[after] == '-' && file[after + 1] == '-') {
          return;
        }
      }
      line = end;
    }
    if (start >= 0 && start < to && parts.size() < MOST_PARTS) {
      // cut off in a part: what is there of it
      read(file, start, to, depth + 1, parts);
    }
  }

  private static int endOfLine(byte[] file, int from, int to) {
    int at = from;
    while (at < to && file[at] != '\n') {
      at++;
    }
    return Math.min(at + 1, to);
  }

  /** The line end before a mark belongs to the mark. */
  private static int withoutLineEnd(byte[] file, int from, int at) {
    int end = at > from && file[at - 1] == '\n' ? at - 1 : at;
    return end > from && file[end - 1] == '\r' ? end - 1 : end;
  }

  private static boolean startsWith(byte[] file, int from, int to, byte[] mark) {
    if (to - from < mark.length) {
      return false;
    }
    for (int i = 0; i < mark.length; i++) {
      if (file[from + i] != mark[i]) {
        return false;
      }
    }
    return true;
  }

  private static int endOfHead(byte[] file, int from, int to) {
    int line = from;
    while (line < to) {
      int end = endOfLine(file, line, to);
      if (end - line <= 2 && (file[line] == '\n' || file[line] == '\r')) {
        return end;
      }
      line = end;
    }
    return to;
  }

  private static Map<String, String> head(byte[] file, int from, int to) {
    String text = new String(file, from, Math.max(0, to - from), StandardCharsets.UTF_8);
    var head = new TreeMap<String, String>();
    for (String line : text.replaceAll("\\r?\\n[ \\t]+", " ").split("\\r?\\n")) {
      int colon = line.indexOf(':');
      if (colon > 0) {
        head.putIfAbsent(
            line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
            line.substring(colon + 1).strip());
      }
    }
    return head;
  }

  private static Optional<String> parameter(String value, String name) {
    Matcher parameters = PARAMETER.matcher(value);
    while (parameters.find()) {
      if (parameters.group(1).equalsIgnoreCase(name)) {
        String quoted = parameters.group(2);
        return Optional.of(quoted == null ? parameters.group(3) : quoted);
      }
    }
    return Optional.empty();
  }

  private static byte[] decoded(byte[] file, int from, int to, String encoding) {
    if (encoding.contains("quoted-printable")) {
      return quotedPrintable(file, from, to);
    }
    byte[] plain = java.util.Arrays.copyOfRange(file, from, Math.max(from, to));
    if (!encoding.contains("base64")) {
      return plain;
    }
    try {
      return Base64.getMimeDecoder().decode(plain);
    } catch (IllegalArgumentException e) {
      // cut off: as good as no file
      return new byte[0];
    }
  }

  /** What does not follow the rules stands for itself, as RFC 2045, 6.7 advises. */
  static byte[] quotedPrintable(byte[] file, int from, int to) {
    var out = new ByteArrayOutputStream(Math.max(16, to - from));
    int at = from;
    while (at < to) {
      if (file[at] != '=') {
        out.write(file[at++]);
        continue;
      }
      int end = at + 1;
      while (end < to && (file[end] == ' ' || file[end] == '\t' || file[end] == '\r')) {
        end++;
      }
      if (end >= to || file[end] == '\n') {
        at = Math.min(end + 1, to);
        continue;
      }
      int high = at + 2 < to ? Character.digit(file[at + 1], 16) : -1;
      int low = at + 2 < to ? Character.digit(file[at + 2], 16) : -1;
      if (high >= 0 && low >= 0) {
        out.write(high * 16 + low);
        at += 3;
      } else {
        out.write(file[at++]);
      }
    }
    return out.toByteArray();
  }
}
