package vn.cachlamhay.publish;

import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.transport.sshd.agent.Connector;
import org.eclipse.jgit.transport.sshd.agent.ConnectorFactory;

/** The agent of the system for Git over ssh. For one thread. */
final class GitSshAgent implements Connector {

  private final Path place;
  private Optional<SshAgentLine> line = Optional.empty();

  private GitSshAgent(Path place) {
    this.place = place;
  }

  @Override
  public boolean connect() throws IOException {
    if (line.isPresent()) {
      return true;
    }
    try {
      line = Optional.of(SshAgentLine.open(place));
      return true;
    } catch (IOException | UnsupportedOperationException e) {
      // no agent is running: keys are read from their files
      return false;
    }
  }

  @Override
  public byte[] rpc(byte command, byte[] message) throws IOException {
    SshAgentLine open = line.orElseThrow(() -> new IOException("not connected: " + place));
    int length = message.length < Integer.BYTES + 1 ? 1 : message.length - Integer.BYTES;
    byte[] question = message.length < Integer.BYTES + 1 ? new byte[Integer.BYTES + 1] : message;
    // JGit leaves room for length and command at the beginning
    ByteBuffer.wrap(question).putInt(length).put(command);
    return open.ask(question);
  }

  @Override
  public void close() throws IOException {
    if (line.isPresent()) {
      line.get().close();
    }
    line = Optional.empty();
  }

  /**
   * Finds it.
   *
   * @param credentials that know the environment
   */
  record Factory(Credentials credentials) implements ConnectorFactory {

    @Override
    public Connector create(String asked, File home) {
      return new GitSshAgent(Path.of(asked == null || asked.isEmpty() ? place() : asked));
    }

    private String place() {
      return SshAgentLine.place(credentials).map(Path::toString).orElse("");
    }

    @Override
    public boolean isSupported() {
      return !place().isEmpty();
    }

    @Override
    public String getName() {
      return "openssh";
    }

    @Override
    public Collection<ConnectorDescriptor> getSupportedConnectors() {
      return List.of(getDefaultConnector());
    }

    @Override
    public ConnectorDescriptor getDefaultConnector() {
      return new ConnectorDescriptor() {
        @Override
        public String getIdentityAgent() {
          return place();
        }

        @Override
        public String getDisplayName() {
          return "OpenSSH";
        }
      };
    }
  }
}
