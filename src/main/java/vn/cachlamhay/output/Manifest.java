package vn.cachlamhay.output;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import vn.cachlamhay.diag.Parallel;

/**
 * What the portal wrote into an output folder: the MD5 of every file, in the form that {@code
 * md5sum --check} reads. The hash only tells whether a file has changed; for that MD5 is enough, S3
 * stores keep the same of their objects, and a short run of Java computes it ten times faster than
 * SHA-256. Only files that the manifest names are ever removed. Immutable.
 */
public final class Manifest {

  /** Name of the file in the output folder. */
  public static final String FILE = ".portal-manifest";

  /** Letters of a hash. */
  private static final int HASH = 32;

  private static final String GAP = "  ";

  private final byte[] text;
  private final List<Line> lines;
  private final Map<String, String> hashes;

  /** A line, and where in the text it is; the end is after its line feed. */
  private record Line(String hash, String uri, int from, int to) {}

  private Manifest(byte[] text) {
    this.text = text;
    this.lines = lines(text);
    var byUri = new HashMap<String, String>(2 * lines.size());
    lines.forEach(line -> byUri.put(line.uri(), line.hash()));
    this.hashes = Collections.unmodifiableMap(byUri);
  }

  /** The manifest of a folder; empty where there is none. */
  public static Manifest read(Path folder) {
    Path file = folder.resolve(FILE);
    try {
      return new Manifest(Files.exists(file) ? Files.readAllBytes(file) : new byte[0]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<Line> lines(byte[] text) {
    var lines = new ArrayList<Line>();
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        var line = new String(text, from, i - from, StandardCharsets.UTF_8);
        if (line.indexOf(GAP) == HASH) {
          String uri = line.substring(HASH + GAP.length());
          lines.add(new Line(line.substring(0, HASH), uri, from, i + 1));
        }
        from = i + 1;
      }
    }
    return lines;
  }

  /** The hash of each file, by address. */
  public Map<String, String> hashes() {
    return hashes;
  }

  /**
   * The text of the file for the same addresses, some of them with other hashes: most of it is
   * copied, many lines at a time.
   */
  byte[] textOf(Set<String> others, Map<String, String> now) {
    if (!isInOrder()) {
      return text(now);
    }
    var out = new ByteArrayOutputStream(text.length);
    int from = 0;
    for (Line line : lines) {
      if (others.contains(line.uri())) {
        out.write(text, from, line.from() - from);
        out.writeBytes(line(now.get(line.uri()), line.uri()));
        from = line.to();
      }
    }
    out.write(text, from, text.length - from);
    return out.toByteArray();
  }

  /** The text of the file for some hashes by address, in the order of addresses. */
  static byte[] text(Map<String, String> hashes) {
    String[] uris = hashes.keySet().toArray(String[]::new);
    Arrays.parallelSort(uris);
    var out = new ByteArrayOutputStream(1024 * 1024);
    Parallel.map(List.of(uris), uri -> line(hashes.get(uri), uri)).forEach(out::writeBytes);
    return out.toByteArray();
  }

  /** Whether the text is as {@link #text} would have written it. */
  private boolean isInOrder() {
    int end = 0;
    String before = "";
    for (Line line : lines) {
      if (line.from() != end || line.uri().compareTo(before) <= 0) {
        return false;
      }
      end = line.to();
      before = line.uri();
    }
    return end == text.length;
  }

  private static byte[] line(String hash, String uri) {
    return (hash + GAP + uri + "\n").getBytes(StandardCharsets.UTF_8);
  }

  static String hash(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      // every Java platform must have it
      throw new IllegalStateException(e);
    }
  }
}
