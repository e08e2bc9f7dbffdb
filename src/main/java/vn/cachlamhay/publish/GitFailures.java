package vn.cachlamhay.publish;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.eclipse.jgit.errors.NoRemoteRepositoryException;
import org.eclipse.jgit.errors.RemoteRepositoryException;
import org.eclipse.jgit.internal.JGitText;
import org.eclipse.jgit.transport.RemoteRefUpdate;
import org.eclipse.jgit.transport.RemoteRefUpdate.Status;
import vn.cachlamhay.diag.ProblemCode;

/**
 * What failures of JGit and answers of hosts mean.
 *
 * @param config of the target
 * @param address where to
 */
record GitFailures(TargetConfig config, GitAddress address) {

  private static final Pattern FULL =
      Pattern.compile("(?i)no space left|quota|disk( is)? full|not enough space");

  private static final Pattern LOGIN =
      Pattern.compile(
          "(?i)cannot log in|no more auth|authentication failed|auth fail|invalid username");

  private static final Pattern PERMISSION =
      Pattern.compile(
          "(?i)permission|denied|forbidden|not allowed|not permitted|read.only|not exported"
              + "|service not enabled|unauthorized");

  /**
   * A problem, where trying again would not help; otherwise the same failure.
   *
   * @param writing whether reading had been possible before
   * @param password whether one was given
   */
  IOException explain(IOException failure, boolean writing, boolean password) {
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof TargetException told) {
        return told;
      }
      if (isCut(cause)) {
        return failure;
      }
      Optional<TargetException> known = known(cause, writing, password);
      if (known.isPresent()) {
        return known.get();
      }
    }
    return failure;
  }

  private Optional<TargetException> known(Throwable cause, boolean writing, boolean password) {
    String words = String.valueOf(cause.getMessage());
    if (isSecurity(cause)) {
      return refused(ProblemCode.DICH_CHUNG_THU, cause, address.host(), words, config.name());
    }
    if (words.contains(JGitText.get().notAuthorized) || LOGIN.matcher(words).find()) {
      return password
          ? refused(ProblemCode.DICH_SAI_MAT_KHAU, cause, login())
          : refused(ProblemCode.DICH_KHOA_BI_TU_CHOI, cause, login(), config.name());
    }
    if (cause instanceof FileSystemException && FULL.matcher(words).find()) {
      // on this machine
      return refused(ProblemCode.DIA_DAY, cause);
    }
    boolean isRefused =
        cause instanceof NoRemoteRepositoryException
            || cause instanceof RemoteRepositoryException
            || words.contains(" not permitted on ");
    if (!isRefused) {
      return Optional.empty();
    }
    if (FULL.matcher(words).find()) {
      return refused(ProblemCode.DICH_HET_CHO, cause, address.toString());
    }
    if (writing && PERMISSION.matcher(words).find()) {
      return refused(ProblemCode.DICH_KHONG_DUOC_GHI, cause, address.toString());
    }
    if (cause instanceof NoRemoteRepositoryException || words.contains("not exported")) {
      return refused(ProblemCode.DICH_KHONG_CO_THU_MUC, cause, address.uri().toPrivateString());
    }
    return PERMISSION.matcher(words).find()
        ? refused(ProblemCode.DICH_KHONG_DUOC_DOC, cause, address.toString())
        : refused(ProblemCode.DICH_TU_CHOI, cause, words);
  }

  /** A network that ends before anything was said is no repository, too, as JGit sees it. */
  private static boolean isCut(Throwable cause) {
    return cause instanceof NoRemoteRepositoryException
        && String.valueOf(cause.getMessage()).endsWith(": " + JGitText.get().notFound)
        && (cause.getCause() instanceof EOFException
            || Stream.of(cause.getSuppressed()).anyMatch(EOFException.class::isInstance));
  }

  /** What to tell of a failure that has nothing to do with the host. */
  static TargetException onThisMachine(TargetConfig config, IOException failure) {
    String words = String.valueOf(failure.getMessage());
    return FULL.matcher(words).find()
        ? config.refused(ProblemCode.DIA_DAY, failure)
        : config.refused(ProblemCode.DIA_HONG, failure, words);
  }

  private static boolean isSecurity(Throwable cause) {
    return cause instanceof SSLHandshakeException
        || cause instanceof SSLPeerUnverifiedException
        || cause instanceof CertificateException;
  }

  /** Who tries to get in. */
  String login() {
    String user = address.uri().getUser();
    return (user == null ? "git" : user) + "@" + address.host();
  }

  private Optional<TargetException> refused(ProblemCode code, Throwable cause, String... args) {
    return Optional.of(config.refused(code, cause, args));
  }

  /**
   * What to tell where a host could not take in what was sent.
   *
   * @param words of the host, for people
   */
  IOException receiving(IOException failure, String words) {
    String told = String.valueOf(failure.getMessage());
    if (!told.contains("unpacking on the remote end")) {
      return failure;
    }
    return FULL.matcher(words).find()
        ? config.refused(ProblemCode.DICH_HET_CHO, failure, address.toString())
        : config.refused(ProblemCode.DICH_TU_CHOI, failure, told + line(words));
  }

  private static String line(String words) {
    return words.isBlank() ? "" : ": " + words.strip().replaceAll("\\s*\\R\\s*", " / ");
  }

  /**
   * Looks at what a host says to a push.
   *
   * @param words of the host, for people
   * @throws GitOutrunException where the branch is no longer what it was
   * @throws TargetException where the host does not want it
   */
  void check(RemoteRefUpdate update, String words) throws IOException {
    Status status = update.getStatus();
    if (status.equals(Status.OK) || status.equals(Status.UP_TO_DATE)) {
      return;
    }
    if (status.equals(Status.REJECTED_REMOTE_CHANGED)
        || status.equals(Status.REJECTED_NONFASTFORWARD)) {
      throw new GitOutrunException(status.toString());
    }
    String said = Optional.ofNullable(update.getMessage()).orElse(status.toString()) + line(words);
    if (FULL.matcher(said).find()) {
      throw config.refused(ProblemCode.DICH_HET_CHO, null, address.toString());
    }
    throw config.refused(ProblemCode.DICH_TU_CHOI, null, said);
  }
}
