package vn.cachlamhay.edit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilter;
import org.eclipse.jgit.treewalk.filter.TreeFilter;
import org.eclipse.jgit.util.FS;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseDates;

/**
 * The Git repository in which a site lies, as far as its editor needs it: commits of single files,
 * and the commits of a file. It is opened for each call and never kept. Commits are neither signed,
 * nor do hooks run: those are made for people at a terminal, and one that fails or asks would stop
 * an editor who knows nothing of it. Thread-safe.
 */
public final class GitRepository {

  private static final int MOST_COMMITS = 200;

  private final Path workTree;

  private GitRepository(Path workTree) {
    this.workTree = workTree;
  }

  /**
   * The repository in whose work tree a folder lies.
   *
   * @return empty where there is none, or none that can be read
   */
  public static Optional<GitRepository> around(Path site) throws IOException {
    Path folder = site.toRealPath();
    while (folder != null && !Files.exists(folder.resolve(Constants.DOT_GIT))) {
      folder = folder.getParent();
    }
    if (folder == null) {
      return Optional.empty();
    }
    var repository = new GitRepository(folder);
    try (Repository open = repository.open()) {
      return open.isBare() ? Optional.empty() : Optional.of(repository);
    } catch (RepositoryNotFoundException e) {
      // something that is called .git and nothing more
      return Optional.empty();
    }
  }

  /** Name and e-mail address as Git knows them; empty where nobody told it. */
  public List<String> person() throws IOException {
    try (Repository open = open()) {
      UserConfig user = open.getConfig().get(UserConfig.KEY);
      return List.of(
          user.isCommitterNameImplicit() ? "" : user.getCommitterName(),
          user.isCommitterEmailImplicit() ? "" : user.getCommitterEmail());
    }
  }

  /** Makes a commit of some files and leaves everything else, staged or not, as it is. */
  public GitResult commit(GitCommit commit) {
    if (!commit.isSigned()) {
      return failed(ProblemCode.GIT_CHUA_CO_TEN);
    }
    try (Repository open = open()) {
      var paths = new ArrayList<String>();
      for (Path file : commit.files()) {
        paths.add(path(file));
      }
      return new GitCommitter(open, paths).commit(commit);
    } catch (IOException e) {
      return failed(ProblemCode.GIT_HONG, String.valueOf(e.getMessage()));
    }
  }

  /** The commits that changed a file, the newest first; none where there is no commit yet. */
  public List<Version> log(Path file) throws IOException {
    var versions = new ArrayList<Version>();
    try (Repository open = open();
        var walk = new RevWalk(open)) {
      ObjectId head = open.resolve(Constants.HEAD);
      if (head == null) {
        return versions;
      }
      walk.setTreeFilter(AndTreeFilter.create(PathFilter.create(path(file)), TreeFilter.ANY_DIFF));
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        versions.add(version(commit));
        if (versions.size() == MOST_COMMITS) {
          break;
        }
      }
    }
    return versions;
  }

  /**
   * A file as it was in a commit.
   *
   * @throws EditException where there is no such commit, or no such file in it
   */
  public byte[] read(Path file, String id) throws IOException {
    try (Repository open = open();
        var walk = new RevWalk(open)) {
      if (ObjectId.isId(id) && open.getObjectDatabase().has(ObjectId.fromString(id))) {
        RevCommit commit = walk.parseCommit(ObjectId.fromString(id));
        try (TreeWalk found = TreeWalk.forPath(open, path(file), commit.getTree())) {
          if (found != null) {
            return open.open(found.getObjectId(0), Constants.OBJ_BLOB).getBytes();
          }
        }
      }
      throw new EditException(ProblemCode.PHIEN_BAN_HONG, "");
    }
  }

  static GitResult failed(ProblemCode code, String... args) {
    return new GitResult.Failed(new EditException(code, ".git", args).problem());
  }

  private static Version version(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    OffsetDateTime time = author.getWhenAsInstant().atZone(VietnameseDates.ZONE).toOffsetDateTime();
    return new Version(
        commit.name(), time, Version.Kind.GIT, author.getName(), commit.getShortMessage(), "");
  }

  private Repository open() throws IOException {
    // else the first call would wait five seconds while JGit measures the clock of the disk
    FS.FileStoreAttributes.setBackground(true);
    return new FileRepositoryBuilder().setWorkTree(workTree.toFile()).setMustExist(true).build();
  }

  /** Below the work tree, also of a file that is gone. */
  private String path(Path file) throws IOException {
    Path folder = file.toAbsolutePath().normalize().getParent();
    Path there = folder;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    Path real =
        there
            .toRealPath()
            .resolve(there.relativize(folder))
            .resolve(file.getFileName())
            .normalize();
    return workTree.relativize(real).toString().replace('\\', '/');
  }
}
