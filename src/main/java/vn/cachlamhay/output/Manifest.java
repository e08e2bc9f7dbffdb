package vn.cachlamhay.output;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * What the portal wrote into an output folder: the MD5 of every file, in the form that {@code
 * md5sum --check} reads. The hash only tells whether a file has changed; for that MD5 is enough, S3
 * stores keep the same of their objects, and a short run of Java computes it ten times faster than
 * SHA-256. Only files that the manifest names are ever removed. Immutable.
 *
 * @param hashes by address
 */
public record Manifest(Map<String, String> hashes) {

  /** Name of the file in the output folder. */
  public static final String FILE = ".portal-manifest";

  public Manifest {
    hashes = Collections.unmodifiableMap(new HashMap<>(hashes));
  }

  /** The manifest of a folder; empty where there is none. */
  public static Manifest read(Path folder) {
    var hashes = new HashMap<String, String>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      try {
        for (String line : Files.readAllLines(file)) {
          int gap = line.indexOf("  ");
          if (gap == 32) {
            hashes.put(line.substring(gap + 2), line.substring(0, gap));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return new Manifest(hashes);
  }

  /** The text of the file for some hashes by address, in the order of addresses. */
  static byte[] text(Map<String, String> hashes) {
    String[] uris = hashes.keySet().toArray(String[]::new);
    Arrays.parallelSort(uris);
    byte[][] lines =
        Arrays.stream(uris)
            .parallel()
            .map(uri -> (hashes.get(uri) + "  " + uri + "\n").getBytes(StandardCharsets.UTF_8))
            .toArray(byte[][]::new);
    ByteBuffer text = ByteBuffer.allocate(Arrays.stream(lines).mapToInt(line -> line.length).sum());
    for (byte[] line : lines) {
      text.put(line);
    }
    return text.array();
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
