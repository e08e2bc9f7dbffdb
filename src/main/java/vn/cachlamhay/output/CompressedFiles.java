package vn.cachlamhay.output;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Copies that a host sends instead of the file that they are of. One that is not wanted any more
 * would go on being sent though its file has changed, so it never stays behind. Stateless.
 */
final class CompressedFiles {

  private CompressedFiles() {}

  /**
   * Those of unwanted files that are copies of wanted ones.
   *
   * @param wanted a page that is not among them stays as it is for now, and so does its copy
   */
  static Set<String> among(Set<String> unwanted, Set<String> wanted) {
    return unwanted.stream()
        .filter(uri -> uri.matches(".+\\.(?:gz|br)"))
        .filter(uri -> wanted.contains(uri.substring(0, uri.length() - ".gz".length())))
        .collect(Collectors.toSet());
  }
}
