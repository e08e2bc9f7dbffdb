package vn.cachlamhay.publish;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.UserConfig;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/** Reads and makes commits. Stateless. */
final class GitCommits {

  private static final String NAME = "Cách làm hay";
  private static final String EMAIL = "cach-lam-hay@localhost";

  private GitCommits() {}

  /** The files of a commit; none where there is no commit. */
  static GitTree tree(Repository repository, Optional<ObjectId> commit) throws IOException {
    if (commit.isEmpty()) {
      return GitTree.empty();
    }
    try (ObjectReader reader = repository.newObjectReader()) {
      return GitTree.read(reader, read(repository, commit.get()).getTree());
    }
  }

  /** A commit, with its parents as far as they are here. */
  static RevCommit read(Repository repository, ObjectId commit) throws IOException {
    try (var walk = new RevWalk(repository)) {
      return walk.parseCommit(commit);
    }
  }

  /** What a commit has at a path: zero where there is nothing. */
  static ObjectId at(Repository repository, RevCommit commit, String path) throws IOException {
    try (TreeWalk found = TreeWalk.forPath(repository, path, commit.getTree())) {
      return found == null ? ObjectId.zeroId() : found.getObjectId(0);
    }
  }

  /**
   * Makes a commit.
   *
   * @param config that may name who makes it
   * @param parent what it follows, unless it is the first
   */
  static ObjectId make(
      TargetConfig config,
      Repository repository,
      ObjectInserter inserter,
      ObjectId tree,
      Optional<ObjectId> parent,
      String what)
      throws IOException {
    var commit = new CommitBuilder();
    commit.setTreeId(tree);
    parent.ifPresent(commit::setParentId);
    PersonIdent person = person(config, repository.getConfig().get(UserConfig.KEY));
    commit.setAuthor(person);
    commit.setCommitter(person);
    commit.setMessage(what + "\n");
    ObjectId id = inserter.insert(commit);
    inserter.flush();
    return id;
  }

  /** Who the configuration says, or the Git of this machine. */
  private static PersonIdent person(TargetConfig config, UserConfig user) {
    String name = user.isCommitterNameImplicit() ? NAME : user.getCommitterName();
    String email = user.isCommitterEmailImplicit() ? EMAIL : user.getCommitterEmail();
    return new PersonIdent(
        config.value("name").orElse(name),
        config.value("email").orElse(email),
        Instant.now(),
        ZoneId.systemDefault());
  }
}
