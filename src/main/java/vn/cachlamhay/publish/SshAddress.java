package vn.cachlamhay.publish;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Who goes where by ssh. Immutable.
 *
 * @param user there
 * @param host its name or number
 * @param port 22 unless the address says otherwise
 */
record SshAddress(String user, String host, int port) {

  private static final String EXAMPLE = "sftp://ten-nguoi-dung@may-chu.vn/duong/dan/trang-web";

  /**
   * What a target says.
   *
   * @throws TargetException where it names no host or no user
   */
  static SshAddress of(TargetConfig config) throws TargetException {
    URI url = config.url();
    Optional<String> user = config.user(url).filter(name -> !name.isEmpty());
    if (url.getHost() == null || user.isEmpty()) {
      throw unusable(config);
    }
    int port = url.getPort() < 0 ? 22 : url.getPort();
    // numbers of the newer kind stand in brackets in addresses only
    String host = url.getHost().replaceAll("[\\[\\]]", "").toLowerCase(Locale.ROOT);
    return new SshAddress(user.get(), host, port);
  }

  /** The address cannot be used. */
  static TargetException unusable(TargetConfig config) {
    return config.refused(
        ProblemCode.DICH_SAI_DIA_CHI, null, config.value("url").orElse(""), EXAMPLE);
  }

  /** The host as people write it. */
  String hostAndPort() {
    return port == 22 ? host : host + ":" + port;
  }

  @Override
  public String toString() {
    return user + "@" + hostAndPort();
  }
}
