package vn.cachlamhay.jbake;

import java.io.File;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A content or data file as it lies on the disk. Immutable.
 *
 * @param file handed to JBake's parsers
 * @param name as problems name it
 * @param bytes all of it
 */
record ProjectSource(File file, String name, byte[] bytes) {

  static ProjectSource read(File file, Site site) throws IOException {
    return new ProjectSource(
        file, site.config().relative(file.toPath()), Files.readAllBytes(file.toPath()));
  }

  /** The hash under which JBake knows the file, {@code content.sha1} in templates. */
  String sha1() {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      // every Java platform has SHA-1
      throw new IllegalStateException(e);
    }
  }

  /** Its lines, as JBake's parsers see them. */
  HeaderLines lines(Site site) {
    Charset encoding = Charset.forName(site.jbake().getRenderEncoding());
    return HeaderLines.of(bytes, encoding, site.jbake().getHeaderSeparator());
  }
}
