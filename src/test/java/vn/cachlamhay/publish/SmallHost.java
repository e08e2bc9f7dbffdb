package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A host with room for so many files of a site, and for all that the portal remembers.
 *
 * @param arrived gets the files that came, in their order
 */
record SmallHost(TargetConfig config, Target target, int room, List<String> arrived)
    implements Target {

  @Override
  public String address() {
    return target.address();
  }

  @Override
  public Connection connect() throws IOException {
    return new Room(target.connect());
  }

  @Override
  public int connections() {
    return target.connections();
  }

  @Override
  public boolean copiesItself() {
    return target.copiesItself();
  }

  private final class Room implements Connection {

    private final Connection connection;

    private Room(Connection connection) {
      this.connection = connection;
    }

    @Override
    public void write(Upload file) throws IOException {
      if (!Names.isOurs(file.path())) {
        if (arrived.size() == room) {
          throw config.refused(ProblemCode.DICH_HET_CHO, null, file.path());
        }
        arrived.add(file.path());
      }
      connection.write(file);
    }

    @Override
    public Optional<byte[]> read(String path) throws IOException {
      return connection.read(path);
    }

    @Override
    public boolean create(Upload file) throws IOException {
      return connection.create(file);
    }

    @Override
    public boolean copy(String from, String to) throws IOException {
      return connection.copy(from, to);
    }

    @Override
    public void delete(String path) throws IOException {
      connection.delete(path);
    }

    @Override
    public void deleteEmptyFolder(String path) throws IOException {
      connection.deleteEmptyFolder(path);
    }

    @Override
    public void list(Consumer<Listed> file) throws IOException {
      connection.list(file);
    }

    @Override
    public void close() throws IOException {
      connection.close();
    }
  }
}
