package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/**
 * Whose certificates a target believes: those that Java knows, or only the ones in the file at the
 * key {@code certificate}. There is no way to believe everybody. Stateless.
 */
final class Certificates {

  private static final String KEY = "certificate";

  private Certificates() {}

  /**
   * A new context. TLS sessions are remembered in it.
   *
   * @throws TargetException where the file is none of certificates
   */
  static SSLContext context(TargetConfig config) throws TargetException {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      Optional<TrustManager> own = manager(config);
      context.init(null, own.map(each -> new TrustManager[] {each}).orElse(null), null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e); // every Java has TLS
    }
  }

  /**
   * What decides on the certificates of a host; empty where the configuration names none, so that
   * Java's own does.
   *
   * @throws TargetException where the file is none of certificates
   */
  static Optional<TrustManager> manager(TargetConfig config) throws TargetException {
    Optional<String> file = config.value(KEY);
    if (file.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Arrays.stream(believing(read(config, file.get()))).findFirst();
    } catch (GeneralSecurityException | IOException e) {
      if (e instanceof TargetException problem) {
        throw problem;
      }
      throw new IllegalStateException(e); // every Java has X.509
    }
  }

  /** Why a host is not believed, in the words of Java; empty where that is not what went wrong. */
  static Optional<String> distrust(Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      if (cause instanceof GeneralSecurityException) {
        return Optional.of(String.valueOf(cause.getMessage()));
      }
    }
    return Optional.empty();
  }

  private static TrustManager[] believing(Collection<? extends Certificate> certificates)
      throws GeneralSecurityException, IOException {
    KeyStore known = KeyStore.getInstance(KeyStore.getDefaultType());
    known.load(null, null);
    for (Certificate certificate : certificates) {
      known.setCertificateEntry("certificate-" + known.size(), certificate);
    }
    var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(known);
    return factory.getTrustManagers();
  }

  private static Collection<? extends Certificate> read(TargetConfig config, String value)
      throws TargetException {
    try (InputStream in = Files.newInputStream(path(config, value))) {
      var found = CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (!found.isEmpty()) {
        return found;
      }
      throw notOne(config, value, null);
    } catch (CertificateException | IOException | InvalidPathException e) {
      throw e instanceof TargetException problem ? problem : notOne(config, value, e);
    }
  }

  private static Path path(TargetConfig config, String value) {
    boolean home = value.startsWith("~/") || value.startsWith("~\\");
    Path folder = home ? Path.of(System.getProperty("user.home")) : config.site();
    return folder.resolve(home ? value.substring(2) : value);
  }

  private static TargetException notOne(TargetConfig config, String value, Throwable cause) {
    return config.refusedValue(KEY, cause, "*.pem (-----BEGIN CERTIFICATE-----)");
  }
}
