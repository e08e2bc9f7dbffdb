package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.PublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.apache.sshd.client.config.hosts.KnownHostEntry;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;

/**
 * OpenSSH's file of the hosts that somebody has met. Lines that nothing can be made of are passed
 * over, as OpenSSH does. Thread-safe.
 */
final class KnownHosts {

  /** What is known of the key of a host. */
  enum Verdict {
    /** It is the one it had. */
    KNOWN,
    /** Nobody has met the host. */
    NEW,
    /** It had others. */
    CHANGED,
    /** It is not to be trusted, whoever has it. */
    REVOKED
  }

  /**
   * @param verdict of the key
   * @param line that says so, as {@code file:number}; empty where none does
   */
  record Answer(Verdict verdict, String line) {}

  private record Line(int number, KnownHostEntry entry) {

    boolean marked(String marker) {
      return marker.equals(entry.getMarker());
    }

    boolean isOf(byte[] key) {
      return Arrays.equals(key, entry.getKeyEntry().getKeyData());
    }
  }

  private final Path file;

  KnownHosts(Path file) {
    this.file = file;
  }

  Path file() {
    return file;
  }

  /** What is known of a host that shows a key. */
  synchronized Answer ask(String host, int port, PublicKey key) throws IOException {
    byte[] bytes = bytes(key);
    List<Line> lines = of(host, port);
    for (Line line : lines) {
      if (line.marked("revoked") && line.isOf(bytes)) {
        return answer(Verdict.REVOKED, line);
      }
    }
    List<Line> keys = lines.stream().filter(line -> line.entry().getMarker() == null).toList();
    for (Line line : keys) {
      if (line.isOf(bytes)) {
        return answer(Verdict.KNOWN, line);
      }
    }
    // a key of another type too is a change: the known ones were asked for first
    return keys.isEmpty() ? new Answer(Verdict.NEW, "") : answer(Verdict.CHANGED, keys.get(0));
  }

  /** The types of the keys that a host had, such as {@code ssh-ed25519}. */
  synchronized Set<String> types(String host, int port) throws IOException {
    var types = new TreeSet<String>();
    for (Line line : of(host, port)) {
      if (line.entry().getMarker() == null) {
        types.add(line.entry().getKeyEntry().getKeyType());
      }
    }
    return types;
  }

  /** Notes down a host that somebody trusts. */
  synchronized void add(String host, int port, PublicKey key) throws IOException {
    makeFile();
    byte[] before = Files.readAllBytes(file);
    String separator = before.length > 0 && before[before.length - 1] != '\n' ? "\n" : "";
    String line = separator + name(host, port) + " " + PublicKeyEntry.toString(key) + "\n";
    Files.writeString(file, line, StandardCharsets.UTF_8, StandardOpenOption.APPEND);
  }

  private void makeFile() throws IOException {
    if (Files.exists(file)) {
      return;
    }
    Files.createDirectories(file.getParent(), only("rwx------"));
    Files.createFile(file, only("rw-------"));
  }

  private static FileAttribute<?>[] only(String permissions) {
    if (!FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
      return new FileAttribute<?>[0];
    }
    return new FileAttribute<?>[] {
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions))
    };
  }

  private List<Line> of(String host, int port) throws IOException {
    if (!Files.exists(file)) {
      return List.of();
    }
    var found = new ArrayList<Line>();
    // not every old file is UTF-8, and names of hosts are ASCII
    List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
    for (int i = 0; i < lines.size(); i++) {
      int number = i + 1;
      entry(lines.get(i))
          .filter(entry -> isOf(entry, host, port))
          .ifPresent(entry -> found.add(new Line(number, entry)));
    }
    return found;
  }

  /** As OpenSSH compares: patterns with the whole name, port and all. */
  private static boolean isOf(KnownHostEntry entry, String host, int port) {
    if (entry.getHashedEntry() != null) {
      return entry.getHashedEntry().isHostMatch(host, port);
    }
    String fields = entry.getConfigLine();
    String patterns = fields.split(" ")[entry.getMarker() == null ? 0 : 1];
    boolean found = false;
    for (String pattern : patterns.split(",")) {
      boolean negated = pattern.startsWith("!");
      if (matches(negated ? pattern.substring(1) : pattern, name(host, port))) {
        if (negated) {
          return false;
        }
        found = true;
      }
    }
    return found;
  }

  private static boolean matches(String pattern, String name) {
    String expression = Pattern.quote(pattern).replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q");
    return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).matcher(name).matches();
  }

  private static String name(String host, int port) {
    return port == 22 ? host : "[" + host + "]:" + port;
  }

  private static Optional<KnownHostEntry> entry(String line) {
    try {
      return Optional.ofNullable(KnownHostEntry.parseKnownHostEntry(line));
    } catch (RuntimeException e) {
      // whatever the library meets in a line that is no entry
      return Optional.empty();
    }
  }

  private Answer answer(Verdict verdict, Line line) {
    return new Answer(verdict, file + ":" + line.number());
  }

  private static byte[] bytes(PublicKey key) {
    var buffer = new ByteArrayBuffer();
    buffer.putRawPublicKey(key);
    return buffer.getCompactData();
  }
}
