package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.apache.sshd.common.util.buffer.Buffer;
import org.apache.sshd.sftp.common.SftpConstants;
import org.apache.sshd.sftp.common.SftpException;

/** Reads a file in two round trips, whatever its size. For one thread at a time. */
final class SftpReading {

  private final SftpWire wire;
  private final SftpRefusals refusals;

  SftpReading(SftpWire wire, SftpRefusals refusals) {
    this.wire = wire;
    this.refusals = refusals;
  }

  /**
   * The bytes of a file; empty where there is none.
   *
   * @param place on the server
   * @param path of the site, for what is told
   */
  Optional<byte[]> read(String place, String path) throws IOException {
    // its size is asked for on the way, so that all its bytes can be asked for at once
    int state = wire.stat(place, true);
    int opening = wire.open(place, SftpConstants.SSH_FXF_READ);
    byte[] handle;
    try {
      handle = wire.opened(opening);
    } catch (SftpException e) {
      wire.forget(state);
      if (SftpRefusals.isMissing(e)) {
        return Optional.empty();
      }
      throw refusals.reading(e, path);
    }
    try {
      Buffer answer = wire.answer(state, SftpConstants.SSH_FXP_ATTRS);
      return Optional.of(bytes(handle, SftpAttributes.read(answer).size()));
    } catch (SftpException e) {
      throw refusals.reading(e, path);
    }
  }

  private byte[] bytes(byte[] handle, long size) throws IOException {
    var bytes = new byte[Math.toIntExact(size)];
    Deque<Piece> asked = new ArrayDeque<>();
    for (int offset = 0; offset < bytes.length; offset += SftpWire.PIECE) {
      int length = Math.min(SftpWire.PIECE, bytes.length - offset);
      asked.add(new Piece(wire.read(handle, offset, length), offset, length));
    }
    int closing = wire.close(handle);
    while (!asked.isEmpty()) {
      Piece piece = asked.remove();
      byte[] part = wire.answer(piece.number(), SftpConstants.SSH_FXP_DATA).getBytes();
      if (part.length != piece.length()) {
        throw new IOException("a piece of a file is missing");
      }
      System.arraycopy(part, 0, bytes, piece.offset(), part.length);
    }
    wire.done(closing);
    return bytes;
  }

  private record Piece(int number, int offset, int length) {}
}
