package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Makes the lines for data of one connection, and closes the last one with it: the library forgets
 * it where the line for commands breaks at the wrong moment, and the server would wait for the rest
 * of the file. For one thread.
 */
final class FtpSockets extends SocketFactory implements AutoCloseable {

  private final int port;

  private Optional<Socket> last = Optional.empty();

  /**
   * Sockets that seem to lead to a port, wherever they do.
   *
   * @param port that of the line for commands
   */
  FtpSockets(int port) {
    this.port = port;
  }

  @Override
  public Socket createSocket() {
    Socket socket = new DataSocket(port);
    last = Optional.of(socket);
    return socket;
  }

  @Override
  public void close() throws IOException {
    if (last.isPresent()) {
      last.get().close();
    }
  }

  @Override
  public Socket createSocket(String host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public Socket createSocket(String host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(host, port, local, localPort);
  }

  @Override
  public Socket createSocket(InetAddress host, int port) throws IOException {
    return new Socket(host, port);
  }

  @Override
  public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort)
      throws IOException {
    return new Socket(host, port, local, localPort);
  }

  /** Tells the port of the commands, under which Java knows the TLS session. */
  private static final class DataSocket extends Socket {

    private final int port;

    DataSocket(int port) {
      this.port = port;
    }

    @Override
    public int getPort() {
      return port;
    }
  }
}
