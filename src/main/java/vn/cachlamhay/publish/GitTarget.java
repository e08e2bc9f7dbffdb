package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.jgit.errors.CorruptObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;

/**
 * A branch of a Git repository, which a host for pages shows: each publication is a commit on top
 * of it. Nobody needs a clone. Whatever happens on the way, the branch is as it was, or all of the
 * site is there. Thread-safe for its one connection at a time.
 */
public final class GitTarget implements Target {

  private final TargetConfig config;
  private final GitAddress address;
  private final Credentials credentials;
  private final GitDoor door;
  private final Path home;
  private Optional<GitStore> store = Optional.empty();
  private Optional<ObjectId> unpushed = Optional.empty();

  private GitTarget(TargetConfig config, GitAddress address, Credentials credentials, Path home) {
    this.config = config;
    this.address = address;
    this.credentials = credentials;
    this.home = home;
    this.door = new GitDoor(config, address, credentials, home);
  }

  /**
   * The branch that a configuration names: {@code url}, {@code branch}, {@code folder}, {@code
   * user}, {@code key}, {@code certificate}, {@code name} and {@code email}.
   *
   * @throws TargetException where it cannot be one
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    return of(config, credentials, Path.of(System.getProperty("user.home")));
  }

  /**
   * The same.
   *
   * @param home where keys, known hosts and what may be deleted are
   */
  static Target of(TargetConfig config, Credentials credentials, Path home) throws TargetException {
    return new GitTarget(config, GitAddress.of(config), credentials, home);
  }

  @Override
  public String address() {
    return address.toString();
  }

  @Override
  public synchronized Connection connect() throws IOException {
    if (store.isEmpty()) {
      store = Optional.of(GitStore.of(address, credentials, home));
    }
    GitStore kept = store.get();
    var remote = new GitRemote(address, kept, door, new GitFailures(config, address));
    Optional<ObjectId> tip = remote.fetch();
    try {
      return new GitConnection(config, address, kept, remote, this, tip);
    } catch (MissingObjectException | CorruptObjectException e) {
      // somebody tidied up in there
      kept.renew();
      unpushed = Optional.empty();
      tip = remote.fetch();
      return new GitConnection(config, address, kept, remote, this, tip);
    }
  }

  /** A commit that is made and was not taken, perhaps; the next connection sends it again. */
  synchronized Optional<ObjectId> unpushed() {
    return unpushed;
  }

  synchronized void keep(Optional<ObjectId> commit) {
    unpushed = commit;
  }

  @Override
  public int connections() {
    return 1;
  }

  @Override
  public boolean isAtomic() {
    return true;
  }

  @Override
  public boolean copiesItself() {
    return true;
  }

  @Override
  public synchronized void close() throws IOException {
    door.close();
    if (store.isPresent()) {
      store.get().close();
      store = Optional.empty();
    }
  }
}
