package vn.cachlamhay.publish;

import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.common.util.buffer.ByteArrayBuffer;
import org.apache.sshd.sftp.client.SftpVersionSelector;
import org.apache.sshd.sftp.client.impl.DefaultSftpClient;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/**
 * SFTP's messages, version 3, which every server speaks. Each question is sent at once and has a
 * number by which its answer is fetched later, so that several can be on their way; every answer
 * must be fetched. Servers answer questions about one file in the order in which they were asked.
 * For one thread at a time.
 */
final class SftpWire implements Closeable {

  /** A piece that travels in one packet, with its header, and that every server takes. */
  static final int PIECE = 32_000;

  private static final int NO_ATTRIBUTES = 0;

  private final ClientSession session;
  private final DefaultSftpClient client;
  private final Duration timeout;

  /** Begins to speak SFTP; the session ends with it. */
  SftpWire(ClientSession session, Duration timeout) throws IOException {
    this.session = session;
    this.timeout = timeout;
    this.client = new DefaultSftpClient(session, SftpVersionSelector.fixedVersionSelector(3), null);
  }

  /** Whether the server has this extension of the protocol. */
  boolean has(String extension) {
    return client.getServerExtensions().containsKey(extension);
  }

  int open(String path, int flags) throws IOException {
    Buffer question = path(path);
    question.putInt(flags);
    question.putInt(NO_ATTRIBUTES);
    return send(SftpConstants.SSH_FXP_OPEN, question);
  }

  int openFolder(String path) throws IOException {
    return send(SftpConstants.SSH_FXP_OPENDIR, path(path));
  }

  int readFolder(byte[] handle) throws IOException {
    return send(SftpConstants.SSH_FXP_READDIR, handle(handle));
  }

  int close(byte[] handle) throws IOException {
    return send(SftpConstants.SSH_FXP_CLOSE, handle(handle));
  }

  int write(byte[] handle, long offset, byte[] bytes, int length) throws IOException {
    Buffer question = new ByteArrayBuffer(length + 64);
    question.putBytes(handle);
    question.putLong(offset);
    question.putBytes(bytes, 0, length);
    return send(SftpConstants.SSH_FXP_WRITE, question);
  }

  int read(byte[] handle, long offset, int length) throws IOException {
    Buffer question = handle(handle);
    question.putLong(offset);
    question.putInt(length);
    return send(SftpConstants.SSH_FXP_READ, question);
  }

  /** What stands there, as the server resolves it, or the link itself. */
  int stat(String path, boolean follow) throws IOException {
    return send(follow ? SftpConstants.SSH_FXP_STAT : SftpConstants.SSH_FXP_LSTAT, path(path));
  }

  int makeFolder(String path) throws IOException {
    Buffer question = path(path);
    question.putInt(NO_ATTRIBUTES);
    return send(SftpConstants.SSH_FXP_MKDIR, question);
  }

  int remove(String path) throws IOException {
    return send(SftpConstants.SSH_FXP_REMOVE, path(path));
  }

  int removeFolder(String path) throws IOException {
    return send(SftpConstants.SSH_FXP_RMDIR, path(path));
  }

  /** Renames; where the new name is taken, servers differ. */
  int rename(String from, String to) throws IOException {
    Buffer question = path(from);
    question.putString(to, StandardCharsets.UTF_8);
    return send(SftpConstants.SSH_FXP_RENAME, question);
  }

  /** Renames, over what has the new name, in one step. */
  int replace(String from, String to) throws IOException {
    Buffer question = path("posix-rename@openssh.com");
    question.putString(from, StandardCharsets.UTF_8);
    question.putString(to, StandardCharsets.UTF_8);
    return send(SftpConstants.SSH_FXP_EXTENDED, question);
  }

  /** Copies all of an open file into another, on the server. */
  int copy(byte[] from, byte[] to) throws IOException {
    Buffer question = path("copy-data");
    question.putBytes(from);
    question.putLong(0);
    // to its end
    question.putLong(0);
    question.putBytes(to);
    question.putLong(0);
    return send(SftpConstants.SSH_FXP_EXTENDED, question);
  }

  /** Asks for the room of the file system. */
  int room(String path) throws IOException {
    Buffer question = path("statvfs@openssh.com");
    question.putString(path, StandardCharsets.UTF_8);
    return send(SftpConstants.SSH_FXP_EXTENDED, question);
  }

  /**
   * Fetches an answer that is more than yes or no.
   *
   * @param type that it must be of
   * @return what follows its number
   * @throws SftpException where the server says no
   */
  Buffer answer(int number, int type) throws IOException {
    Answer answer = receive(number);
    if (answer.type() != type) {
      throw answer.refusal();
    }
    return answer.rest();
  }

  /** Fetches a handle. */
  byte[] opened(int number) throws IOException {
    return answer(number, SftpConstants.SSH_FXP_HANDLE).getBytes();
  }

  /**
   * Fetches a yes.
   *
   * @throws SftpException where the server says no
   */
  void done(int number) throws IOException {
    Answer answer = receive(number);
    int before = answer.rest().rpos();
    if (answer.type() == SftpConstants.SSH_FXP_STATUS
        && answer.rest().getInt() == SftpConstants.SSH_FX_OK) {
      return;
    }
    answer.rest().rpos(before);
    throw answer.refusal();
  }

  /** Fetches an answer that nobody needs any more. */
  void forget(int number) throws IOException {
    receive(number);
  }

  private Answer receive(int number) throws IOException {
    Buffer answer = client.receive(number, timeout);
    if (answer == null) {
      throw new IOException("no answer from " + session.getConnectAddress());
    }
    // its length
    answer.getInt();
    int type = answer.getUByte();
    // its number
    answer.getInt();
    return new Answer(type, answer);
  }

  private record Answer(int type, Buffer rest) {

    IOException refusal() {
      if (type != SftpConstants.SSH_FXP_STATUS) {
        return new IOException("not understood: SFTP " + type);
      }
      int code = rest.getInt();
      // old servers have no words
      return new SftpException(code, rest.available() > 0 ? rest.getString() : "");
    }
  }

  private int send(int type, Buffer question) throws IOException {
    return client.send(type, question);
  }

  private static Buffer path(String path) {
    Buffer question = new ByteArrayBuffer();
    question.putString(path, StandardCharsets.UTF_8);
    return question;
  }

  private static Buffer handle(byte[] handle) {
    Buffer question = new ByteArrayBuffer();
    question.putBytes(handle);
    return question;
  }

  @Override
  public void close() {
    // every answer is here: nothing to wait for
    session.close(true);
  }
}
