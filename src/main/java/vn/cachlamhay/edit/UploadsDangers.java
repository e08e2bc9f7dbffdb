package vn.cachlamhay.edit;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Files that are more than they seem: a picture that is an archive or a page too, a document with
 * programs in it. Stateless.
 */
final class UploadsDangers {

  private static final int BEGIN = 1024;

  private static final Set<String> TEXTS = Set.of("svg", "csv", "txt");

  private UploadsDangers() {}

  /** What is dangerous in a file, in words that its editor knows. */
  static Optional<String> in(byte[] bytes, String extension, UploadsKind kind) {
    if (TEXTS.contains(extension)) {
      return Optional.empty();
    }
    boolean archive = UploadsContent.startsWith(bytes, 0, "PK\u0003\u0004");
    if (!archive && UploadsZip.hasDirectory(bytes)) {
      return Optional.of("một tệp nén (ZIP)");
    }
    if (kind != UploadsKind.DOCUMENT && hasMarkup(bytes)) {
      return Optional.of("mã chạy được (script)");
    }
    String begin = new String(bytes, 0, Math.min(bytes.length, BEGIN), StandardCharsets.ISO_8859_1);
    if (!extension.equals("pdf") && begin.contains("%PDF-")) {
      return Optional.of("một tệp PDF");
    }
    boolean macros =
        archive && UploadsZip.names(bytes).stream().anyMatch(UploadsDangers::isProgram)
            || UploadsContent.startsWith(bytes, 0, "\u00d0\u00cf\u0011\u00e0")
                && UploadsContent.contains(bytes, UploadsContent.wide("_VBA_PROJECT"));
    if (macros) {
      return Optional.of("macro");
    }
    boolean launches = extension.equals("pdf") && UploadsContent.contains(bytes, "/Launch");
    return launches ? Optional.of("lệnh mở chương trình khác") : Optional.empty();
  }

  private static boolean isProgram(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith("vbaproject.bin")
        || lower.startsWith("basic/")
        || lower.startsWith("scripts/")
        || lower.matches(".*\\.(exe|dll|js|vbs|bat|cmd|ps1|scr|jar|hta|com)");
  }

  /** Long enough words that they hardly ever stand among pixels or sound by chance. */
  private static boolean hasMarkup(byte[] bytes) {
    String lower = new String(bytes, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
    return lower.contains("<script")
        || lower.contains("<iframe")
        || lower.contains("<!doctype html")
        || lower.contains("<?php ");
  }
}
