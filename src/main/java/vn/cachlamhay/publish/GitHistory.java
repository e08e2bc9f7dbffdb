package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.revwalk.RevCommit;

/** The publications that a branch remembers. For one thread. */
record GitHistory(GitAddress address, GitStore store, GitRemote remote) {

  /** How many commits are looked at, more of them as long as none is a publication. */
  private static final int[] DEPTHS = {0, 2, 50, 1000, Integer.MAX_VALUE};

  /**
   * The files of a branch as they would be had the last publication not been; what others have put
   * there since stays.
   *
   * @return empty where there was none before
   */
  Optional<GitTree> before(ObjectId tip) throws IOException {
    for (int depth : DEPTHS) {
      if (depth > 0) {
        remote.deepen(depth);
      }
      RevCommit commit = GitCommits.read(store.repository(), tip);
      while (commit.getParentCount() > 0) {
        RevCommit parent = GitCommits.read(store.repository(), commit.getParent(0));
        if (!state(commit).equals(state(parent))) {
          return state(parent).equals(ObjectId.zeroId())
              ? Optional.empty()
              : Optional.of(undo(tip, commit, parent));
        }
        commit = parent;
      }
      if (!store.repository().getObjectDatabase().getShallowCommits().contains(commit)) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }

  private ObjectId state(RevCommit commit) throws IOException {
    return GitCommits.at(store.repository(), commit, address.place(Names.STATE));
  }

  private GitTree undo(ObjectId tip, RevCommit last, RevCommit parent) throws IOException {
    GitTree now = GitCommits.tree(store.repository(), Optional.of(tip));
    Map<String, GitTree.Entry> after = below(last);
    Map<String, GitTree.Entry> before = below(parent);
    after.keySet().stream().filter(path -> !before.containsKey(path)).forEach(now::remove);
    var files = new ArrayList<ObjectId>();
    before.forEach(
        (path, entry) -> {
          if (!entry.equals(after.get(path))) {
            now.put(path, entry);
            files.add(entry.id());
          }
        });
    // they are sent like new ones
    remote.fetch(files);
    return now;
  }

  private Map<String, GitTree.Entry> below(RevCommit commit) throws IOException {
    return GitCommits.tree(store.repository(), Optional.of(commit)).below(address.folder());
  }
}
