package vn.cachlamhay.publish;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;
import vn.cachlamhay.diag.ProblemCode;

/** Tells what a store says no to from what is worth another try. Thread-safe. */
final class S3Failures {

  private static final Set<String> WHO =
      Set.of(
          "SignatureDoesNotMatch",
          "InvalidAccessKeyId",
          "InvalidToken",
          "ExpiredToken",
          "InvalidSecurity",
          "NotSignedUp",
          "Unauthorized");
  private static final Set<String> CLOCK = Set.of("RequestTimeTooSkewed", "RequestExpired");
  private static final Set<String> REGION =
      Set.of(
          "AuthorizationHeaderMalformed",
          "PermanentRedirect",
          "TemporaryRedirect",
          "IllegalLocationConstraintException");
  private static final Set<String> CHANGED =
      Set.of("BadDigest", "InvalidDigest", "XAmzContentSHA256Mismatch");
  // other stores than Amazon's have names of their own for it
  private static final Pattern FULL =
      Pattern.compile("(?i)quota|storage.?full|insufficient|no.?space|entitytoolarge");
  private static final Pattern EXPECTED = Pattern.compile("expecting '([a-z0-9-]+)'");

  private final TargetConfig config;
  private final S3Address address;
  private final String user;
  private final AtomicBoolean reached = new AtomicBoolean();

  /**
   * @param user whose keys are used
   */
  S3Failures(TargetConfig config, S3Address address, String user) {
    this.config = config;
    this.address = address;
    this.user = user;
  }

  /** The store has answered: where it is not reached from now on, that will pass. */
  void hasAnswered() {
    reached.set(true);
  }

  /** What is to be thrown when something could not be read. */
  IOException reading(SdkException failure, String path) {
    return of(failure, ProblemCode.DICH_KHONG_DUOC_DOC, path);
  }

  /** What is to be thrown when something could not be written. */
  IOException writing(SdkException failure, String path) {
    return of(failure, ProblemCode.DICH_KHONG_DUOC_GHI, path);
  }

  private IOException of(SdkException failure, ProblemCode forbidden, String path) {
    if (failure instanceof AwsServiceException answer) {
      return said(answer, forbidden, path);
    }
    Throwable root = failure;
    while (root.getCause() != null) {
      if (root instanceof SSLHandshakeException) {
        return config.refused(
            ProblemCode.DICH_CHUNG_THU, failure, address.host(), cause(root), config.name());
      }
      root = root.getCause();
    }
    boolean away =
        root instanceof UnknownHostException
            || root instanceof ConnectException
            || root instanceof NoRouteToHostException
            || root instanceof SSLException;
    if (away && !reached.get()) {
      return config.refused(ProblemCode.DICH_KHONG_TOI_DUOC, failure, address.host(), reason(root));
    }
    return new IOException(reason(root), failure);
  }

  private static String cause(Throwable failure) {
    Throwable root = failure;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return reason(root);
  }

  private static String reason(Throwable root) {
    return root.getMessage() == null ? root.getClass().getSimpleName() : root.getMessage();
  }

  private IOException said(AwsServiceException answer, ProblemCode forbidden, String path) {
    String code = code(answer);
    int status = answer.statusCode();
    if (CLOCK.contains(code)) {
      return config.refused(ProblemCode.DICH_SAI_GIO, answer, address.host());
    }
    if (WHO.contains(code) || status == 401) {
      return config.refused(ProblemCode.DICH_SAI_MAT_KHAU, answer, user);
    }
    if ("NoSuchBucket".equals(code)) {
      return config.refused(ProblemCode.DICH_KHONG_CO_THU_MUC, answer, address.bucket());
    }
    if (REGION.contains(code) && region(answer).isPresent()) {
      return config.refusedValue("region", answer, region(answer).get());
    }
    if (status == 507 || FULL.matcher(code).find()) {
      return config.refused(ProblemCode.DICH_HET_CHO, answer, path);
    }
    if (CHANGED.contains(code)) {
      return config.refused(ProblemCode.DANG_TEP_DOI, answer, path);
    }
    // stores that only give say that they cannot do it
    if (status == 403 || status == 405 || status == 501) {
      return config.refused(forbidden, answer, path);
    }
    boolean later = status >= 500 || status == 429 || status == 408 || status == 409;
    if (later || "RequestTimeout".equals(code) || "IncompleteBody".equals(code)) {
      return new IOException(words(answer), answer);
    }
    return config.refused(ProblemCode.DICH_TU_CHOI, answer, words(answer));
  }

  private static Optional<String> region(AwsServiceException answer) {
    Optional<String> told =
        answer.awsErrorDetails() == null
            ? Optional.empty()
            : answer.awsErrorDetails().sdkHttpResponse().firstMatchingHeader("x-amz-bucket-region");
    if (told.isPresent()) {
      return told;
    }
    Matcher expected = EXPECTED.matcher(String.valueOf(answer.getMessage()));
    return expected.find() ? Optional.of(expected.group(1)) : Optional.empty();
  }

  private static String code(AwsServiceException answer) {
    return answer.awsErrorDetails() == null || answer.awsErrorDetails().errorCode() == null
        ? ""
        : answer.awsErrorDetails().errorCode();
  }

  private static String words(AwsServiceException answer) {
    String message =
        answer.awsErrorDetails() == null ? "" : answer.awsErrorDetails().errorMessage();
    return (answer.statusCode() + " " + code(answer) + " " + (message == null ? "" : message))
        .strip();
  }
}
