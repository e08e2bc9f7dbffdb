package vn.cachlamhay.publish;

import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ByteChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A line to the agent of the system, which holds keys that somebody has unlocked: OpenSSH's, at the
 * socket that {@code SSH_AUTH_SOCK} names, or its pipe on Windows. Thread-safe: one question at a
 * time.
 */
final class SshAgentLine implements Closeable {

  private static final Path WINDOWS = Path.of("//./pipe/openssh-ssh-agent");

  /** More than any answer of an agent. */
  private static final int LONGEST = 256 * 1024;

  private final ByteChannel channel;

  private SshAgentLine(ByteChannel channel) {
    this.channel = channel;
  }

  /** Where the agent is; empty where none is known. It may have ended all the same. */
  static Optional<Path> place(Credentials credentials) {
    Optional<Path> place =
        System.getProperty("os.name").startsWith("Windows")
            ? Optional.of(WINDOWS)
            : credentials.variable("SSH_AUTH_SOCK").map(Path::of);
    return place.filter(Files::exists);
  }

  /**
   * Makes one.
   *
   * @throws IOException nobody is there: an agent that has ended leaves its socket behind
   */
  static SshAgentLine open(Path place) throws IOException {
    return new SshAgentLine(
        place.equals(WINDOWS)
            ? new RandomAccessFile(WINDOWS.toFile(), "rw").getChannel()
            : SocketChannel.open(UnixDomainSocketAddress.of(place)));
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  /** Asks; the question has its length before it, the answer has not. */
  synchronized byte[] ask(byte[] question) throws IOException {
    ByteBuffer out = ByteBuffer.wrap(question);
    while (out.hasRemaining()) {
      channel.write(out);
    }
    int length = ByteBuffer.wrap(read(Integer.BYTES)).getInt();
    if (length < 1 || length > LONGEST) {
      throw new IOException("ssh agent: " + length);
    }
    return read(length);
  }

  private byte[] read(int length) throws IOException {
    ByteBuffer in = ByteBuffer.allocate(length);
    while (in.hasRemaining()) {
      if (channel.read(in) < 0) {
        throw new EOFException("ssh agent");
      }
    }
    return in.array();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
