package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.agent.SshAgent;
import org.apache.sshd.agent.SshAgentFactory;
import org.apache.sshd.agent.SshAgentServer;
import org.apache.sshd.agent.common.AbstractAgentProxy;
import org.apache.sshd.common.FactoryManager;
import org.apache.sshd.common.channel.ChannelFactory;
import org.apache.sshd.common.session.ConnectionService;
import org.apache.sshd.common.session.Session;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * The agent of the system for SFTP. It is asked for signatures only, and never lent to a host.
 * Thread-safe.
 */
final class SshAgents implements SshAgentFactory {

  private final Path place;

  private SshAgents(Path place) {
    this.place = place;
  }

  /** The one that runs; empty where none does. */
  static Optional<SshAgents> running(Credentials credentials) {
    return SshAgentLine.place(credentials).map(SshAgents::new);
  }

  @Override
  public List<ChannelFactory> getChannelForwardingFactories(FactoryManager manager) {
    return List.of();
  }

  @Override
  public SshAgent createClient(Session session, FactoryManager manager) throws IOException {
    try {
      return new Client(SshAgentLine.open(place));
    } catch (IOException e) {
      // the agent has ended and left its socket: as if there were none
      return null;
    }
  }

  @Override
  public SshAgentServer createServer(ConnectionService service) throws IOException {
    throw new IOException("this is no agent");
  }

  private static final class Client extends AbstractAgentProxy {

    private final SshAgentLine line;

    private Client(SshAgentLine line) {
      super(null);
      this.line = line;
    }

    @Override
    public boolean isOpen() {
      return line.isOpen();
    }

    @Override
    protected Buffer request(Buffer question) throws IOException {
      return new ByteArrayBuffer(line.ask(question.getCompactData()));
    }

    @Override
    public void close() throws IOException {
      super.close();
      line.close();
    }
  }
}
