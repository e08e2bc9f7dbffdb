package vn.cachlamhay.publish;

import java.net.URI;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Where in a store a site lies. Immutable.
 *
 * @param endpoint the store
 * @param bucket a name of the store's own
 * @param prefix what all keys of the site begin with: empty, or with a slash at its end
 * @param user whose access key it is, where the address says so
 */
record S3Address(URI endpoint, String bucket, String prefix, Optional<String> user) {

  private static final String FORM = "https://s3.nha-cung-cap.vn/ten-kho/thu-muc";

  /**
   * What a configuration says.
   *
   * @throws TargetException where it is no address of a bucket
   */
  static S3Address of(TargetConfig config) throws TargetException {
    URI url = url(config);
    String path = Optional.ofNullable(url.getPath()).orElse("").replaceAll("^/+|/+$", "");
    int slash = path.indexOf('/');
    String bucket = slash < 0 ? path : path.substring(0, slash);
    String prefix = slash < 0 ? "" : path.substring(slash + 1) + "/";
    if (bucket.isEmpty()
        || prefix.contains("//")
        || url.getQuery() != null
        || url.getFragment() != null) {
      throw wrong(config, null);
    }
    URI endpoint =
        URI.create(
            url.getScheme()
                + "://"
                + url.getHost()
                + (url.getPort() < 0 ? "" : ":" + url.getPort()));
    return new S3Address(endpoint, bucket, prefix, Optional.ofNullable(url.getUserInfo()));
  }

  private static URI url(TargetConfig config) throws TargetException {
    URI url;
    try {
      url = config.url();
    } catch (TargetException e) {
      throw wrong(config, e);
    }
    boolean web = "https".equals(url.getScheme()) || "http".equals(url.getScheme());
    if (!web || url.getHost() == null) {
      throw wrong(config, null);
    }
    return url;
  }

  private static TargetException wrong(TargetConfig config, Throwable cause) {
    return config.refused(
        ProblemCode.DICH_SAI_DIA_CHI, cause, config.value("url").orElse(""), FORM);
  }

  /** The name of the machine, for people. */
  String host() {
    return endpoint.getHost();
  }

  /** The key of a file of the site. */
  String key(String path) {
    return prefix + path;
  }

  @Override
  public String toString() {
    return endpoint + "/" + bucket + "/" + prefix;
  }
}
