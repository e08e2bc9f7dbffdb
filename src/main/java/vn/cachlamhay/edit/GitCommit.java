package vn.cachlamhay.edit;

import java.nio.file.Path;
import java.util.List;

/**
 * A commit that is to be made. Immutable.
 *
 * @param deed what was done
 * @param title of the article
 * @param files of which the commit consists; those that are gone are taken out
 * @param name of the editor
 * @param email of the editor
 */
public record GitCommit(Deed deed, String title, List<Path> files, String name, String email) {

  /** What was done with an article. */
  public enum Deed {
    CREATED("Bài mới"),
    EDITED("Sửa bài"),
    PUBLISHED("Đăng bài"),
    DELETED("Xóa bài"),
    RESTORED("Khôi phục bài");

    private final String words;

    Deed(String words) {
      this.words = words;
    }
  }

  public GitCommit {
    files = List.copyOf(files);
  }

  /** One line. */
  String message() {
    return deed.words + ": " + title.strip().replaceAll("\\s+", " ") + "\n";
  }

  boolean isSigned() {
    return !name.isBlank() && email.strip().matches("[^\\s<>@]+@[^\\s<>@]+");
  }
}
