package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A folder of this machine: on its own disk, on a share of the office, on a USB stick. Thread-safe.
 */
public final class FolderTarget implements Target {

  private static final String EXAMPLES = "E:/trang-web, //may-chu/trang-web, /srv/www/trang-web";

  private static final List<String> SOURCES = List.of("content", "data", "templates", "assets");

  private final TargetConfig config;
  private final Path folder;

  private FolderTarget(TargetConfig config, Path folder) {
    this.config = config;
    this.folder = folder;
  }

  /**
   * The folder that a configuration names; relative to the site folder, if it does not begin at a
   * root.
   *
   * @throws TargetException where it cannot be one
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    if (ZipTarget.isMeant(config)) {
      return ZipTarget.of(config, credentials);
    }
    String url = config.value("url").orElse("");
    Path site = config.site().toAbsolutePath().normalize();
    try {
      Path folder = site.resolve(url.replaceFirst("^file:(?://(?=/))?", "")).normalize();
      if (!url.isEmpty() && !site.startsWith(folder) && !isSource(site, folder)) {
        return new FolderTarget(config, folder);
      }
      throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, null, url, EXAMPLES);
    } catch (InvalidPathException e) {
      throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, e, url, EXAMPLES);
    }
  }

  /** What editors write must never be mixed with what is made of it. */
  static boolean isSource(Path site, Path folder) {
    return SOURCES.stream().anyMatch(name -> folder.startsWith(site.resolve(name)));
  }

  @Override
  public String address() {
    return folder.toString();
  }

  @Override
  public Connection connect() throws IOException {
    Path above = folder.getParent();
    // a stick that is not there must not become a folder of that name
    if (!Files.isDirectory(folder) && (above == null || !Files.isDirectory(above))) {
      throw config.refused(
          ProblemCode.DICH_KHONG_CO_THU_MUC, null, String.valueOf(above == null ? folder : above));
    }
    return new FolderConnection(config, folder);
  }

  @Override
  public int connections() {
    return 4;
  }

  @Override
  public boolean copiesItself() {
    return true;
  }
}
