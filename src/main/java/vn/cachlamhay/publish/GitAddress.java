package vn.cachlamhay.publish;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.transport.URIish;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Where in which repository a site goes. Immutable.
 *
 * @param uri of the repository, without password
 * @param branch its full name
 * @param folder in the branch, without slashes at its ends; empty for the root
 */
record GitAddress(URIish uri, String branch, String folder) {

  private static final List<String> SCHEMES = List.of("ssh", "https", "http", "git", "file");

  private static final String EXAMPLES =
      "git@github.com:ten/kho.git, https://gitlab.com/ten/kho.git, ssh://git@may-chu/kho.git,"
          + " D:/kho.git";

  /**
   * As a configuration says.
   *
   * @throws TargetException where it cannot be
   */
  static GitAddress of(TargetConfig config) throws TargetException {
    String branch = Constants.R_HEADS + config.value("branch").orElse("gh-pages");
    if (!Repository.isValidRefName(branch)) {
      throw config.refusedValue("branch", null, "gh-pages, pages, main …");
    }
    String folder = config.value("folder").orElse("").replaceAll("^/+|/+$", "");
    if (!folder.isEmpty() && !isPath(folder)) {
      throw config.refusedValue("folder", null, "docs, trang-web …");
    }
    return new GitAddress(uri(config), branch, folder);
  }

  private static URIish uri(TargetConfig config) throws TargetException {
    String url = config.value("url").orElse("");
    try {
      var uri = new URIish(url);
      boolean isRemote = uri.getHost() != null && uri.getPath() != null;
      boolean isKnown = uri.getScheme() == null || SCHEMES.contains(uri.getScheme());
      boolean isLocal = uri.getScheme() == null || uri.getScheme().equals("file");
      boolean fits = isRemote ? !"file".equals(uri.getScheme()) : isLocal;
      if (!isKnown || !fits || uri.getPass() != null || uri.getPath() == null) {
        throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, null, url, EXAMPLES);
      }
      if (isRemote) {
        boolean isAsked = !"git".equals(uri.getScheme());
        return config.value("user").filter(user -> isAsked).map(uri::setUser).orElse(uri);
      }
      Path folder = config.site().toAbsolutePath().resolve(uri.getPath()).normalize();
      return new URIish(folder.toString());
    } catch (URISyntaxException | IllegalArgumentException e) {
      throw config.refused(ProblemCode.DICH_SAI_DIA_CHI, e, url, EXAMPLES);
    }
  }

  /** Whether Git takes a path: nothing that leads out of it, and nothing that is its own. */
  static boolean isPath(String path) {
    return Arrays.stream(path.split("/", -1))
        .noneMatch(part -> part.isEmpty() || part.matches("\\.\\.?|(?i:\\.git)"));
  }

  /** Whether the repository is on this machine or a disk of the office. */
  boolean isLocal() {
    return uri.getHost() == null;
  }

  /** The host, or the folder. */
  String host() {
    return isLocal() ? uri.getPath() : uri.getHost();
  }

  /** The path in the branch of a file of the site. */
  String place(String path) {
    return folder.isEmpty() ? path : folder + "/" + path;
  }

  /** The other way round. */
  String path(String place) {
    return folder.isEmpty() ? place : place.substring(folder.length() + 1);
  }

  /** The branch as people call it. */
  String branchName() {
    return Repository.shortenRefName(branch);
  }

  /** For people. */
  @Override
  public String toString() {
    return uri.toPrivateString() + " (" + branchName() + ")";
  }
}
