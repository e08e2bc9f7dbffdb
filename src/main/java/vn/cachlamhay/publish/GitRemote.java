package vn.cachlamhay.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.PackProtocolException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectIdRef;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.FilterSpec;
import org.eclipse.jgit.transport.PackLock;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.Transport;

/**
 * The repository of a host, as far as the network is concerned. Nothing is kept open between two
 * calls. For one thread.
 */
final class GitRemote {

  private final GitAddress address;
  private final GitStore store;
  private final GitDoor door;
  private final GitFailures failures;

  GitRemote(GitAddress address, GitStore store, GitDoor door, GitFailures failures) {
    this.address = address;
    this.store = store;
    this.door = door;
    this.failures = failures;
  }

  /** Something to be done over the network. */
  private interface Call<T> {
    T on(Transport transport) throws IOException;
  }

  private <T> T call(boolean writing, Call<T> work) throws IOException {
    try (Transport transport = Transport.open(store.repository(), address.uri())) {
      door.prepare(transport);
      // differences from files that are not here would be of no use
      transport.setFetchThin(false);
      return work.on(transport);
    } catch (IOException e) {
      throw failures.explain(door.refusal(e), writing, door.hasPassword());
    }
  }

  /**
   * The commit of the branch, which then is in the store with all its folders, and with its files
   * where the host cannot leave them out. Empty where there is no such branch yet.
   */
  Optional<ObjectId> fetch() throws IOException {
    Optional<ObjectId> known = store.known();
    Set<ObjectId> have = known.map(Set::of).orElse(Set.of());
    Optional<ObjectId> tip = fetch(1, have);
    if (tip.isPresent()) {
      store.know(tip.get());
    }
    return tip;
  }

  /** Brings commits before that of the branch, too. */
  void deepen(int commits) throws IOException {
    fetch(commits, Set.of());
  }

  private Optional<ObjectId> fetch(int depth, Set<ObjectId> have) throws IOException {
    if (address.isLocal()) {
      return call(false, transport -> branch(transport, depth, have));
    }
    return call(
        false,
        transport -> {
          transport.setFilterSpec(FilterSpec.fromFilterLine("blob:none"));
          try {
            return branch(transport, depth, have);
          } catch (TransportException e) {
            if (!(e instanceof PackProtocolException)
                && !(e.getCause() instanceof PackProtocolException)) {
              throw e;
            }
            // a host that cannot leave files out
            transport.setFilterSpec(FilterSpec.NO_FILTER);
            return branch(transport, depth, have);
          }
        });
  }

  private Optional<ObjectId> branch(Transport transport, int depth, Set<ObjectId> have)
      throws IOException {
    transport.setDepth(depth);
    try (FetchConnection connection = transport.openFetch(List.of(new RefSpec(address.branch())))) {
      Ref tip = connection.getRefsMap().get(address.branch());
      if (tip == null) {
        return Optional.empty();
      }
      if (!have.contains(tip.getObjectId())) {
        fetch(connection, List.of(tip), have);
      }
      return Optional.of(tip.getObjectId());
    }
  }

  /** Brings what is in files that are not here yet. */
  void fetch(Collection<ObjectId> files) throws IOException {
    var missing = new ArrayList<Ref>();
    for (ObjectId id : Set.copyOf(files)) {
      if (!store.has(id)) {
        missing.add(new ObjectIdRef.Unpeeled(Ref.Storage.NETWORK, id.name(), id));
      }
    }
    if (missing.isEmpty()) {
      return;
    }
    call(
        false,
        transport -> {
          try (FetchConnection connection =
              transport.openFetch(List.of(new RefSpec(address.branch())))) {
            fetch(connection, missing, Set.of());
          } catch (TransportException e) {
            if (!(e instanceof RemoteRepositoryException)
                && !(e.getCause() instanceof RemoteRepositoryException)) {
              throw e;
            }
            // a host that gives nothing but whole branches
            branch(transport, 1, Set.of());
          }
          return true;
        });
  }

  private void fetch(FetchConnection connection, Collection<Ref> wanted, Set<ObjectId> have)
      throws IOException {
    connection.fetch(NullProgressMonitor.INSTANCE, wanted, have);
    for (PackLock lock : connection.getPackLocks()) {
      lock.unlock();
    }
  }

  /**
   * Moves the branch, if nobody else has.
   *
   * @param from what it must be at; empty where it must not be there
   * @throws TargetException where the host refuses
   */
  void push(ObjectId commit, Optional<ObjectId> from) throws IOException {
    call(
        true,
        transport -> {
          var update =
              new RemoteRefUpdate(
                  store.repository(),
                  null,
                  commit,
                  address.branch(),
                  false,
                  null,
                  from.orElse(ObjectId.zeroId()));
          var words = new ByteArrayOutputStream();
          try {
            transport.push(NullProgressMonitor.INSTANCE, List.of(update), words);
          } catch (TransportException e) {
            throw failures.receiving(e, words.toString(StandardCharsets.UTF_8));
          }
          failures.check(update, words.toString(StandardCharsets.UTF_8));
          return true;
        });
    store.know(commit);
  }
}
