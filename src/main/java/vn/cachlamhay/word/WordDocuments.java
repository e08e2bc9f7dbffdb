package vn.cachlamhay.word;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.richtext.Manuscript;

/**
 * Reads documents of word processors: .docx by itself, .doc, .odt and .rtf through LibreOffice
 * where it is installed. What a file is, its content says and not its name. Words in fonts from
 * before Unicode become Unicode; insertions and moves are accepted; what a document leads to
 * outside of itself is never fetched. Thread-safe; reads of .docx run beside each other. Needs
 * memory of about ten times the document's text.
 */
public final class WordDocuments implements AutoCloseable {

  private static final Set<String> EXTENSIONS =
      Set.of("docx", "docm", "dotx", "dotm", "doc", "dot", "odt", "ott", "rtf");

  private final WordOptions options;
  private final OfficeConversion office;

  public WordDocuments(WordOptions options) {
    this.options = options;
    this.office = new OfficeConversion(options);
  }

  /**
   * Whether a file's name is one of a document. What Word keeps beside an open document ({@code
   * ~$bai.docx}) is none.
   */
  public static boolean reads(String fileName) {
    int dot = fileName.lastIndexOf('.') + 1;
    return dot > 0
        && !fileName.startsWith("~$")
        && !fileName.startsWith(".~lock.")
        && EXTENSIONS.contains(fileName.substring(dot).toLowerCase(Locale.ROOT));
  }

  /** LibreOffice's program, where it is found. */
  public Optional<Path> office() {
    return office.program();
  }

  /**
   * Lets LibreOffice convert many documents at once, which is some ten times faster than one by
   * one. What it does not need to convert, and what is none, is passed over: {@link #read} tells.
   *
   * @param files that will be read; some forty at a time keep the progress visible
   * @throws IOException where a file or the folder for temporary files cannot be read or written
   */
  public void prepare(Collection<Path> files) throws IOException {
    Map<Path, ContentKind> documents = new LinkedHashMap<>();
    for (Path file : files) {
      kind(file).filter(kind -> kind != ContentKind.DOCX).ifPresent(k -> documents.put(file, k));
    }
    office.convert(documents);
  }

  private Optional<ContentKind> kind(Path file) throws IOException {
    if (!Files.isRegularFile(file) || Files.size(file) > options.mostBytes()) {
      return Optional.empty();
    }
    try {
      return Optional.of(ContentKind.of(file, name(file)));
    } catch (SiteException e) {
      // told when it is read, with the file that it belongs to
      return Optional.empty();
    }
  }

  /**
   * Reads a document.
   *
   * @throws IOException where the file cannot be read
   * @throws SiteException with a code {@code word-…} where it is no document, is damaged, too large
   *     or dangerous, has a password, or needs LibreOffice, which is missing or fails
   */
  public Manuscript read(Path file) throws IOException {
    String name = name(file);
    long size = Files.size(file);
    if (size > options.mostBytes()) {
      throw Refusal.of(
          ProblemCode.WORD_QUA_LON, name, megabytes(size), megabytes(options.mostBytes()));
    }
    ContentKind kind = ContentKind.of(file, name);
    if (kind == ContentKind.DOCX) {
      return DocxReader.read(file, name, options);
    }
    Path converted = office.result(file, kind, name);
    try {
      return DocxReader.read(converted, name, options);
    } finally {
      office.forget(file);
    }
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }

  private static String megabytes(long bytes) {
    return Long.toString(Math.max(1, bytes >> 20));
  }

  /** Removes what LibreOffice has made. */
  @Override
  public void close() throws IOException {
    office.close();
  }
}
