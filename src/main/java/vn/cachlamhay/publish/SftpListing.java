package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * All files below a folder. Many folders are read at a time, since each needs several questions one
 * after the other. Links are told as files, and not followed. For one thread.
 */
final class SftpListing {

  private static final int AT_A_TIME = 32;

  /** A question that is on its way. */
  private record Asked(int number, String folder, byte[] handle, Kind kind) {}

  private enum Kind {
    OPEN,
    READ,
    CLOSE
  }

  private final SftpWire wire;
  private final SftpRefusals refusals;
  private final String root;
  private final Consumer<Connection.Listed> told;
  private final Deque<String> folders = new ArrayDeque<>();
  private final Deque<Asked> asked = new ArrayDeque<>();
  private int open;

  SftpListing(SftpWire wire, SftpRefusals refusals, String root, Consumer<Connection.Listed> told) {
    this.wire = wire;
    this.refusals = refusals;
    this.root = root;
    this.told = told;
  }

  /** Tells of every file. */
  void run() throws IOException {
    folders.add("");
    while (!folders.isEmpty() || !asked.isEmpty()) {
      while (!folders.isEmpty() && open < AT_A_TIME) {
        String folder = folders.remove();
        open++;
        asked.add(new Asked(wire.openFolder(at(folder)), folder, null, Kind.OPEN));
      }
      next(asked.remove());
    }
  }

  private void next(Asked question) throws IOException {
    try {
      if (question.kind() == Kind.OPEN) {
        read(question.folder(), wire.opened(question.number()));
      } else if (question.kind() == Kind.READ) {
        entries(wire.answer(question.number(), SftpConstants.SSH_FXP_NAME), question.folder());
        read(question.folder(), question.handle());
      } else {
        wire.done(question.number());
      }
    } catch (SftpException e) {
      refused(question, e);
    }
  }

  private void read(String folder, byte[] handle) throws IOException {
    asked.add(new Asked(wire.readFolder(handle), folder, handle, Kind.READ));
  }

  private void refused(Asked question, SftpException e) throws IOException {
    boolean end = e.getStatus() == SftpConstants.SSH_FX_EOF;
    if (question.kind() == Kind.READ && end) {
      open--;
      byte[] handle = question.handle();
      asked.add(new Asked(wire.close(handle), question.folder(), handle, Kind.CLOSE));
    } else if (question.kind() == Kind.OPEN && SftpRefusals.isMissing(e)) {
      // the target has no folder yet, or somebody has just removed this one
      open--;
    } else {
      throw refusals.reading(e, question.folder());
    }
  }

  private void entries(Buffer answer, String folder) {
    int count = answer.getInt();
    for (int i = 0; i < count; i++) {
      String name = answer.getString(StandardCharsets.UTF_8);
      // as ls -l shows it
      String shown = answer.getString(StandardCharsets.UTF_8);
      SftpAttributes is = SftpAttributes.read(answer);
      boolean isFolder =
          is.kind() == SftpAttributes.Kind.FOLDER
              || is.kind() == SftpAttributes.Kind.UNKNOWN && shown.startsWith("d");
      if (!name.equals(".") && !name.equals("..")) {
        found(folder.isEmpty() ? name : folder + "/" + name, isFolder, is.size());
      }
    }
  }

  private void found(String path, boolean isFolder, long size) {
    if (isFolder) {
      folders.add(path);
    } else {
      told.accept(new Connection.Listed(path, size, Optional.empty()));
    }
  }

  private String at(String folder) {
    return folder.isEmpty() ? root : SftpConnection.at(root, folder);
  }
}
