package vn.cachlamhay.word;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The parts of a .docx. Sizes are counted while a part is unpacked, since the list of an archive
 * may say what it likes. For one document and one thread; closing it closes the file.
 */
final class DocxFile implements AutoCloseable {

  private static final int MOST_ENTRIES = 10_000;

  /** Word's own XML reaches 40; only where much comes out does it matter. */
  private static final int MOST_RATIO = 300;

  private static final long HARMLESS = 4L << 20;

  private final ZipFile zip;
  private final String file;
  private final WordOptions options;
  private final Map<String, ZipEntry> entries = new HashMap<>();
  private long unpacked;

  private DocxFile(ZipFile zip, String file, WordOptions options) {
    this.zip = zip;
    this.file = file;
    this.options = options;
  }

  /**
   * Opens a file.
   *
   * @param file how messages name it
   */
  static DocxFile open(Path path, String file, WordOptions options) throws IOException {
    ZipFile zip;
    try {
      zip = new ZipFile(path.toFile());
    } catch (ZipException | IllegalArgumentException e) {
      // names that are no text make an IllegalArgumentException
      throw Refusal.of(ProblemCode.WORD_HONG, file, e);
    }
    var docx = new DocxFile(zip, file, options);
    try {
      docx.list();
      return docx;
    } catch (RuntimeException e) {
      zip.close();
      throw e;
    }
  }

  private void list() {
    if (zip.size() > MOST_ENTRIES) {
      throw Refusal.of(ProblemCode.WORD_NEN_QUA, file);
    }
    Enumeration<? extends ZipEntry> all = zip.entries();
    while (all.hasMoreElements()) {
      ZipEntry entry = all.nextElement();
      String name = entry.getName().replace('\\', '/');
      if (name.startsWith("/") || name.matches("(?s)(?:.*/)?\\.\\.(?:/.*)?|[A-Za-z]:.*")) {
        throw Refusal.of(ProblemCode.WORD_NGUY_HIEM, file);
      }
      entries.putIfAbsent(key(name), entry);
    }
  }

  /** Programs differ in the case of names, which the standard does not count. */
  private static String key(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  boolean has(String part) {
    return entries.containsKey(key(part));
  }

  /** A part of XML; empty where there is none. */
  Optional<XmlNode> xml(String part) throws IOException {
    Optional<byte[]> bytes = bytes(part);
    return bytes.map(each -> XmlReader.read(each, file));
  }

  /** The bytes of a part; empty where there is none. */
  Optional<byte[]> bytes(String part) throws IOException {
    ZipEntry entry = entries.get(key(part));
    if (entry == null || entry.isDirectory()) {
      return Optional.empty();
    }
    var out = new ByteArrayOutputStream();
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] buffer = new byte[1 << 14];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
        unpacked += read;
        long packed = Math.max(1, entry.getCompressedSize());
        boolean bomb = out.size() > HARMLESS && out.size() / packed > MOST_RATIO;
        if (bomb || out.size() > options.mostPartBytes() || unpacked > options.mostBytesInAll()) {
          throw Refusal.of(ProblemCode.WORD_NEN_QUA, file);
        }
      }
    } catch (ZipException | java.io.EOFException e) {
      throw Refusal.of(ProblemCode.WORD_HONG, file, e);
    }
    return Optional.of(out.toByteArray());
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }
}
