package vn.cachlamhay.word;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.cachlamhay.diag.ProblemCode;

/**
 * What a file is by its content: names of old files often say something else. The marks are those
 * of the formats' specifications ([MS-CFB], [MS-DOC], OOXML, ODF, RTF).
 */
enum ContentKind {
  DOCX(""),
  DOC("doc"),
  ODT("odt"),
  RTF("rtf"),
  /** Word 2003's XML in one file. */
  WORD_XML("xml");

  private static final int HEAD = 4096;

  private final String extension;

  ContentKind(String extension) {
    this.extension = extension;
  }

  /** Under which name LibreOffice knows it; empty for what is read without it. */
  String extension() {
    return extension;
  }

  /**
   * Looks into a file.
   *
   * @throws vn.cachlamhay.diag.SiteException where it is no document of a word processor, or has a
   *     password
   */
  static ContentKind of(Path path, String file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(path)) {
      head = in.readNBytes(HEAD);
    }
    String begin = new String(head, StandardCharsets.ISO_8859_1);
    if (begin.isEmpty()) {
      throw Refusal.of(ProblemCode.WORD_HONG, file);
    }
    if (begin.startsWith("PK")) {
      return zip(path, file);
    }
    if (begin.startsWith("\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1")) {
      return ole(path, begin, file);
    }
    // Word 2 and its forerunners, before the files of Windows
    if (begin.startsWith("\u00db\u00a5") || begin.startsWith("\u009b\u00a5")) {
      return DOC;
    }
    String text = begin.replaceAll("\u0000|^\u00ef\u00bb\u00bf|^\u00ff\u00fe", "").stripLeading();
    if (text.startsWith("{\\rt")) {
      return RTF;
    }
    return text(text, file);
  }

  private static ContentKind text(String text, String file) {
    String small = text.toLowerCase(Locale.ROOT);
    if (small.contains("w:worddocument") || small.contains("progid=\"word.document\"")) {
      return WORD_XML;
    }
    boolean web =
        small.matches("(?s)(?:<!doctype html|<html|<\\?xml.{0,400}<html|<head|<meta|<body).*")
            || small.startsWith("mime-version:");
    if (web) {
      throw Refusal.of(ProblemCode.WORD_LA_TRANG_WEB, file);
    }
    boolean letters = text.chars().noneMatch(c -> c < 9 || c > 13 && c < 32);
    throw Refusal.of(letters ? ProblemCode.WORD_LA_CHU : ProblemCode.WORD_KHONG_PHAI, file);
  }

  private static ContentKind zip(Path path, String file) throws IOException {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.getEntry("[Content_Types].xml") != null) {
        boolean other =
            zip.getEntry("xl/workbook.xml") != null || zip.getEntry("ppt/presentation.xml") != null;
        if (!other) {
          return DOCX;
        }
      } else if (zip.getEntry("content.xml") != null && zip.getEntry("mimetype") != null) {
        byte[] type;
        try (InputStream in = zip.getInputStream(zip.getEntry("mimetype"))) {
          type = in.readNBytes(200);
        }
        if (new String(type, StandardCharsets.ISO_8859_1).contains("opendocument.text")) {
          return ODT;
        }
      } else if (zip.getEntry("word/document.xml") != null) {
        return DOCX;
      }
    } catch (ZipException | EOFException | IllegalArgumentException e) {
      throw Refusal.of(ProblemCode.WORD_HONG, file, e);
    }
    throw Refusal.of(ProblemCode.WORD_KHONG_PHAI, file);
  }

  /** The files of Windows programs: what they hold stands in their list of streams. */
  private static ContentKind ole(Path path, String begin, String file) throws IOException {
    if (Files.size(path) < 1024) {
      throw Refusal.of(ProblemCode.WORD_HONG, file);
    }
    if (holds(path, "EncryptedPackage") || isEncrypted(begin)) {
      throw Refusal.of(ProblemCode.WORD_MAT_KHAU, file);
    }
    if (!holds(path, "WordDocument")) {
      throw Refusal.of(ProblemCode.WORD_KHONG_PHAI, file);
    }
    return DOC;
  }

  /** The flag of Word's own head, which nearly always stands in the first sector. */
  private static boolean isEncrypted(String begin) {
    return begin.length() > 0x20b
        && begin.startsWith("\u00ec\u00a5", 0x200)
        && (begin.charAt(0x20b) & 1) != 0;
  }

  private static boolean holds(Path path, String stream) throws IOException {
    String name =
        new String(stream.getBytes(StandardCharsets.UTF_16LE), StandardCharsets.ISO_8859_1);
    try (InputStream in = Files.newInputStream(path)) {
      String before = "";
      for (byte[] part = in.readNBytes(1 << 16); part.length > 0; part = in.readNBytes(1 << 16)) {
        String here = before + new String(part, StandardCharsets.ISO_8859_1);
        if (here.contains(name)) {
          return true;
        }
        before = here.substring(Math.max(0, here.length() - name.length()));
      }
    }
    return false;
  }
}
