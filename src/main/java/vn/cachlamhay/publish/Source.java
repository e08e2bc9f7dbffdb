package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Map;

/** A state of a site that can be put on a host. Thread-safe. */
interface Source {

  /** MD5 in hexadecimal of every file, by path. */
  Map<String, String> hashes();

  /** Bytes that have to be moved for a file. */
  long size(String path) throws IOException;

  /**
   * Puts a file in its place.
   *
   * @throws TargetException where it is not to be had any more
   */
  void put(String path, Connection connection) throws IOException;
}
