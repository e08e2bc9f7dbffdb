package vn.cachlamhay.publish;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.net.ssl.TrustManager;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;

/**
 * A bucket of a store that speaks S3: Amazon's, or one of the many others. A file counts when all
 * of it is there, so none needs a second name. Thread-safe: all connections share one client.
 */
public final class S3Target implements Target {

  private static final Pattern HEADER = Pattern.compile("[ -~]+");
  private static final int CONNECTIONS = 8;

  private final TargetConfig config;
  private final S3Address address;
  private final S3Headers headers;
  private final Optional<TrustManager> trust;
  private final S3Keys keys;
  private Optional<Open> open = Optional.empty();

  /** What stands once somebody has said who is there. */
  private record Open(S3Client client, S3Failures failures) {}

  private S3Target(TargetConfig config, S3Address address, Credentials credentials)
      throws TargetException {
    this.config = config;
    this.address = address;
    this.headers = new S3Headers(cache(config));
    this.trust = Certificates.manager(config);
    this.keys = new S3Keys(config, credentials, config.value("user").or(address::user));
  }

  /**
   * What a configuration says. Nothing is asked, and nobody called.
   *
   * @throws TargetException where an address or a value cannot be used
   */
  public static Target of(TargetConfig config, Credentials credentials) throws TargetException {
    if (!config.value("region").orElse("us-east-1").matches("[a-zA-Z0-9-]+")) {
      throw config.refusedValue("region", null, "us-east-1, ap-southeast-1, …");
    }
    return new S3Target(config, S3Address.of(config), credentials);
  }

  private static Optional<String> cache(TargetConfig config) throws TargetException {
    Optional<String> cache = config.value("cache");
    if (cache.filter(text -> !HEADER.matcher(text).matches()).isPresent()) {
      throw config.refusedValue("cache", null, "no-cache, max-age=300, …");
    }
    return cache;
  }

  @Override
  public String address() {
    return address.toString();
  }

  @Override
  public Connection connect() throws IOException {
    Open now = open();
    var connection = new S3Connection(now.client(), address, headers, now.failures());
    connection.check();
    return connection;
  }

  private synchronized Open open() throws TargetException {
    if (open.isEmpty()) {
      AwsCredentials found = keys.find();
      var failures = new S3Failures(config, address, found.accessKeyId() + "@" + address.host());
      open = Optional.of(new Open(client(found), failures));
    }
    return open.get();
  }

  private S3Client client(AwsCredentials found) {
    Duration patience = Duration.ofSeconds(config.timeout());
    var http =
        UrlConnectionHttpClient.builder().connectionTimeout(patience).socketTimeout(patience);
    trust.ifPresent(one -> http.tlsTrustManagersProvider(() -> new TrustManager[] {one}));
    return S3Client.builder()
        .endpointOverride(address.endpoint())
        .region(Region.of(config.value("region").orElse("us-east-1")))
        .credentialsProvider(StaticCredentialsProvider.create(found))
        .forcePathStyle(config.is("path-style", true))
        // stores other than Amazon's know neither its newer checksums nor its way of sending pieces
        .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
        .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
        .serviceConfiguration(S3Configuration.builder().chunkedEncodingEnabled(false).build())
        .overrideConfiguration(
            ClientOverrideConfiguration.builder()
                // files in the user's home are for the keys only
                .defaultProfileFile(ProfileFile.aggregator().build())
                // once, at once: for connections that the store has closed, and with its own idea
                // of the time where this machine's clock is wrong; the rest is the publisher's
                .retryStrategy(
                    DefaultRetryStrategy.standardStrategyBuilder().maxAttempts(2).build())
                .build())
        .httpClientBuilder(http)
        .build();
  }

  @Override
  public int connections() {
    return CONNECTIONS;
  }

  @Override
  public boolean copiesItself() {
    return true;
  }

  @Override
  public synchronized void close() {
    open.ifPresent(now -> now.client().close());
    open = Optional.empty();
  }
}
