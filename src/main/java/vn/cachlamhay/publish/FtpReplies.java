package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.regex.Pattern;
import org.apache.commons.net.ftp.FTPClient;
import org.apache.commons.net.ftp.FTPReply;
import vn.cachlamhay.diag.ProblemCode;

/**
 * What the numbers mean with which an FTP server says no. Servers agree on few of them, so for some
 * the words count, too. Immutable.
 *
 * @param config of the target
 */
record FtpReplies(TargetConfig config) {

  private static final Pattern NO_ROOM =
      Pattern.compile(
          "quota|(no|enough|out of) (free |disk )?space|dis[ck] full|writing to local file",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern TOO_MANY =
      Pattern.compile("too many|maximum|limit", Pattern.CASE_INSENSITIVE);

  private static final Pattern WANTS_TLS =
      Pattern.compile("encrypt|\\bTLS\\b|\\bSSL\\b|AUTH", Pattern.CASE_INSENSITIVE);

  /** The words of the last reply, in one line. */
  static String words(FTPClient client) {
    return client.getReplyString().strip().replaceAll("\\s*\\R\\s*", " ");
  }

  /** The server will not take a file, or make a folder. */
  IOException notWritten(FTPClient client, String path, Throwable cause) {
    int reply = client.getReplyCode();
    boolean noRoom = NO_ROOM.matcher(words(client)).find();
    if (reply == 452 || reply == 552 || (noRoom && isLocal(reply))) {
      return config.refused(ProblemCode.DICH_HET_CHO, cause, path);
    }
    return isForbidden(reply)
        ? config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, cause, path)
        : other(client, cause);
  }

  /** The server will not give a file, or tell what is in a folder. */
  IOException notRead(FTPClient client, String path) {
    return isForbidden(client.getReplyCode())
        ? config.refused(ProblemCode.DICH_KHONG_DUOC_DOC, null, path)
        : other(client, null);
  }

  /** The server does not let anybody in. */
  IOException notLetIn(FTPClient client, String account, Throwable cause) {
    String words = words(client);
    int reply = client.getReplyCode();
    if (reply == 421 || (reply == 530 && TOO_MANY.matcher(words).find())) {
      return new IOException(words, cause); // one more than the server bears at present
    }
    boolean plain = !(client instanceof FtpsClient);
    if (plain && FTPReply.isNegativePermanent(reply) && WANTS_TLS.matcher(words).find()) {
      return config.refusedValue("type", cause, "ftps");
    }
    return reply == 530
        ? config.refused(ProblemCode.DICH_SAI_MAT_KHAU, cause, account)
        : other(client, cause);
  }

  /** A no without a kind of its own: for good, or for the moment. */
  IOException other(FTPClient client, Throwable cause) {
    String words = words(client);
    // 522: the server has forgotten the TLS session, a new connection has a new one
    return FTPReply.isNegativePermanent(client.getReplyCode()) && client.getReplyCode() != 522
        ? config.refused(ProblemCode.DICH_TU_CHOI, cause, words)
        : new IOException(words, cause);
  }

  private static boolean isForbidden(int reply) {
    return reply == 550 || reply == 553 || reply == 532;
  }

  /** Numbers that servers give for their own disk as well. */
  private static boolean isLocal(int reply) {
    return reply == 451 || reply == 426 || reply == 550 || reply == 553;
  }
}
