package vn.cachlamhay.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPConnectionClosedException;
import org.apache.commons.net.ftp.FTPFile;
import org.apache.commons.net.ftp.FTPReply;
import vn.cachlamhay.diag.ProblemCode;

/**
 * What an FTP server is asked for, one step each; paths are those of the site. A server tells in no
 * sure way why it says no, so after a no it is asked what is there. For one thread.
 */
final class FtpFiles {

  private static final int FILE_IS_THERE = 213;

  private final FTPClient client;
  private final FtpSockets sockets;
  private final FtpReplies replies;
  private final String root;
  private final boolean knowsUtf8;
  private final boolean knowsSize;
  private final boolean knowsMlsd;

  FtpFiles(FTPClient client, FtpReplies replies, String root) throws IOException {
    this.client = client;
    this.sockets = new FtpSockets(client.getRemotePort());
    client.setSocketFactory(sockets);
    this.replies = replies;
    this.root = root;
    this.knowsUtf8 = client.hasFeature("UTF8");
    this.knowsSize = client.hasFeature("SIZE");
    this.knowsMlsd = client.hasFeature("MLST");
  }

  /** The bytes of a file; empty where there is none. */
  Optional<byte[]> read(String path) throws IOException {
    IOException refused = null;
    // it may come while we ask: then it was not there to be read, but has a size a moment later
    for (int tries = 0; tries < 2; tries++) {
      Optional<byte[]> bytes = retrieve(path);
      if (bytes.isPresent()) {
        return bytes;
      }
      boolean unavailable = client.getReplyCode() == 550;
      refused = replies.notRead(client, path);
      if (unavailable && size(path).isEmpty()) {
        return Optional.empty();
      }
    }
    throw refused;
  }

  /** The bytes of a file; empty where the server did not begin, and the reply tells why. */
  private Optional<byte[]> retrieve(String path) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (InputStream in = client.retrieveFileStream(absolute(path))) {
      if (in == null) {
        return Optional.empty();
      }
      in.transferTo(bytes);
    }
    if (!client.completePendingCommand()) {
      throw replies.notRead(client, path);
    }
    return Optional.of(bytes.toByteArray());
  }

  /**
   * Sends a file.
   *
   * @return false where it did not even begin; the reply tells why
   */
  boolean store(String path, Upload file) throws IOException {
    OutputStream out = client.storeFileStream(absolute(path));
    if (out == null) {
      return false;
    }
    IOException broken = null;
    try (out;
        InputStream in = file.open()) {
      in.transferTo(out);
      if (client instanceof FtpsClient secure) {
        secure.endUpload();
      }
    } catch (IOException e) {
      broken = e; // where it is the server that broke it off, it says why on the other line
    }
    if (!client.completePendingCommand()) {
      throw withoutHalf(path, replies.notWritten(client, file.path(), broken));
    }
    if (broken != null) {
      throw broken;
    }
    OptionalLong arrived = knowsSize ? size(path) : OptionalLong.of(file.size());
    if (arrived.isEmpty() || arrived.getAsLong() != file.size()) {
      throw new IOException(path + ": " + arrived + " != " + file.size());
    }
    return true;
  }

  /** Leaves no half file behind; vsftpd closes the line instead where its disk is full. */
  private IOException withoutHalf(String path, IOException refused) {
    try {
      client.deleteFile(absolute(path));
    } catch (IOException e) {
      refused.addSuppressed(e);
    }
    return refused;
  }

  /** Gives a file another name, over what is there if the server lets it. */
  boolean rename(String from, String to) throws IOException {
    return client.rename(absolute(from), absolute(to));
  }

  /** Removes a file; false where the server did not, for whatever reason. */
  boolean delete(String path) throws IOException {
    return client.deleteFile(absolute(path));
  }

  /** Makes a folder; false where the server did not, be it because it is there. */
  boolean makeFolder(String path) throws IOException {
    return client.makeDirectory(absolute(path));
  }

  /** Removes an empty folder; false where the server did not, for whatever reason. */
  boolean removeFolder(String path) throws IOException {
    return client.removeDirectory(absolute(path));
  }

  /** Whether there is a folder. */
  boolean isFolder(String path) throws IOException {
    return client.changeWorkingDirectory(absolute(path));
  }

  /** The size of a file; empty where there is none, or the server does not tell. */
  OptionalLong size(String path) throws IOException {
    if (client.sendCommand("SIZE", absolute(path)) != FILE_IS_THERE) {
      return OptionalLong.empty();
    }
    return OptionalLong.of(Long.parseLong(FtpReplies.words(client).substring(4).strip()));
  }

  /** What is in a folder, hidden ones too where the server shows them. */
  List<FTPFile> list(String folder) throws IOException {
    return (knowsMlsd ? mlsd(folder) : parsed(folder))
        .stream().filter(Objects::nonNull).filter(file -> !isSelfOrParent(file)).toList();
  }

  /** Why the server said no to a change. */
  IOException refused(String path) {
    return replies.notWritten(client, path, null);
  }

  /** What stands in the way of a file. */
  TargetException inTheWay(String path) {
    return replies.config().refused(ProblemCode.DICH_VUONG_TEP, null, path);
  }

  /** Takes leave, unless the line is broken. */
  void close(boolean lost) throws IOException {
    try (sockets) {
      if (!lost) {
        client.logout();
      }
    } catch (FTPConnectionClosedException e) {
      // the server was faster: closed is closed
      client.disconnect();
    } finally {
      client.disconnect();
    }
  }

  private List<FTPFile> mlsd(String folder) throws IOException {
    FTPFile[] files = client.mlistDir(absolute(folder));
    return answered(folder, files);
  }

  private List<FTPFile> parsed(String folder) throws IOException {
    // without a path: servers take stars and brackets in one for patterns
    if (!isFolder(folder)) {
      throw replies.notRead(client, folder);
    }
    FTPFile[] files = client.listFiles();
    boolean understood = files.length > 0 && FTPReply.isPositiveCompletion(client.getReplyCode());
    if (client.getListHiddenFiles() && !understood) {
      // "-a" was a name to it, which it did not find
      client.setListHiddenFiles(false);
      files = client.listFiles();
    }
    return answered(folder, files);
  }

  private List<FTPFile> answered(String folder, FTPFile[] files) throws IOException {
    if (!FTPReply.isPositiveCompletion(client.getReplyCode())) {
      throw replies.notRead(client, folder);
    }
    return Arrays.asList(files);
  }

  private static boolean isSelfOrParent(FTPFile file) {
    String raw = String.valueOf(file.getRawListing()).toLowerCase(java.util.Locale.ROOT);
    return file.getName().equals(".")
        || file.getName().equals("..")
        || raw.contains("type=cdir;")
        || raw.contains("type=pdir;");
  }

  private String absolute(String path) throws TargetException {
    boolean plain = path.chars().allMatch(c -> c >= ' ' && c < 0x7F);
    boolean control = path.chars().anyMatch(Character::isISOControl);
    if (control || (!plain && !knowsUtf8)) {
      throw replies.config().refused(ProblemCode.DICH_TEN_CO_DAU, null, path);
    }
    return path.isEmpty() ? root : root.replaceAll("/$", "") + "/" + path;
  }
}
