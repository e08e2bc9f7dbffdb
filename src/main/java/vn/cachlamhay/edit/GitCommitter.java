package vn.cachlamhay.edit;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEditor;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.dircache.DirCacheIterator;
import org.eclipse.jgit.errors.LockFailedException;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.lib.RepositoryState;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.FileTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.WorkingTreeIterator;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.text.VietnameseDates;

/**
 * Makes one commit: the tree of the last one with some files as they are in the work tree. In the
 * index only the entries of these files change; it is locked from the beginning, so that no other
 * program comes in between, and nothing is written before the branch has been moved. For one commit
 * and one thread.
 */
final class GitCommitter {

  private final Repository repository;
  private final Collection<String> paths;
  private final List<DirCacheEntry> entries = new ArrayList<>();
  private boolean ignored;

  /**
   * @param paths below the work tree
   */
  GitCommitter(Repository repository, Collection<String> paths) {
    this.repository = repository;
    this.paths = paths;
  }

  GitResult commit(GitCommit commit) throws IOException {
    Optional<GitResult> hindrance = hindrance();
    if (hindrance.isPresent()) {
      return hindrance.get();
    }
    DirCache index;
    try {
      index = repository.lockDirCache();
    } catch (LockFailedException e) {
      return locked("index.lock");
    }
    try {
      return commit(commit, index);
    } finally {
      index.unlock();
    }
  }

  private Optional<GitResult> hindrance() throws IOException {
    RepositoryState state = repository.getRepositoryState();
    if (state != RepositoryState.SAFE) {
      return Optional.of(GitRepository.failed(ProblemCode.GIT_DANG_DO, state.getDescription()));
    }
    Ref head = repository.exactRef(Constants.HEAD);
    if (head == null || !head.isSymbolic()) {
      return Optional.of(GitRepository.failed(ProblemCode.GIT_KHONG_O_NHANH));
    }
    return head.getObjectId() == null
        ? Optional.of(GitRepository.failed(ProblemCode.GIT_CHUA_CO_LAN_GHI))
        : Optional.empty();
  }

  private GitResult commit(GitCommit commit, DirCache index) throws IOException {
    if (index.hasUnmergedPaths()) {
      return GitRepository.failed(ProblemCode.GIT_DANG_DO, RepositoryState.MERGING.name());
    }
    ObjectId head = repository.exactRef(Constants.HEAD).getObjectId();
    try (ObjectInserter inserter = repository.newObjectInserter();
        ObjectReader reader = inserter.newReader();
        var walk = new RevWalk(reader)) {
      readFiles(index, inserter);
      if (ignored) {
        return GitRepository.failed(ProblemCode.GIT_BO_QUA);
      }
      ObjectId before = walk.parseCommit(head).getTree();
      ObjectId tree = tree(before, reader, inserter);
      if (tree.equals(before)) {
        return new GitResult.Unchanged();
      }
      ObjectId made = insert(commit, tree, head, inserter);
      edit(index);
      index.write();
      RefUpdate.Result moved = move(made, head, commit);
      if (moved != RefUpdate.Result.FAST_FORWARD) {
        return moved == RefUpdate.Result.LOCK_FAILURE || moved == RefUpdate.Result.REJECTED
            ? locked(repository.getFullBranch() + ".lock")
            : GitRepository.failed(ProblemCode.GIT_HONG, moved.name());
      }
      if (!index.commit()) {
        return locked("index.lock");
      }
      return new GitResult.Committed(made.name());
    }
  }

  /** The files as Git keeps them: line ends and filters are those of its attributes. */
  private void readFiles(DirCache index, ObjectInserter inserter) throws IOException {
    try (var walk = new TreeWalk(repository)) {
      walk.setOperationType(TreeWalk.OperationType.CHECKIN_OP);
      walk.setRecursive(true);
      walk.addTree(new DirCacheIterator(index));
      var files = new FileTreeIterator(repository);
      files.setDirCacheIterator(walk, 0);
      // what is tracked there counts all the same
      files.setWalkIgnoredDirectories(true);
      walk.addTree(files);
      walk.setFilter(PathFilterGroup.createFromStrings(paths));
      while (walk.next()) {
        var known = walk.getTree(0, DirCacheIterator.class);
        var file = walk.getTree(1, WorkingTreeIterator.class);
        if (file != null) {
          ignored |= known == null && file.isEntryIgnored();
          entries.add(entry(walk.getPathString(), file, known, inserter));
        }
      }
    }
  }

  private static DirCacheEntry entry(
      String path, WorkingTreeIterator file, DirCacheIterator known, ObjectInserter inserter)
      throws IOException {
    var entry = new DirCacheEntry(path);
    FileMode mode = file.getIndexFileMode(known);
    entry.setFileMode(mode);
    entry.setLength(file.getEntryLength());
    entry.setLastModified(file.getEntryLastModifiedInstant());
    long length = file.getEntryContentLength();
    try (InputStream in = file.openEntryStream()) {
      entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, length, in));
    }
    return entry;
  }

  private ObjectId tree(ObjectId before, ObjectReader reader, ObjectInserter inserter)
      throws IOException {
    DirCache whole = DirCache.newInCore();
    DirCacheBuilder builder = whole.builder();
    builder.addTree(new byte[0], 0, reader, before);
    builder.finish();
    edit(whole);
    return whole.writeTree(inserter);
  }

  /** Puts the files into an index, and takes those out that are gone. */
  private void edit(DirCache index) {
    DirCacheEditor editor = index.editor();
    for (String path : paths) {
      editor.add(new DirCacheEditor.DeletePath(path));
    }
    editor.finish();
    DirCacheEditor adding = index.editor();
    for (DirCacheEntry known : entries) {
      adding.add(
          new DirCacheEditor.PathEdit(known.getPathString()) {
            @Override
            public void apply(DirCacheEntry entry) {
              entry.copyMetaData(known);
            }
          });
    }
    adding.finish();
  }

  private ObjectId insert(GitCommit commit, ObjectId tree, ObjectId parent, ObjectInserter inserter)
      throws IOException {
    var person = person(commit);
    var builder = new CommitBuilder();
    builder.setTreeId(tree);
    builder.setParentId(parent);
    builder.setAuthor(person);
    builder.setCommitter(person);
    builder.setMessage(commit.message());
    ObjectId made = inserter.insert(builder);
    inserter.flush();
    return made;
  }

  private RefUpdate.Result move(ObjectId made, ObjectId from, GitCommit commit) throws IOException {
    RefUpdate update = repository.updateRef(Constants.HEAD);
    update.setExpectedOldObjectId(from);
    update.setNewObjectId(made);
    update.setRefLogIdent(person(commit));
    update.setRefLogMessage("commit: " + commit.message().strip(), false);
    return update.update();
  }

  private static PersonIdent person(GitCommit commit) {
    return new PersonIdent(
        commit.name().strip(), commit.email().strip(), Instant.now(), VietnameseDates.ZONE);
  }

  private static GitResult locked(String file) {
    return GitRepository.failed(ProblemCode.GIT_DANG_KHOA, ".git/" + file);
  }
}
