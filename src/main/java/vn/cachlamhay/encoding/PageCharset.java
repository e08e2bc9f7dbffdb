package vn.cachlamhay.encoding;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The encoding that a page in HTML names. It is taken at its word only where its bytes are not
 * UTF-8, and where the name tells more than that they are single bytes. Stateless.
 */
final class PageCharset {

  /** Where browsers look for the name too. */
  private static final int HEAD = 4096;

  private static final Pattern PAGE =
      Pattern.compile(
          "<(?:!doctype\\s+html|html|head|meta|body|title)\\b", Pattern.CASE_INSENSITIVE);

  private static final Pattern NAMED =
      Pattern.compile("<meta[^>]*?charset\\s*=\\s*[\"']?\\s*([\\w.:-]+)", Pattern.CASE_INSENSITIVE);

  private static final Pattern OLD_FONT =
      Pattern.compile("[\"'\\s:=,](?:\\.vn|vni-)[a-z]", Pattern.CASE_INSENSITIVE);

  private static final Map<String, LegacyEncoding> OLD =
      Map.of(
          "windows-1258", LegacyEncoding.WINDOWS_1258,
          "cp1258", LegacyEncoding.WINDOWS_1258,
          "x-cp1258", LegacyEncoding.WINDOWS_1258,
          "viscii", LegacyEncoding.VISCII,
          "csviscii", LegacyEncoding.VISCII,
          "x-viet-vps", LegacyEncoding.VPS,
          "tcvn", LegacyEncoding.TCVN3,
          "x-viet-tcvn5712", LegacyEncoding.TCVN3,
          "x-viet-vni", LegacyEncoding.VNI);

  private PageCharset() {}

  /** The page; empty where the bytes are none, or where its lines have to be looked at. */
  static Optional<Decoded> decoded(byte[] bytes, Optional<String> said) {
    String head = Windows1252.text(bytes, 0, Math.min(HEAD, bytes.length));
    if (!PAGE.matcher(head).find()) {
      return Optional.empty();
    }
    Optional<String> unicode = utf8(bytes);
    if (unicode.isPresent()) {
      // where old fonts tell which words are in old codes, nothing else may convert them
      return unicode
          .filter(text -> OLD_FONT.matcher(text).find())
          .map(text -> new Decoded(text, Reading.UTF_8, Certainty.SURE));
    }
    Matcher named = NAMED.matcher(head);
    String name =
        said.or(() -> named.find() ? Optional.of(named.group(1)) : Optional.empty())
            .orElse("")
            .toLowerCase(Locale.ROOT);
    String shown = Windows1252.text(bytes, 0, bytes.length);
    if (OLD_FONT.matcher(shown).find()) {
      return Optional.of(new Decoded(shown, Reading.WINDOWS_1252, Certainty.LIKELY));
    }
    if (OLD.containsKey(name)) {
      Reading reading = Reading.of(OLD.get(name), shown);
      return reading.score() >= 0
          ? Optional.of(new Decoded(reading.text(), reading.name(), Certainty.LIKELY))
          : Optional.empty();
    }
    return other(name)
        .map(charset -> new Decoded(new String(bytes, charset), charset.name(), Certainty.LIKELY));
  }

  /** A charset that is neither UTF-8, which the bytes are not, nor Latin, which they may not be. */
  private static Optional<Charset> other(String name) {
    try {
      Charset charset = Charset.forName(name.isEmpty() ? "UTF-8" : name);
      boolean latin = charset.name().matches("(?i)utf-8|us-ascii|iso-8859-1(?:5)?|windows-1252");
      return latin ? Optional.empty() : Optional.of(charset);
    } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
      // a name that nobody knows, "x-user-defined" above all, says nothing
      return Optional.empty();
    }
  }

  private static Optional<String> utf8(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException e) {
      // asked to find out
      return Optional.empty();
    }
  }
}
