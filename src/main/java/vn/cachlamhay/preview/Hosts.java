package vn.cachlamhay.preview;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/**
 * The names that a browser may call this machine. Any other name in a request says that somebody
 * else's name was made to lead here (DNS rebinding). Immutable and thread-safe.
 *
 * @param names in lower case, IPv6 addresses in brackets
 * @param port that the server listens on
 */
record Hosts(Set<String> names, int port) {

  private static final int HTTP = 80;

  Hosts {
    names = Set.copyOf(names);
  }

  /**
   * @param host that the server was told to listen on
   * @param address that this has become
   */
  static Hosts of(String host, InetSocketAddress address) {
    var names = new HashSet<>(Set.of("localhost", "127.0.0.1", "[::1]"));
    names.add(bracketed(host));
    if (address.getAddress().isAnyLocalAddress()) {
      names.addAll(ofThisMachine());
    } else {
      names.add(bracketed(address.getAddress().getHostAddress()));
    }
    return new Hosts(names, address.getPort());
  }

  private static Set<String> ofThisMachine() {
    var names = new HashSet<String>();
    try {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(address -> names.add(bracketed(address.getHostAddress())));
      names.add(InetAddress.getLocalHost().getHostName().toLowerCase(Locale.ROOT));
    } catch (SocketException | UnknownHostException e) {
      // then it can be reached by the names that are known, and says so otherwise
      return names;
    }
    return names;
  }

  /** Without the zone of an address, which browsers cannot write. */
  private static String bracketed(String host) {
    String plain = host.replaceFirst("%.*", "").toLowerCase(Locale.ROOT);
    return plain.contains(":") && !plain.startsWith("[") ? "[" + plain + "]" : plain;
  }

  /** Whether a {@code Host} header names this server. */
  boolean knows(String header) {
    String lower = header.toLowerCase(Locale.ROOT);
    int colon = lower.lastIndexOf(':');
    boolean hasPort = colon > lower.lastIndexOf(']');
    String name = hasPort ? lower.substring(0, colon) : lower;
    String number = hasPort ? lower.substring(colon + 1) : String.valueOf(HTTP);
    return names.contains(name) && number.equals(String.valueOf(port));
  }
}
