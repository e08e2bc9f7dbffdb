package vn.cachlamhay.editor;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.edit.EditorSettings;
import vn.cachlamhay.edit.GitCommit;
import vn.cachlamhay.edit.GitCommit.Deed;
import vn.cachlamhay.edit.GitRepository;
import vn.cachlamhay.edit.GitResult;
import vn.cachlamhay.edit.SafePaths;
import vn.cachlamhay.edit.Version;

/**
 * Makes a commit of what was saved, where the site lies in a Git repository and the editor has
 * wanted it so. A commit that fails undoes nothing. Thread-safe.
 */
final class Commits {

  private final Path folder;
  private final Site site;

  /** Files that came with articles since their last commits, such as pictures, by path. */
  private final Map<String, Set<Path>> added = new HashMap<>();

  /**
   * @param folder of the site
   */
  Commits(Path folder, Site site) {
    this.folder = folder;
    this.site = site;
  }

  /** What the editor's page knows of Git, and what it may choose. */
  record Choice(boolean present, boolean on, boolean asked, String name, String email) {}

  /** What is chosen, with what Git proposes for what is not. */
  Choice now() throws IOException {
    EditorSettings settings = EditorSettings.read(folder);
    Optional<GitRepository> git = GitRepository.around(folder);
    List<String> person = git.isPresent() ? git.get().person() : List.of("", "");
    return new Choice(
        git.isPresent(),
        settings.on(),
        settings.asked(),
        settings.name().isBlank() ? person.get(0) : settings.name(),
        settings.email().isBlank() ? person.get(1) : settings.email());
  }

  /** Keeps a choice. */
  Choice choose(Choice wanted) throws IOException {
    new EditorSettings(wanted.on(), true, wanted.name(), wanted.email()).write(folder);
    return now();
  }

  /** The name of who saves; may be empty. */
  String who() throws IOException {
    return EditorSettings.read(folder).name();
  }

  /** A file that came with an article. */
  synchronized void add(String path, Path file) {
    added.computeIfAbsent(path, p -> new LinkedHashSet<>()).add(file);
  }

  private synchronized Set<Path> addedTo(String path) {
    Set<Path> files = added.remove(path);
    return files == null ? Set.of() : files;
  }

  /**
   * Commits an article.
   *
   * @return what the editor should know of why that could not be done
   */
  Optional<String> make(Deed deed, String path, String title) throws IOException {
    EditorSettings settings = EditorSettings.read(folder);
    Optional<GitRepository> git = settings.on() ? GitRepository.around(folder) : Optional.empty();
    if (git.isEmpty()) {
      return Optional.empty();
    }
    var files = new ArrayList<>(List.of(file(path)));
    files.addAll(addedTo(path));
    GitResult result =
        git.get().commit(new GitCommit(deed, title, files, settings.name(), settings.email()));
    return result instanceof GitResult.Failed failed
        ? Optional.of(words(failed.why()))
        : Optional.empty();
  }

  /** Commits of an article. */
  List<Version> of(String path) throws IOException {
    Optional<GitRepository> git = GitRepository.around(folder);
    return git.isPresent() ? git.get().log(file(path)) : List.of();
  }

  /** Whether a version is a commit, by the form of its name. */
  static boolean owns(String id) {
    return id.matches("[0-9a-f]{40}");
  }

  /** An article as it was in a commit. */
  byte[] read(String path, String id) throws IOException {
    Optional<GitRepository> git = GitRepository.around(folder);
    if (git.isEmpty()) {
      throw Wrong.NO_VERSION.refused();
    }
    return git.get().read(file(path), id);
  }

  private Path file(String path) throws IOException {
    return new SafePaths(site.catalog().config().content()).resolve(path);
  }

  private String words(Problem problem) {
    return site.messages().message(problem) + ". " + site.messages().hint(problem);
  }
}
