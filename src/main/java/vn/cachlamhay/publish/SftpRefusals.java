package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Says in the portal's words why a server refused. The protocol has a code for a missing right, but
 * OpenSSH tells of a full disk, a quota and a disk that is only for reading by the same "Failure"
 * as of everything else: what it was, the state of the file system tells. For one thread at a time.
 */
final class SftpRefusals {

  private static final Pattern NO_ROOM = Pattern.compile("space|quota|full|exceed");

  /** Flag of the file system's state: nothing can be written. */
  private static final long READ_ONLY = 1;

  private final TargetConfig config;
  private final SftpWire wire;
  private final String root;

  /**
   * @param root folder of the target
   */
  SftpRefusals(TargetConfig config, SftpWire wire, String root) {
    this.config = config;
    this.wire = wire;
    this.root = root;
  }

  /** Why something cannot be read. */
  IOException reading(SftpException e, String path) {
    return isForbidden(e)
        ? config.refused(ProblemCode.DICH_KHONG_DUOC_DOC, e, path)
        : other(e, path);
  }

  /** Why bytes cannot be written into a file that is open for it. */
  IOException filling(SftpException e, String path) throws IOException {
    if (e.getStatus() == SftpConstants.SSH_FX_FAILURE) {
      // no right is asked for any more: there is no room, or no more of it for this user
      return config.refused(ProblemCode.DICH_HET_CHO, e, path);
    }
    return writing(e, path, 0);
  }

  /**
   * Why a file cannot be put in its place.
   *
   * @param size it would have
   */
  IOException writing(SftpException e, String path, long size) throws IOException {
    int code = e.getStatus();
    if (isForbidden(e) || code == SftpConstants.SSH_FX_WRITE_PROTECT) {
      return config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, e, path);
    }
    if (code == SftpConstants.SSH_FX_NO_SPACE_ON_FILESYSTEM
        || code == SftpConstants.SSH_FX_QUOTA_EXCEEDED
        || NO_ROOM.matcher(String.valueOf(e.getMessage()).toLowerCase(Locale.ROOT)).find()) {
      return config.refused(ProblemCode.DICH_HET_CHO, e, path);
    }
    Room room = room();
    if (room.readOnly()) {
      return config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, e, path);
    }
    if (room.files() == 0 || room.bytes() == 0 || room.bytes() < size) {
      return config.refused(ProblemCode.DICH_HET_CHO, e, path);
    }
    if (isMissing(e)) {
      // its folders could not be made: a file is in the place of one
      return config.refused(ProblemCode.DICH_VUONG_TEP, e, path);
    }
    return other(e, path);
  }

  /** Whether a file or folder is not there. */
  static boolean isMissing(SftpException e) {
    return e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_FILE
        || e.getStatus() == SftpConstants.SSH_FX_NO_SUCH_PATH;
  }

  /** Whether a right is missing. */
  static boolean isForbidden(SftpException e) {
    return e.getStatus() == SftpConstants.SSH_FX_PERMISSION_DENIED;
  }

  private IOException other(SftpException e, String path) {
    if (e.getStatus() == SftpConstants.SSH_FX_NO_CONNECTION
        || e.getStatus() == SftpConstants.SSH_FX_CONNECTION_LOST) {
      return e;
    }
    return config.refused(ProblemCode.DICH_TU_CHOI, e, path + ": " + e.getMessage());
  }

  /**
   * @param bytes that are free for this user
   * @param files that may still be made
   */
  private record Room(long bytes, long files, boolean readOnly) {}

  private Room room() throws IOException {
    if (!wire.has("statvfs@openssh.com")) {
      return new Room(Long.MAX_VALUE, Long.MAX_VALUE, false);
    }
    Buffer answer;
    try {
      answer = wire.answer(wire.room(root), SftpConstants.SSH_FXP_EXTENDED_REPLY);
    } catch (SftpException e) {
      // the folder is not there: nothing is known
      return new Room(Long.MAX_VALUE, Long.MAX_VALUE, false);
    }
    // size of a block, of a fragment; fragments in all, free, free for users
    answer.getLong();
    long fragment = answer.getLong();
    answer.getLong();
    answer.getLong();
    long available = answer.getLong();
    // files in all, which some file systems do not count; free, free for users
    long files = answer.getLong();
    answer.getLong();
    long free = answer.getLong();
    // number of the file system
    answer.getLong();
    boolean readOnly = (answer.getLong() & READ_ONLY) != 0;
    return new Room(available * fragment, files == 0 ? Long.MAX_VALUE : free, readOnly);
  }
}
