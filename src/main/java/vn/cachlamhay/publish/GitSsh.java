package vn.cachlamhay.publish;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.eclipse.jgit.transport.sshd.SshdSessionFactory;
import org.eclipse.jgit.transport.sshd.SshdSessionFactoryBuilder;
import vn.cachlamhay.diag.ProblemCode;

/** How Git goes over ssh: with the keys, the agent and the settings of OpenSSH. Stateless. */
final class GitSsh {

  private GitSsh() {}

  /**
   * Makes sessions.
   *
   * @param home of whoever publishes
   * @param told gets what cannot be thrown through JGit
   * @throws TargetException where the key file must not be where it is
   */
  static SshdSessionFactory factory(
      TargetConfig config, Credentials credentials, Path home, Consumer<TargetException> told)
      throws TargetException {
    SshSecurity.register();
    Path folder = home.resolve(".ssh");
    var builder =
        new SshdSessionFactoryBuilder()
            .setHomeDirectory(home.toFile())
            .setSshDirectory(folder.toFile())
            .setPreferredAuthentications("publickey,keyboard-interactive,password")
            .setConnectorFactory(new GitSshAgent.Factory(credentials))
            .setServerKeyDatabase(
                (ownHome, ownFolder) ->
                    new GitHostKeys(
                        config, credentials, new KnownHosts(folder.resolve("known_hosts")), told));
    Optional<Path> key = key(config, home);
    if (key.isPresent()) {
      // no other keys than this one
      builder.setConfigFile(own -> null).setDefaultIdentities(own -> List.of(key.get()));
    }
    return builder.build(null);
  }

  private static Optional<Path> key(TargetConfig config, Path home) throws TargetException {
    if (config.value("key").isEmpty()) {
      return Optional.empty();
    }
    String name = config.value("key").get();
    Path site = config.site().toAbsolutePath().normalize();
    Path key =
        (name.startsWith("~/") ? home.resolve(name.substring(2)) : site.resolve(name)).normalize();
    if (key.startsWith(site)) {
      throw config.refused(ProblemCode.DICH_LO_KHOA, null, name, config.name());
    }
    if (!Files.isReadable(key)) {
      throw config.refused(ProblemCode.DICH_TEP_KHOA, null, name, config.name());
    }
    return Optional.of(key);
  }
}
