package vn.cachlamhay.importer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.richtext.Manuscript;
import vn.cachlamhay.web.FetchLimits;
import vn.cachlamhay.web.Fetcher;
import vn.cachlamhay.web.SavedPages;
import vn.cachlamhay.word.WordDocuments;
import vn.cachlamhay.word.WordOptions;

/** Reads files and addresses by the readers of their kinds. Thread-safe. */
final class SourceReading implements Reading {

  private static final String TEXT = ".txt";
  private static final long MEGABYTE = 1_000_000;

  /** What is larger is no article, and would be kept whole in memory. */
  private static final long MOST = 100 * MEGABYTE;

  private static final byte[] NOTHING = new byte[0];

  private final boolean privateAddresses;
  private final WordDocuments documents = new WordDocuments(WordOptions.USUAL);
  private final SavedPages pages = new SavedPages();
  private Optional<Fetcher> fetcher = Optional.empty();

  /**
   * @param privateAddresses whether pages of this machine and its network may be fetched
   */
  SourceReading(boolean privateAddresses) {
    this.privateAddresses = privateAddresses;
  }

  @Override
  public boolean reads(String fileName) {
    return WordDocuments.reads(fileName) || SavedPages.reads(fileName) || isText(fileName);
  }

  @Override
  public void prepare(List<Source> sources) throws IOException {
    List<Path> files =
        sources.stream()
            .filter(source -> WordDocuments.reads(source.fileName()))
            .map(Source::file)
            .flatMap(Optional::stream)
            .toList();
    documents.prepare(files);
  }

  @Override
  public byte[] bytes(Source source) throws IOException {
    if (source.file().isEmpty()) {
      return NOTHING;
    }
    Path file = source.file().get();
    long size = Files.size(file);
    if (size > MOST) {
      throw new SiteException(
          Problem.of(
              ProblemCode.NHAP_QUA_LON,
              SourcePos.ofFile(source.name()),
              Long.toString(size / MEGABYTE),
              Long.toString(MOST / MEGABYTE)));
    }
    return Files.readAllBytes(file);
  }

  @Override
  public Read read(Source source, byte[] bytes) throws IOException {
    if (source.file().isEmpty()) {
      Fetcher.Page page = fetcher().fetch(source.name());
      var origin = new Origin(source.name(), pageName(source), page.bytes(), source.name());
      return new Read(origin, page.manuscript());
    }
    return new Read(
        new Origin(source.name(), source.fileName(), bytes, ""), manuscript(source, bytes));
  }

  /** Made when it is needed: most imports fetch nothing, and its library takes time to load. */
  private synchronized Fetcher fetcher() {
    if (fetcher.isEmpty()) {
      fetcher = Optional.of(new Fetcher(FetchLimits.usual(), privateAddresses));
    }
    return fetcher.get();
  }

  private static String pageName(Source source) {
    return source.fileName().replaceFirst("(?i)\\.(?:html?|aspx?|php|jsp)$", "") + ".html";
  }

  private Manuscript manuscript(Source source, byte[] bytes) throws IOException {
    String name = source.fileName();
    if (isText(name)) {
      return TextManuscript.of(bytes, name);
    }
    Path file = source.file().orElseThrow();
    return WordDocuments.reads(name) ? document(file, bytes, name) : pages.read(file);
  }

  /** Portals hand out pages under the name of a document, and programs plain text. */
  private Manuscript document(Path file, byte[] bytes, String name) throws IOException {
    try {
      return documents.read(file);
    } catch (SiteException e) {
      ProblemCode code = e.problems().get(0).code();
      if (code == ProblemCode.WORD_LA_TRANG_WEB) {
        return pages.read(file);
      }
      if (code == ProblemCode.WORD_LA_CHU) {
        return TextManuscript.of(bytes, name);
      }
      throw e;
    }
  }

  private static boolean isText(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).endsWith(TEXT);
  }

  @Override
  public synchronized void close() throws IOException {
    fetcher.ifPresent(Fetcher::close);
    documents.close();
  }
}
