package vn.cachlamhay.publish;

import java.net.InetAddress;
import java.util.Optional;
import java.util.function.Predicate;

/** This machine, and who sits at it. Stateless. */
final class Here {

  private Here() {}

  /** Somebody whom colleagues recognise, without spaces. */
  static String who() {
    Predicate<String> named = name -> name != null && !name.isBlank();
    String machine =
        Optional.ofNullable(System.getenv("COMPUTERNAME"))
            .or(() -> Optional.ofNullable(System.getenv("HOSTNAME")))
            .filter(named)
            .orElseGet(Here::machine);
    return (System.getProperty("user.name") + "@" + machine).replaceAll("\\s+", "_");
  }

  private static String machine() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (java.net.UnknownHostException e) {
      // a machine that does not know its own name
      return "localhost";
    }
  }
}
