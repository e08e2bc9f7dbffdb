package vn.cachlamhay.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.profiles.ProfileFile;
import vn.cachlamhay.diag.ProblemCode;

/**
 * Finds out with which keys to come to a store. Never asks the machine whether it is one of
 * Amazon's: in an office, where nobody answers, that takes minutes. Immutable.
 *
 * @param user the access key that the configuration names
 */
record S3Keys(TargetConfig config, Credentials credentials, Optional<String> user) {

  private static final String ID = "AWS_ACCESS_KEY_ID";
  private static final String SECRET = "AWS_SECRET_ACCESS_KEY";

  /**
   * The keys: of the profile that is named; those that belong to the user that is named; else those
   * of the environment, else those of the usual profile.
   *
   * @throws TargetException where there are none
   */
  AwsCredentials find() throws TargetException {
    if (config.value("profile").isPresent()) {
      return ofProfile(config.value("profile").get());
    }
    Optional<AwsCredentials> set = ofEnvironment();
    if (user.isPresent()) {
      if (set.isPresent() && set.get().accessKeyId().equals(user.get())) {
        return set.get();
      }
      return AwsBasicCredentials.create(user.get(), config.password(credentials, user.get()));
    }
    if (set.isPresent()) {
      return set.get();
    }
    return ofProfile(credentials.variable("AWS_PROFILE").orElse("default"));
  }

  private Optional<AwsCredentials> ofEnvironment() {
    Optional<String> id = credentials.variable(ID);
    Optional<String> secret = credentials.variable(SECRET);
    if (id.isEmpty() || secret.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        credentials
            .variable("AWS_SESSION_TOKEN")
            .<AwsCredentials>map(
                token -> AwsSessionCredentials.create(id.get(), secret.get(), token))
            .orElseGet(() -> AwsBasicCredentials.create(id.get(), secret.get())));
  }

  private AwsCredentials ofProfile(String name) throws TargetException {
    var files = ProfileFile.aggregator();
    add(files, "AWS_SHARED_CREDENTIALS_FILE", "credentials", ProfileFile.Type.CREDENTIALS);
    add(files, "AWS_CONFIG_FILE", "config", ProfileFile.Type.CONFIGURATION);
    try (var provider =
        ProfileCredentialsProvider.builder().profileFile(files.build()).profileName(name).build()) {
      return provider.resolveCredentials();
    } catch (SdkException e) {
      throw config.refused(
          ProblemCode.DICH_THIEU_MAT_KHAU, e, config.name() + " (profile " + name + ")", SECRET);
    }
  }

  private void add(
      ProfileFile.Aggregator files, String variable, String name, ProfileFile.Type type) {
    Path file =
        credentials
            .variable(variable)
            .map(Path::of)
            .orElseGet(() -> Path.of(System.getProperty("user.home"), ".aws", name));
    if (Files.isRegularFile(file)) {
      files.addFile(ProfileFile.builder().content(file).type(type).build());
    }
  }
}
