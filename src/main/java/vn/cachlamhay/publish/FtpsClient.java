package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.commons.net.ftp.FTPSClient;

/**
 * FTP through TLS, in which each line for data goes on with the TLS session of the line for
 * commands. Many servers insist on that: it proves that both are of the same client.
 *
 * <p>Java looks for a session to go on with under the name and the port of the other side, and a
 * line for data has another port each time. So {@link FtpSockets} tells the port of the commands:
 * plain API of Java, no reflection. Each client needs a context of its own, or several connections
 * would take each other's sessions.
 *
 * <p>TLS 1.3 hands out what is needed to go on again in tickets, each good for one line. They come
 * after the bytes; therefore a line is read to its end before it is closed. For one thread.
 */
final class FtpsClient extends FTPSClient {

  private final SSLContext context;

  private SSLSocket data;

  FtpsClient(boolean implicit, SSLContext context) {
    super(implicit, context);
    this.context = context;
    setEndpointCheckingEnabled(true);
  }

  /** From now on lines for data are encrypted, too. */
  boolean protectData() throws IOException {
    execPBSZ(0);
    // not execPROT, which would have other sockets made
    return sendCommand("PROT", "P") == 200;
  }

  @Override
  protected Socket _openDataConnection_(String command, String argument) throws IOException {
    Socket plain = super._openDataConnection_(command, argument);
    if (plain == null) {
      return null; // as promised: the server said no
    }
    Socket wrapped =
        context.getSocketFactory().createSocket(plain, _hostname_, getRemotePort(), true);
    try {
      SSLSocket secure = (SSLSocket) wrapped;
      SSLParameters parameters = secure.getSSLParameters();
      parameters.setProtocols(getEnabledProtocols());
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      secure.setSSLParameters(parameters);
      secure.startHandshake();
      data = secure;
      return secure;
    } catch (IOException e) {
      wrapped.close();
      throw e;
    }
  }

  /**
   * Everything has been written to the line for data: tells so, and reads what the server still has
   * to say there. The line is closed afterwards as always.
   */
  void endUpload() throws IOException {
    data.shutdownOutput();
    data.getInputStream().transferTo(OutputStream.nullOutputStream());
  }
}
