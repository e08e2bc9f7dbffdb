package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.sshd.sftp.common.SftpException;

/** Answers that must all be yes, on their way. For one thread at a time. */
final class SftpAnswers {

  /** Two megabytes of a file, as much as OpenSSH takes at a time. */
  private static final int AT_A_TIME = 64;

  private final SftpWire wire;
  private final Deque<Integer> asked = new ArrayDeque<>();
  private SftpException refused;

  SftpAnswers(SftpWire wire) {
    this.wire = wire;
  }

  /** Waits for one more; if many are on their way, until there is one less. */
  void expect(int number) throws IOException {
    asked.add(number);
    if (asked.size() >= AT_A_TIME) {
      fetch();
    }
  }

  /** Whether one of those that have come was no. */
  boolean isRefused() {
    return refused != null;
  }

  /** Waits for all; the first no. */
  Optional<SftpException> fetchAll() throws IOException {
    while (!asked.isEmpty()) {
      fetch();
    }
    return Optional.ofNullable(refused);
  }

  private void fetch() throws IOException {
    try {
      wire.done(asked.remove());
    } catch (SftpException e) {
      refused = refused == null ? e : refused;
    }
  }
}
