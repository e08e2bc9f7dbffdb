package vn.cachlamhay.publish;

import java.util.List;
import javax.net.ssl.SSLContext;

/**
 * Ways to go on with a TLS session on a line for data, best first. Servers that insist on it differ
 * in what they make possible, so they are tried until a first listing of the folder comes through.
 */
enum FtpTls {

  /** The session is in a ticket that may be shown again and again. */
  TICKETS(true, "TLSv1.2"),

  /** The server remembers the session. vsftpd's tickets last for 68 years, which Java refuses. */
  REMEMBERED(false, "TLSv1.2"),

  /** Tickets of TLS 1.3 are good for one line each, and ProFTPD does not give enough of them. */
  NEWEST(true, "TLSv1.3");

  private static final String WANTED = "jdk.tls.client.enableSessionTicketExtension";

  private final boolean tickets;
  private final List<String> protocols;

  FtpTls(boolean tickets, String... protocols) {
    this.tickets = tickets;
    this.protocols = List.of(protocols);
  }

  /** A client that has not connected yet. */
  FtpsClient client(TargetConfig config, boolean implicit) throws TargetException {
    FtpsClient client = new FtpsClient(implicit, context(config));
    client.setEnabledProtocols(protocols.toArray(String[]::new));
    return client;
  }

  /** Java asks for this property when a context is made, and has no other place for the wish. */
  private SSLContext context(TargetConfig config) throws TargetException {
    if (tickets) {
      return Certificates.context(config);
    }
    synchronized (FtpTls.class) {
      String before = System.getProperty(WANTED, "true");
      System.setProperty(WANTED, "false");
      try {
        return Certificates.context(config);
      } finally {
        System.setProperty(WANTED, before);
      }
    }
  }
}
