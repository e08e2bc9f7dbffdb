package vn.cachlamhay.publish;

import org.apache.sshd.common.util.buffer.Buffer;

/**
 * What a server says of a file. Immutable.
 *
 * @param size in bytes; 0 where it does not say
 * @param kind of file
 */
record SftpAttributes(long size, Kind kind) {

  /** What stands in a place. */
  enum Kind {
    NOTHING,
    FILE,
    FOLDER,
    /** The server does not say. */
    UNKNOWN
  }

  private static final int TYPE = 0170000;
  private static final int FOLDER = 0040000;

  /** Flags of what follows: size, owner, rights and type, times, more. */
  private static final int SIZE = 1;

  private static final int OWNER = 2;
  private static final int RIGHTS = 4;
  private static final int TIMES = 8;
  private static final int MORE = 0x80000000;

  /** Reads them from where a message has them, to their end. */
  static SftpAttributes read(Buffer message) {
    int flags = message.getInt();
    long size = (flags & SIZE) != 0 ? message.getLong() : 0;
    if ((flags & OWNER) != 0) {
      message.getLong();
    }
    Kind kind = Kind.UNKNOWN;
    if ((flags & RIGHTS) != 0) {
      kind = (message.getInt() & TYPE) == FOLDER ? Kind.FOLDER : Kind.FILE;
    }
    if ((flags & TIMES) != 0) {
      message.getLong();
    }
    int more = (flags & MORE) != 0 ? message.getInt() : 0;
    for (int i = 0; i < more; i++) {
      message.getBytes();
      message.getBytes();
    }
    return new SftpAttributes(size, kind);
  }
}
