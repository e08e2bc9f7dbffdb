package vn.cachlamhay.output;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the portal wrote into an output folder: the MD5 of every file, in the form that {@code
 * md5sum --check} reads. The hash only tells whether a file has changed; for that MD5 is enough, S3
 * stores keep the same of their objects, and a short run of Java computes it ten times faster than
 * SHA-256. Only files that the manifest names are ever removed. Immutable.
 *
 * @param hashes by address, in the order of addresses
 */
public record Manifest(SortedMap<String, String> hashes) {

  /** Name of the file in the output folder. */
  public static final String FILE = ".portal-manifest";

  public Manifest {
    hashes = Collections.unmodifiableSortedMap(new TreeMap<>(hashes));
  }

  /** The manifest of a folder; empty where there is none. */
  public static Manifest read(Path folder) throws IOException {
    var hashes = new TreeMap<String, String>();
    Path file = folder.resolve(FILE);
    if (Files.exists(file)) {
      for (String line : Files.readAllLines(file)) {
        int gap = line.indexOf("  ");
        if (gap == 32) {
          hashes.put(line.substring(gap + 2), line.substring(0, gap));
        }
      }
    }
    return new Manifest(hashes);
  }

  /** The text of the file. */
  byte[] bytes() {
    var text = new StringBuilder();
    for (Map.Entry<String, String> entry : hashes.entrySet()) {
      text.append(entry.getValue()).append("  ").append(entry.getKey()).append('\n');
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
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
