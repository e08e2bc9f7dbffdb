package vn.cachlamhay.publish;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A commit on its way. Files go into the store, and nowhere else until {@link #finish}. Only that
 * one can fail in a way that passes; a new connection then goes on with what was about to be sent.
 * For one thread.
 */
final class GitConnection implements Connection {

  /** Tells GitHub to show files whose names begin with an underscore or a dot. */
  private static final String PLAIN = ".nojekyll";

  private final TargetConfig config;
  private final GitAddress address;
  private final GitStore store;
  private final GitRemote remote;
  private final GitTarget target;
  private final ObjectInserter inserter;
  private Optional<ObjectId> tip;
  private GitTree tree;
  private boolean isChanged;

  GitConnection(
      TargetConfig config,
      GitAddress address,
      GitStore store,
      GitRemote remote,
      GitTarget target,
      Optional<ObjectId> tip)
      throws IOException {
    this.config = config;
    this.address = address;
    this.store = store;
    this.remote = remote;
    this.target = target;
    this.tip = tip;
    this.tree = GitCommits.tree(store.repository(), tip);
    // thousands of files of their own would take minutes where a scanner looks at each
    this.inserter = store.repository().getObjectDatabase().newPackInserter();
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    Optional<GitTree.Entry> entry = tree.get(address.place(path)).filter(GitTree.Entry::isFile);
    return entry.isPresent() ? Optional.of(bytes(entry.get().id())) : Optional.empty();
  }

  private byte[] bytes(ObjectId id) throws IOException {
    try (ObjectReader reader = inserter.newReader()) {
      return reader.open(id, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
    } catch (MissingObjectException e) {
      // the host was asked to leave it out
      remote.fetch(java.util.List.of(id));
    }
    try (ObjectReader reader = inserter.newReader()) {
      return reader.open(id, Constants.OBJ_BLOB).getCachedBytes(Integer.MAX_VALUE);
    }
  }

  @Override
  public void write(Upload file) throws IOException {
    String place = address.place(file.path());
    if (!GitAddress.isPath(place) || tree.isInTheWay(place)) {
      throw config.refused(ProblemCode.DICH_VUONG_TEP, null, file.path());
    }
    try (InputStream in = file.open()) {
      put(place, GitTree.Entry.file(inserter.insert(Constants.OBJ_BLOB, file.size(), in)));
    } catch (NoSuchFileException | EOFException e) {
      throw config.refused(ProblemCode.DANG_TEP_DOI, e, file.path());
    } catch (IOException e) {
      // trying again on a new connection would lose what is there already
      throw GitFailures.onThisMachine(config, e);
    }
  }

  private void put(String place, GitTree.Entry entry) {
    tree.put(place, entry);
    isChanged = true;
  }

  @Override
  public boolean create(Upload file) throws IOException {
    if (tree.get(address.place(file.path())).isPresent()) {
      return false;
    }
    write(file);
    return true;
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    Optional<GitTree.Entry> entry = tree.get(address.place(from));
    if (entry.isPresent() && tree.isInTheWay(address.place(to))) {
      throw config.refused(ProblemCode.DICH_VUONG_TEP, null, to);
    }
    entry.ifPresent(found -> put(address.place(to), found));
    return entry.isPresent();
  }

  @Override
  public void delete(String path) {
    tree.remove(address.place(path));
    isChanged = true;
  }

  @Override
  public void deleteEmptyFolder(String path) {
    // Git knows of folders only by what is in them
  }

  @Override
  public void list(Consumer<Listed> each) throws IOException {
    var files = new TreeMap<>(tree.below(address.folder()));
    // comes and goes with the site
    files.remove(address.place(PLAIN));
    var ids = new ArrayList<ObjectId>();
    files.values().stream().filter(GitTree.Entry::isFile).forEach(file -> ids.add(file.id()));
    if (!isChanged) {
      // sizes are known of files that are here
      remote.fetch(ids);
    }
    try (ObjectReader reader = inserter.newReader()) {
      for (Map.Entry<String, GitTree.Entry> file : files.entrySet()) {
        if (file.getValue().isFile()) {
          long size = reader.getObjectSize(file.getValue().id(), Constants.OBJ_BLOB);
          each.accept(new Listed(address.path(file.getKey()), size, Optional.empty()));
        }
      }
    }
  }

  @Override
  public void finish(String what) throws IOException {
    Optional<ObjectId> unpushed = target.unpushed();
    if (!isChanged && unpushed.isPresent()) {
      pushAgain(unpushed.get());
      return;
    }
    if (isChanged) {
      commit(what);
    }
  }

  private void commit(String what) throws IOException {
    String plain = address.place(PLAIN);
    if (tree.get(plain).isEmpty()) {
      put(plain, GitTree.Entry.file(inserter.insert(Constants.OBJ_BLOB, new byte[0])));
    }
    ObjectId commit;
    try {
      ObjectId files = tree.write(inserter);
      if (tip.isPresent()
          && GitCommits.read(store.repository(), tip.get()).getTree().equals(files)) {
        isChanged = false;
        return;
      }
      commit = GitCommits.make(config, store.repository(), inserter, files, tip, what);
    } catch (IOException e) {
      throw GitFailures.onThisMachine(config, e);
    }
    push(commit);
  }

  /** The answer of a host to this commit did not arrive. */
  private void pushAgain(ObjectId commit) throws IOException {
    RevCommit made = GitCommits.read(store.repository(), commit);
    boolean isFirst = made.getParentCount() == 0;
    Optional<ObjectId> before = isFirst ? Optional.empty() : Optional.of(made.getParent(0).copy());
    if (tip.equals(Optional.of(commit))) {
      target.keep(Optional.empty());
    } else if (tip.equals(before)) {
      push(commit);
    } else {
      target.keep(Optional.empty());
      throw outrun();
    }
  }

  private void push(ObjectId commit) throws IOException {
    target.keep(Optional.of(commit));
    try {
      remote.push(commit, tip);
      tip = Optional.of(commit);
      isChanged = false;
      target.keep(Optional.empty());
    } catch (GitOutrunException e) {
      target.keep(Optional.empty());
      throw outrun();
    } catch (TargetException e) {
      target.keep(Optional.empty());
      if (e.problem().code() == ProblemCode.DICH_TU_CHOI && !remote.fetch().equals(tip)) {
        // between our look and our push
        throw outrun();
      }
      throw e;
    }
  }

  private TargetException outrun() throws IOException {
    Optional<ObjectId> theirs = remote.fetch();
    String who =
        theirs.isPresent()
            ? GitCommits.read(store.repository(), theirs.get()).getAuthorIdent().getName()
            : address.toString();
    return config.refused(ProblemCode.DICH_NGUOI_KHAC_DANG, null, who);
  }

  @Override
  public boolean rollBack(String what) throws IOException {
    if (target.unpushed().isPresent()) {
      // this is the second try
      finish(what);
      return true;
    }
    var history = new GitHistory(address, store, remote);
    GitTree back =
        tip.isPresent() ? history.before(tip.get()).orElse(GitTree.empty()) : GitTree.empty();
    if (back.below(address.folder()).isEmpty()) {
      throw config.refused(ProblemCode.DANG_KHONG_QUAY_LAI, null, config.name());
    }
    tree = back;
    isChanged = true;
    commit(what);
    return true;
  }

  @Override
  public void close() {
    inserter.close();
  }
}
