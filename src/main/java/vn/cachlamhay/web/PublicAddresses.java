package vn.cachlamhay.web;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Tells addresses of the net from those within an office, a machine or a data centre, by the
 * registries of IANA (RFC 6890 and what updates it). Stateless.
 */
final class PublicAddresses {

  /** Address, length of the part that counts. */
  private static final List<String> NOT_PUBLIC =
      List.of(
          "0.0.0.0/8",
          "10.0.0.0/8",
          "100.64.0.0/10",
          "127.0.0.0/8",
          "169.254.0.0/16",
          "172.16.0.0/12",
          "192.0.0.0/24",
          "192.0.2.0/24",
          "192.88.99.0/24",
          "192.168.0.0/16",
          "198.18.0.0/15",
          "198.51.100.0/24",
          "203.0.113.0/24",
          "224.0.0.0/3");

  private PublicAddresses() {}

  /** Whether an address is one of the net. */
  static boolean is(InetAddress address) {
    byte[] bytes = address.getAddress();
    if (address instanceof Inet4Address) {
      return isPublic4(bytes);
    }
    return address instanceof Inet6Address && isPublic6(bytes);
  }

  private static boolean isPublic4(byte[] bytes) {
    int number = number(bytes, 0);
    for (String range : NOT_PUBLIC) {
      String[] parts = range.split("[./]");
      int base = 0;
      for (int i = 0; i < 4; i++) {
        base = base << 8 | Integer.parseInt(parts[i]);
      }
      int shift = 32 - Integer.parseInt(parts[4]);
      if (number >>> shift == base >>> shift) {
        return false;
      }
    }
    return true;
  }

  private static int number(byte[] bytes, int from) {
    return (bytes[from] & 0xFF) << 24
        | (bytes[from + 1] & 0xFF) << 16
        | (bytes[from + 2] & 0xFF) << 8
        | bytes[from + 3] & 0xFF;
  }

  /** Only 2000::/3 is given out; in it lie tunnels that hold an address of the old kind. */
  private static boolean isPublic6(byte[] bytes) {
    int first = (bytes[0] & 0xFF) << 8 | bytes[1] & 0xFF;
    int second = (bytes[2] & 0xFF) << 8 | bytes[3] & 0xFF;
    boolean nat64 = first == 0x64 && second == 0xFF9B;
    if (nat64) {
      return isPublic4(Arrays.copyOfRange(bytes, 12, 16));
    }
    if (first == 0x2002) {
      return isPublic4(Arrays.copyOfRange(bytes, 2, 6));
    }
    boolean special = first == 0x2001 && (second < 0x200 || second == 0xDB8);
    return first >>> 13 == 1 && !special && !(first == 0x3FFF && second < 0x1000);
  }
}
