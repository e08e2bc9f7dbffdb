package vn.cachlamhay.publish;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Files of a site on a host, as the portal notes them there: what is there, is to be there, or was.
 * A sheet says what is other than on the one that it lies on. Immutable.
 *
 * @param id of the run that it is about
 * @param base id of the sheet or run that it lies on; {@link #NOTHING} where it tells everything
 * @param time of the run
 * @param who ran it, as {@code user@machine}
 * @param lines MD5 in hexadecimal by path, {@link #UNSURE} or {@link #GONE}
 */
record Sheet(String id, String base, Instant time, String who, Map<String, String> lines) {

  /** Stands for the hash of a file that may be there, and may be this or that. */
  static final String UNSURE = "?".repeat(32);

  /** Stands for the hash of a file that is not there. */
  static final String GONE = "-".repeat(32);

  /** The base of a sheet that lies on none. */
  static final String NOTHING = "-";

  private static final Pattern HEAD = Pattern.compile("#portal 1 (\\S+) (\\S+) (\\S+) (.*)");
  private static final String END = "#end ";
  private static final int HASH = 32;

  Sheet {
    lines = Collections.unmodifiableMap(new HashMap<>(lines));
  }

  /** As it is kept: a line a file, and a last line that tells whether all is there. */
  byte[] bytes() {
    var text = new StringBuilder();
    text.append("#portal 1 ").append(id).append(' ').append(base).append(' ');
    text.append(time).append(' ').append(who).append('\n');
    String[] paths = lines.keySet().toArray(String[]::new);
    Arrays.sort(paths);
    for (String path : paths) {
      text.append(lines.get(path)).append("  ").append(path).append('\n');
    }
    String hash = hash(text.toString());
    return text.append(END).append(hash).append('\n').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String hash(String text) {
    return Md5.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** The sheet that bytes tell of; empty where they are doubtful: cut off, edited, another kind. */
  static Optional<Sheet> of(byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.lastIndexOf(END);
    if (end < 0 || !text.substring(end).strip().equals(END + hash(text.substring(0, end)))) {
      return Optional.empty();
    }
    String[] all = text.substring(0, end).split("\n");
    Matcher head = HEAD.matcher(all[0]);
    if (!head.matches()) {
      return Optional.empty();
    }
    var lines = new HashMap<String, String>();
    for (String line : Arrays.asList(all).subList(1, all.length)) {
      if (!line.startsWith("  ", HASH)) {
        return Optional.empty();
      }
      lines.put(line.substring(HASH + 2), line.substring(0, HASH));
    }
    try {
      Instant time = Instant.parse(head.group(3));
      return Optional.of(new Sheet(head.group(1), head.group(2), time, head.group(4), lines));
    } catch (DateTimeException e) {
      // a hash that is right over a head that is not: nothing that we wrote
      return Optional.empty();
    }
  }

  /** Makes of the files of its base those that it tells of. */
  void applyTo(Map<String, String> hashes) {
    lines.forEach(
        (path, hash) -> {
          if (hash.equals(GONE)) {
            hashes.remove(path);
          } else {
            hashes.put(path, hash);
          }
        });
  }

  /** The lines that make some files of others. */
  static Map<String, String> difference(Map<String, String> from, Map<String, String> to) {
    var lines = new HashMap<String, String>();
    to.forEach(
        (path, hash) -> {
          if (!hash.equals(from.get(path))) {
            lines.put(path, hash);
          }
        });
    for (String path : from.keySet()) {
      if (!to.containsKey(path)) {
        lines.put(path, GONE);
      }
    }
    return lines;
  }
}
