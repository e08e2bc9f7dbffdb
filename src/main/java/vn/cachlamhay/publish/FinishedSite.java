package vn.cachlamhay.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.check.SiteLinks;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.output.FolderLock;
import vn.cachlamhay.output.Manifest;

/**
 * A site as a bake left it. Immutable; the files must stay as they are.
 *
 * @param folder where it lies
 * @param hashes MD5 in hexadecimal of every file, by path
 */
public record FinishedSite(Path folder, Map<String, String> hashes) implements Source {

  private static final long IN_MEMORY = 8_000_000;

  /**
   * The site of a folder.
   *
   * @throws TargetException where no bake has left one there
   */
  public static FinishedSite of(Path folder) throws TargetException {
    Map<String, String> hashes = Manifest.read(folder).hashes();
    if (hashes.isEmpty()) {
      throw new TargetException(
          Problem.of(
              ProblemCode.DANG_CHUA_LAM,
              SourcePos.ofFile(folder.toString().replace('\\', '/')),
              folder.toString()));
    }
    return new FinishedSite(folder, hashes);
  }

  /**
   * Keeps bakes and other publishers of this machine away from the folder.
   *
   * @throws vn.cachlamhay.diag.SiteException where one of them is at it
   */
  public Closeable lock() throws IOException {
    FolderLock lock = FolderLock.take(folder);
    return lock::close;
  }

  /** The links and anchors of some of its pages that lead nowhere, by page. */
  public List<Problem> brokenLinks(Collection<String> pages) {
    return SiteLinks.broken(folder, hashes.keySet(), pages);
  }

  @Override
  public long size(String path) throws IOException {
    try {
      return Files.size(file(path));
    } catch (NoSuchFileException e) {
      throw changed(path, e);
    }
  }

  /** Sends a file, if it is still the one that was made. */
  @Override
  public void put(String path, Connection connection) throws IOException {
    Upload upload = size(path) > IN_MEMORY ? large(path) : Upload.of(path, read(path));
    if (!upload.md5().equals(hashes.get(path))) {
      throw changed(path, null);
    }
    connection.write(upload);
  }

  private byte[] read(String path) throws IOException {
    try {
      return Files.readAllBytes(file(path));
    } catch (NoSuchFileException e) {
      throw changed(path, e);
    }
  }

  private Upload large(String path) throws IOException {
    return Upload.of(path, file(path), Md5.of(file(path)));
  }

  private Path file(String path) {
    return folder.resolve(path);
  }

  private TargetException changed(String path, Exception cause) {
    String file = file(path).toString().replace('\\', '/');
    return new TargetException(
        Problem.of(ProblemCode.DANG_TEP_DOI, SourcePos.ofFile(file), path), cause);
  }
}
