package vn.cachlamhay.edit;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import vn.cachlamhay.picture.PictureHeader;

/** Tells by their content what files are. Stateless. */
final class UploadsContent {

  private static final int OLE = 0xD0CF11E0;

  private UploadsContent() {}

  /** The endings that the name of such a file may have; empty where it is nothing that is taken. */
  static Set<String> endings(byte[] bytes) {
    if (startsWith(bytes, 0, "\u00ff\u00d8\u00ff")) {
      return Set.of("jpg", "jpeg");
    }
    if (startsWith(bytes, 0, "\u0089PNG\r\n\u001a\n")) {
      return Set.of("png");
    }
    if (startsWith(bytes, 0, "GIF87a") || startsWith(bytes, 0, "GIF89a")) {
      return Set.of("gif");
    }
    if (startsWith(bytes, 0, "RIFF")) {
      return startsWith(bytes, 8, "WEBP")
          ? Set.of("webp")
          : startsWith(bytes, 8, "WAVE") ? Set.of("wav") : Set.of();
    }
    if (startsWith(bytes, 0, "%PDF-")) {
      return Set.of("pdf");
    }
    if (startsWith(bytes, 0, "PK\u0003\u0004")) {
      return office(UploadsZip.names(bytes), bytes);
    }
    if (bytes.length > 8 && number(bytes, 0) == OLE) {
      return oldOffice(bytes);
    }
    return sound(bytes).isEmpty() ? text(bytes) : sound(bytes);
  }

  /** Whether a picture ends as it should. */
  static boolean isWhole(PictureHeader.Format format, byte[] bytes) {
    if (format == PictureHeader.Format.JPEG) {
      return lastIndexOf(bytes, "\u00ff\u00d9") > 0;
    }
    if (format == PictureHeader.Format.PNG) {
      return lastIndexOf(bytes, "IEND\u00ae\u0042\u0060\u0082") > 0;
    }
    if (format == PictureHeader.Format.WEBP) {
      return Integer.reverseBytes(number(bytes, 4)) + 8L <= bytes.length;
    }
    return bytes.length > 14;
  }

  private static Set<String> office(List<String> names, byte[] bytes) {
    // OpenDocument says what it is in its first entry, which is not compressed
    String mime = "mimetypeapplication/vnd.oasis.opendocument.";
    if (startsWith(bytes, 30, mime)) {
      if (startsWith(bytes, 30 + mime.length(), "text")) {
        return Set.of("odt");
      }
      if (startsWith(bytes, 30 + mime.length(), "spreadsheet")) {
        return Set.of("ods");
      }
      return startsWith(bytes, 30 + mime.length(), "presentation") ? Set.of("odp") : Set.of();
    }
    if (!names.contains("[Content_Types].xml")) {
      return Set.of();
    }
    if (names.contains("word/document.xml")) {
      return Set.of("docx");
    }
    if (names.contains("xl/workbook.xml")) {
      return Set.of("xlsx");
    }
    return names.contains("ppt/presentation.xml") ? Set.of("pptx") : Set.of();
  }

  private static Set<String> oldOffice(byte[] bytes) {
    if (contains(bytes, wide("WordDocument"))) {
      return Set.of("doc");
    }
    if (contains(bytes, wide("Workbook")) || contains(bytes, wide("Book"))) {
      return Set.of("xls");
    }
    return contains(bytes, wide("PowerPoint Document")) ? Set.of("ppt") : Set.of();
  }

  private static Set<String> sound(byte[] bytes) {
    if (startsWith(bytes, 4, "ftypM4A") || startsWith(bytes, 4, "ftypmp42")) {
      return Set.of("m4a");
    }
    if (startsWith(bytes, 0, "OggS")) {
      return startsWith(bytes, 28, "OpusHead") ? Set.of("ogg", "opus") : Set.of("ogg");
    }
    boolean frame =
        bytes.length > 3
            && (bytes[0] & 0xFF) == 0xFF
            && (bytes[1] & 0xE6) == 0xE2
            && (bytes[2] & 0xF0) != 0xF0;
    return frame || startsWith(bytes, 0, "ID3") ? Set.of("mp3") : Set.of();
  }

  private static Set<String> text(byte[] bytes) {
    String text;
    try {
      text =
          bytes.length > 1 && (bytes[0] & bytes[1] & 0xFE) == 0xFE
              ? StandardCharsets.UTF_16.newDecoder().decode(ByteBuffer.wrap(bytes)).toString()
              : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      // neither of the codes that browsers tell apart
      return Set.of();
    }
    boolean letters = text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t');
    String begin =
        text.substring(0, Math.min(text.length(), 2000)).strip().toLowerCase(Locale.ROOT);
    String plain = begin.startsWith("\ufeff") ? begin.substring(1).strip() : begin;
    if (!letters) {
      return Set.of();
    }
    if (plain.startsWith("<")) {
      return plain.contains("<svg") || plain.contains("<!entity") ? Set.of("svg") : Set.of();
    }
    return Set.of("csv", "txt");
  }

  static boolean startsWith(byte[] bytes, int at, String latin) {
    if (at < 0 || bytes.length < at + latin.length()) {
      return false;
    }
    for (int i = 0; i < latin.length(); i++) {
      if ((bytes[at + i] & 0xFF) != latin.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  static boolean contains(byte[] bytes, String latin) {
    for (int i = 0; i + latin.length() <= bytes.length; i++) {
      if ((bytes[i] & 0xFF) == latin.charAt(0) && startsWith(bytes, i, latin)) {
        return true;
      }
    }
    return false;
  }

  static int lastIndexOf(byte[] bytes, String latin) {
    int at = bytes.length - latin.length();
    while (at >= 0 && !startsWith(bytes, at, latin)) {
      at--;
    }
    return at;
  }

  /** As Windows writes names within old files. */
  static String wide(String name) {
    var out = new StringBuilder();
    name.chars().forEach(c -> out.append((char) c).append('\0'));
    return out.toString();
  }

  private static int number(byte[] bytes, int at) {
    return ByteBuffer.wrap(bytes).getInt(at);
  }
}
