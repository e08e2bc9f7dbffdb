package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The whole site in one zip file, to be carried to where no network leads. The file is the old one
 * until the new one is whole; the one before is kept beside it. Thread-safe for its one connection
 * at a time.
 */
public final class ZipTarget implements Target {

  private static final String EXAMPLES = "E:/trang-web.zip, //may-chu/chung/trang-web.zip";

  private final TargetConfig config;
  private final Path file;

  private ZipTarget(TargetConfig config, Path file) {
    this.config = config;
    this.file = file;
  }

  /** Whether a configuration of a folder means a zip file. */
  static boolean isMeant(TargetConfig config) {
    return config.is("zip", false) || isZip(config.value("url").orElse(""));
  }

  private static boolean isZip(String url) {
    return url.toLowerCase(Locale.ROOT).endsWith(".zip");
  }

  /**
   * The file that a configuration names; where it names a folder, one in there that is called like
   * the target. Relative to the site folder, if it does not begin at a root.
   *
   * @throws TargetException where it cannot be one
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    String url = config.value("url").orElse("");
    Path site = config.site().toAbsolutePath().normalize();
    try {
      Path place = site.resolve(url.replaceFirst("^file:(?://(?=/))?", "")).normalize();
      Path file = isZip(url) ? place : place.resolve(config.name() + ".zip");
      if (url.isEmpty() || FolderTarget.isSource(site, file) || file.getParent() == null) {
        throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, null, url, EXAMPLES);
      }
      return new ZipTarget(config, file);
    } catch (InvalidPathException e) {
      throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, e, url, EXAMPLES);
    }
  }

  @Override
  public String address() {
    return file.toString();
  }

  @Override
  public Connection connect() throws IOException {
    Path folder = file.getParent();
    // a stick that is not there must not become a folder of that name
    if (!Files.isDirectory(folder)) {
      throw config.refused(ProblemCode.DICH_KHONG_CO_THU_MUC, null, folder.toString());
    }
    if (Files.isDirectory(file)) {
      throw config.refused(ProblemCode.DICH_VUONG_TEP, null, file.toString());
    }
    return new ZipConnection(config, file);
  }

  @Override
  public int connections() {
    return 1;
  }

  @Override
  public boolean isAtomic() {
    return true;
  }

  @Override
  public boolean copiesItself() {
    return true;
  }
}
