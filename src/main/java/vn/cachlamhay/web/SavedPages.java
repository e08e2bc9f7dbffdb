package vn.cachlamhay.web;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.encoding.Decoded;
import vn.cachlamhay.encoding.TextDecoder;
import vn.cachlamhay.richtext.FileSource;
import vn.cachlamhay.richtext.Hint;
import vn.cachlamhay.richtext.Manuscript;

/**
 * Pages that a browser has saved: with the folder of their files, with everything in one file of
 * HTML, or as MHTML. Their pictures are opened from below the folder of the file, from the file
 * itself, and from nowhere else. Stateless and thread-safe.
 */
public final class SavedPages {

  /** How large a file may be with its pictures in it, in bytes. */
  static final long LARGEST_FILE = 200L * 1024 * 1024;

  /** How much markup a page may have without its pictures, in bytes. */
  static final int LARGEST_MARKUP = 10 * 1024 * 1024;

  /** Whether a file is a saved page, by its name. */
  public static boolean reads(String fileName) {
    return fileName.toLowerCase(Locale.ROOT).matches(".*\\.(?:x?html?|mht|mhtml)");
  }

  /**
   * Reads a page.
   *
   * @return its article; the files of the manuscript are opened when they are asked for
   * @throws SiteException where the file is too large, or no page
   * @throws IOException where the disk fails
   */
  public Manuscript read(Path file) throws IOException {
    String name = file.getFileName().toString();
    if (Files.size(file) > LARGEST_FILE) {
      throw tooLarge(name, LARGEST_FILE);
    }
    byte[] bytes = Files.readAllBytes(file);
    Path folder = file.toAbsolutePath().getParent();
    return name.toLowerCase(Locale.ROOT).matches(".*\\.mht(?:ml)?")
        ? mhtml(bytes, name)
        : html(bytes, Optional.empty(), new FolderFiles(folder), name);
  }

  private static Manuscript mhtml(byte[] bytes, String name) {
    Mhtml archive = Mhtml.of(bytes);
    Mhtml.Part page =
        archive
            .page()
            .orElseThrow(() -> new SiteException(problem(ProblemCode.WEB_KHONG_PHAI_TRANG, name)));
    return html(page.bytes(), page.charset(), new ArchiveFiles(archive, page.location()), name);
  }

  private static Manuscript html(
      byte[] bytes, Optional<String> charset, FileSource beside, String name) {
    var notices = new ArrayList<Problem>();
    EmbeddedFiles apart = EmbeddedFiles.apart(bytes);
    String markup = text(apart.page(), charset, name, notices);
    FileSource files =
        address ->
            address.startsWith(EmbeddedFiles.SCHEME) ? apart.open(address) : beside.open(address);
    Optional<URI> address =
        beside instanceof ArchiveFiles archive ? archive.base() : Optional.empty();
    List<Hint> hints = new ArrayList<>();
    address.ifPresent(
        each -> hints.add(new Hint(Hint.About.ADDRESS, each.toString(), "Content-Location")));
    hints.add(new Hint(Hint.About.FILE_NAME, name, "tên tệp"));
    return WebPage.read(markup, address, files, name, hints, notices);
  }

  /**
   * The letters of a page.
   *
   * @throws SiteException where it is too large, or no page
   */
  static String text(byte[] page, Optional<String> charset, String name, List<Problem> notices) {
    if (page.length > LARGEST_MARKUP) {
      throw tooLarge(name, LARGEST_MARKUP);
    }
    Decoded decoded = TextDecoder.decode(page, charset);
    boolean zeros = decoded.text().chars().limit(2000).filter(c -> c == 0).count() > 20;
    if (decoded.text().isBlank() || zeros || decoded.text().startsWith("%PDF")) {
      throw new SiteException(problem(ProblemCode.WEB_KHONG_PHAI_TRANG, name));
    }
    if (!decoded.isPlainUtf8() && !decoded.encoding().startsWith("UTF-16")) {
      notices.add(Problem.of(ProblemCode.WEB_CHU_CU, SourcePos.ofFile(name), decoded.encoding()));
    }
    return decoded.text();
  }

  private static SiteException tooLarge(String name, long most) {
    return new SiteException(
        problem(ProblemCode.WEB_QUA_LON, name, Long.toString(most / 1024 / 1024)));
  }

  private static Problem problem(ProblemCode code, String... args) {
    return Problem.of(code, SourcePos.ofFile(args[0]), args);
  }

  /** The files of an archive, by their addresses. */
  private record ArchiveFiles(Mhtml archive, String location) implements FileSource {

    Optional<URI> base() {
      try {
        URI base = new URI(location);
        boolean web = "http".equals(base.getScheme()) || "https".equals(base.getScheme());
        return web && base.getHost() != null ? Optional.of(base) : Optional.empty();
      } catch (URISyntaxException e) {
        // some browsers note the path on the disk
        return Optional.empty();
      }
    }

    @Override
    public Optional<byte[]> open(String address) {
      String wanted = address.startsWith("cid:") ? address.substring(4) : address;
      return archive.parts().stream()
          .filter(
              part ->
                  !wanted.isEmpty()
                      && (part.location().equals(wanted)
                          || part.id().equals(wanted)
                          || part.location().endsWith("/" + wanted)))
          .map(Mhtml.Part::bytes)
          .findFirst();
    }
  }
}
