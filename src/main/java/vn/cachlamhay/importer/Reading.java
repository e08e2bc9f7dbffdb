package vn.cachlamhay.importer;

import java.io.IOException;
import java.util.List;
import vn.cachlamhay.richtext.Manuscript;

/** Reads sources of every kind. Thread-safe. */
interface Reading extends AutoCloseable {

  /**
   * What was read.
   *
   * @param origin as it is kept
   */
  record Read(Origin origin, Manuscript manuscript) {}

  /** Whether a file can be read, by its name. */
  boolean reads(String fileName);

  /**
   * Does at once for many sources what would take long one by one.
   *
   * @param sources that will be read
   */
  void prepare(List<Source> sources) throws IOException;

  /** The bytes of a source; of an address none, before it is fetched. */
  byte[] bytes(Source source) throws IOException;

  /**
   * Reads a source.
   *
   * @param bytes as {@link #bytes} gave them
   * @throws vn.cachlamhay.diag.SiteException that says why it cannot be read
   */
  Read read(Source source, byte[] bytes) throws IOException;

  /** Removes what was put aside on the disk. */
  @Override
  void close() throws IOException;
}
