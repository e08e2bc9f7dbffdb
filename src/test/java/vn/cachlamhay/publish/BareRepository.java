package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A repository on a host, seen and changed by the program {@code git} itself. */
final class BareRepository {

  static final String BRANCH = "gh-pages";

  private final Path folder;

  private BareRepository(Path folder) {
    this.folder = folder;
  }

  /** One without any commit. Without Git on the machine the test is skipped or fails. */
  static BareRepository create(Path folder) throws IOException {
    Servers.requirePrograms("/usr/bin/git");
    if (!Files.exists(folder)) {
      Files.createDirectories(folder.getParent());
      Servers.run(List.of("git", "init", "-q", "--bare", folder.toString()));
    }
    return new BareRepository(folder);
  }

  Path folder() {
    return folder;
  }

  /** What {@code git} says about it. */
  String git(String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git", "--git-dir", folder.toString()));
    command.addAll(Arrays.asList(arguments));
    return Servers.run(command).strip();
  }

  boolean isEmpty() throws IOException {
    return git("for-each-ref").isEmpty();
  }

  /** The subjects of the commits of the branch, the newest first. */
  List<String> log() throws IOException {
    return isEmpty() ? List.of() : git("log", "--format=%s", BRANCH).lines().toList();
  }

  String tip() throws IOException {
    return isEmpty() ? "" : git("rev-parse", BRANCH);
  }

  /** Every file of the branch. */
  Map<String, byte[]> files() throws IOException {
    if (isEmpty()) {
      return new TreeMap<>();
    }
    Path place = Files.createTempDirectory(folder.getParent(), "seen");
    Path archive = place.resolve("all.tar");
    git("archive", "-o", archive.toString(), BRANCH);
    Path files = Files.createDirectory(place.resolve("files"));
    Servers.run(List.of("tar", "-xf", archive.toString(), "-C", files.toString()));
    return TargetContract.filesBelow(files);
  }

  /** A colleague who knows Git puts a file there. */
  void plant(String path, byte[] bytes) throws IOException {
    change(
        clone -> {
          Path file = clone.resolve(path);
          Files.createDirectories(file.getParent());
          Files.write(file, bytes);
        });
  }

  void uproot(String path) throws IOException {
    change(clone -> Files.delete(clone.resolve(path)));
  }

  /** Work in a clone. */
  private interface Change {
    void in(Path clone) throws IOException;
  }

  private void change(Change change) throws IOException {
    Path clone = Files.createTempDirectory(folder.getParent(), "clone");
    in(clone, "init", "-q", "-b", BRANCH);
    in(clone, "remote", "add", "origin", folder.toString());
    if (!isEmpty()) {
      in(clone, "pull", "-q", "origin", BRANCH);
    }
    change.in(clone);
    in(clone, "add", "-A");
    in(clone, "-c", "user.name=Hoa", "-c", "user.email=hoa@example.com", "commit", "-qm", "tay");
    in(clone, "push", "-q", "origin", BRANCH);
  }

  private static void in(Path clone, String... arguments) throws IOException {
    var command = new ArrayList<>(List.of("git", "-C", clone.toString()));
    command.addAll(Arrays.asList(arguments));
    Servers.run(command);
  }
}
