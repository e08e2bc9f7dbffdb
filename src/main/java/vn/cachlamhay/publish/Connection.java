package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * One line to a {@link Target}. Paths are those of the site: relative, with {@code /}, in NFC,
 * never with {@code ..}. For one thread at a time; after an {@link IOException} that is no {@link
 * TargetException} it is closed and another one made.
 */
public interface Connection extends AutoCloseable {

  /**
   * A file that is there.
   *
   * @param path of the site
   * @param size in bytes
   * @param md5 of its bytes, in hexadecimal, where the host knows it
   */
  record Listed(String path, long size, Optional<String> md5) {}

  /**
   * The bytes of a file; empty where there is none.
   *
   * @throws TargetException where it is there and may not be read
   */
  Optional<byte[]> read(String path) throws IOException;

  /**
   * Puts a file in its place, whole or not at all: beside it under a name of {@link Names#aside},
   * then renamed where the protocol can. Makes its folders. A folder of that name is in the way: an
   * {@link IOException}.
   *
   * @throws TargetException no room, no right, a quota
   */
  void write(Upload file) throws IOException;

  /**
   * Puts a file where none is, in one step if the protocol has one.
   *
   * @return false where one is there already
   */
  boolean create(Upload file) throws IOException;

  /**
   * Makes a copy, whole or not at all, on the host itself where it can.
   *
   * @return false where there is nothing to copy
   */
  boolean copy(String from, String to) throws IOException;

  /** Removes a file; that it is not there is fine. Folders stay. */
  void delete(String path) throws IOException;

  /** Removes a folder if it is empty; that it is not, or is not there, is fine. */
  void deleteEmptyFolder(String path) throws IOException;

  /** Tells of every file below the target, in any order; hidden ones where the host shows them. */
  void list(Consumer<Listed> file) throws IOException;

  /**
   * Everything is in its place. An atomic target takes all of it over now.
   *
   * @param what was done, in a line, for its history
   * @throws TargetException where somebody else was faster
   */
  default void finish(String what) throws IOException {
    // where each file counts as it comes
  }

  /**
   * Brings back what was there before the last publication, where the host keeps a history of its
   * own. Files of others stay as they are.
   *
   * @param what is done, in a line, for that history
   * @return false where there is no such history: what was kept has to be copied back
   * @throws TargetException where nothing was published before, or somebody else was faster
   */
  default boolean rollBack(String what) throws IOException {
    return false;
  }

  @Override
  void close() throws IOException;
}
