package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.sshd.common.NamedResource;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import vn.cachlamhay.diag.ProblemCode;

/**
 * The private keys that somebody may show: the file that the target names, otherwise those that
 * OpenSSH makes in {@code ~/.ssh}. Thread-safe.
 */
final class SshKeys {

  private static final List<String> USUAL = List.of("id_ed25519", "id_ecdsa", "id_rsa");

  private final TargetConfig config;
  private final Credentials credentials;
  private final Path home;
  private final Optional<Path> named;

  /**
   * @param home of the user
   * @throws TargetException where the file that the target names would be published or cannot be
   */
  SshKeys(TargetConfig config, Credentials credentials, Path home) throws TargetException {
    this.config = config;
    this.credentials = credentials;
    this.home = home;
    this.named = named();
  }

  /** Those that open without a passphrase. */
  List<KeyPair> open() throws TargetException {
    var open = new ArrayList<KeyPair>();
    if (named.isPresent()) {
      read(named.get(), new Asked(null)).ifPresent(open::addAll);
      return open;
    }
    for (String name : USUAL) {
      Path file = home.resolve(".ssh").resolve(name);
      try {
        if (Files.exists(file)) {
          load(file, new Asked(null)).ifPresent(open::addAll);
        }
      } catch (IOException | GeneralSecurityException e) {
        // nobody has named it, so nobody need hear that it is locked or odd
        continue;
      }
    }
    return open;
  }

  /** The key that the target names, if it opens with a passphrase only; asks for that. */
  List<KeyPair> locked() throws TargetException {
    if (named.isEmpty() || !open().isEmpty()) {
      return List.of();
    }
    String passphrase = config.password(credentials, named.get().toString());
    return read(named.get(), new Asked(passphrase))
        .orElseThrow(
            () -> config.refused(ProblemCode.DICH_MAT_KHAU_KHOA, null, named.get().toString()));
  }

  /** The keys of a file; empty where they need another passphrase. */
  private Optional<List<KeyPair>> read(Path file, Asked asked) throws TargetException {
    try {
      return load(file, asked);
    } catch (IOException | GeneralSecurityException e) {
      if (asked.was) {
        return Optional.empty();
      }
      throw config.refused(ProblemCode.DICH_TEP_KHOA, e, file.toString(), config.name());
    }
  }

  private static Optional<List<KeyPair>> load(Path file, Asked asked)
      throws IOException, GeneralSecurityException {
    Iterable<KeyPair> keys;
    try (InputStream in = Files.newInputStream(file)) {
      keys =
          SecurityUtils.loadKeyPairIdentities(
              null, NamedResource.ofName(file.toString()), in, asked);
    }
    if (keys == null) {
      throw new IOException("no key");
    }
    var list = new ArrayList<KeyPair>();
    keys.forEach(list::add);
    return Optional.of(list);
  }

  private Optional<Path> named() throws TargetException {
    Optional<String> value = config.value("key");
    if (value.isEmpty()) {
      return Optional.empty();
    }
    try {
      String text = value.get();
      Path file =
          text.startsWith("~/") ? home.resolve(text.substring(2)) : config.site().resolve(text);
      Path real = file.toRealPath();
      if (real.startsWith(config.site().toRealPath())) {
        throw config.refused(ProblemCode.DICH_LO_KHOA, null, text, config.name());
      }
      return Optional.of(real);
    } catch (TargetException e) {
      throw e;
    } catch (IOException | InvalidPathException e) {
      throw config.refused(ProblemCode.DICH_TEP_KHOA, e, value.get(), config.name());
    }
  }

  /** Answers with one passphrase, once, or with none; knows whether it was asked. */
  private static final class Asked implements FilePasswordProvider {

    private final String passphrase;
    private boolean was;

    private Asked(String passphrase) {
      this.passphrase = passphrase;
    }

    @Override
    public String getPassword(
        org.apache.sshd.common.session.SessionContext session, NamedResource file, int tries) {
      was = true;
      return passphrase;
    }
  }
}
