package vn.cachlamhay.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;

/** A user of the system with a password, for as long as a test takes. Needs root. */
final class SystemUser implements AutoCloseable {

  private final String name;
  private final String password;
  private final Path home;

  private SystemUser(String name, String password, Path home) {
    this.name = name;
    this.password = password;
    this.home = home;
  }

  /** Makes one, whose home is a folder that only they may write. */
  static SystemUser add(Path home, String password) throws IOException {
    Servers.requireRoot();
    Servers.requirePrograms("/usr/sbin/useradd", "/usr/sbin/userdel", "/usr/sbin/chpasswd");
    String name =
        "portal-test-" + ProcessHandle.current().pid() + "-" + (System.nanoTime() & 0xfff);
    Files.createDirectories(home);
    for (Path above = home; above.startsWith("/tmp") && above.getNameCount() > 1; ) {
      // temporary folders are for their owner only
      Files.setPosixFilePermissions(above, PosixFilePermissions.fromString("rwxr-xr-x"));
      above = above.getParent();
    }
    Servers.run(List.of("useradd", "-M", "-N", "-s", "/bin/sh", "-d", home.toString(), name));
    var user = new SystemUser(name, password, home);
    Servers.run(List.of("chpasswd", "-c", "SHA256"), name + ":" + password + "\n");
    user.own(home);
    return user;
  }

  /** Gives them a file or folder. */
  void own(Path file) throws IOException {
    Files.setOwner(
        file, file.getFileSystem().getUserPrincipalLookupService().lookupPrincipalByName(name));
  }

  String name() {
    return name;
  }

  String password() {
    return password;
  }

  Path home() {
    return home;
  }

  @Override
  public void close() throws IOException {
    Servers.run(List.of("userdel", "--force", name));
  }
}
