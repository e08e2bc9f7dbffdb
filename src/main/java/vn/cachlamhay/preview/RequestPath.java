package vn.cachlamhay.preview;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads addresses as they come over the wire. What could mean something else to the file system of
 * some machine than to a browser is refused rather than mended: browsers send nothing of the kind.
 * Stateless.
 */
final class RequestPath {

  private static final int LONGEST = 2000;

  /** A separator of folders in disguise. */
  private static final Pattern DISGUISED = Pattern.compile("(?i)%2f|%5c|\\\\");

  /** What Windows takes for a device, with any extension. */
  private static final Pattern DEVICE =
      Pattern.compile("(?i)(con|prn|aux|nul|conin\\$|conout\\$|(com|lpt)[0-9¹²³])(\\..*)?");

  /** The one hidden folder that hosts publish. */
  private static final Set<String> HIDDEN_BUT_PUBLIC = Set.of(".well-known");

  private RequestPath() {}

  /** The path of a request, decoded; empty where it is not one that a browser sends. */
  static Optional<String> of(String raw) {
    if (!raw.startsWith("/") || raw.length() > LONGEST || DISGUISED.matcher(raw).find()) {
      return Optional.empty();
    }
    return decoded(raw, false).filter(RequestPath::isPlain).map(RequestPath::normalised);
  }

  /** The values of a query, decoded; empty where one is not text. */
  static Optional<Map<String, String>> query(String raw) {
    var values = new LinkedHashMap<String, String>();
    if (raw == null || raw.isEmpty()) {
      return Optional.of(values);
    }
    for (String part : raw.split("&")) {
      int equals = part.indexOf('=');
      Optional<String> name = decoded(equals < 0 ? part : part.substring(0, equals), true);
      Optional<String> value = decoded(equals < 0 ? "" : part.substring(equals + 1), true);
      if (name.isEmpty() || value.isEmpty()) {
        return Optional.empty();
      }
      values.put(name.get(), value.get());
    }
    return Optional.of(values);
  }

  private static boolean isPlain(String path) {
    if (path.chars().anyMatch(c -> c < ' ' || c == 0x7f || c == '\\' || c == ':')) {
      return false;
    }
    for (String part : path.split("/")) {
      if (part.equals(".") || part.equals("..") || isOtherOnWindows(part) || isHidden(part)) {
        return false;
      }
    }
    return true;
  }

  /** Windows leaves out dots and spaces at the end of names, and has devices in every folder. */
  private static boolean isOtherOnWindows(String part) {
    return part.endsWith(".") || part.endsWith(" ") || DEVICE.matcher(part).matches();
  }

  private static boolean isHidden(String part) {
    return part.startsWith(".") && !HIDDEN_BUT_PUBLIC.contains(part.toLowerCase(Locale.ROOT));
  }

  private static String normalised(String path) {
    List<String> parts = new ArrayList<>();
    for (String part : path.split("/")) {
      if (!part.isEmpty()) {
        parts.add(part);
      }
    }
    String joined = "/" + String.join("/", parts);
    return path.endsWith("/") && !parts.isEmpty() ? joined + "/" : joined;
  }

  /** Decodes once, and takes only what is UTF-8. */
  static Optional<String> decoded(String raw, boolean plusIsSpace) {
    byte[] in = raw.getBytes(StandardCharsets.UTF_8);
    ByteBuffer out = ByteBuffer.allocate(in.length);
    for (int i = 0; i < in.length; i++) {
      if (in[i] == '%') {
        if (i + 2 >= in.length || !isHex(in[i + 1]) || !isHex(in[i + 2])) {
          return Optional.empty();
        }
        out.put(
            (byte) (HexFormat.fromHexDigit(in[i + 1]) << 4 | HexFormat.fromHexDigit(in[i + 2])));
        i += 2;
      } else {
        out.put(in[i] == '+' && plusIsSpace ? (byte) ' ' : in[i]);
      }
    }
    try {
      return Optional.of(StandardCharsets.UTF_8.newDecoder().decode(out.flip()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  private static boolean isHex(byte b) {
    return HexFormat.isHexDigit(b);
  }
}
