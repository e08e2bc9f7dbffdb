package vn.cachlamhay.publish;

import java.io.IOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.commons.net.ftp.FTPFile;
import vn.cachlamhay.diag.ProblemCode;

/**
 * A line to an FTP server. A file comes under a name aside and is renamed over the old one, which
 * most servers do in one step; where one refuses, the old file is removed first, and readers miss
 * it for the time of two commands. For one thread.
 */
final class FtpConnection implements Connection, Exclusive.Steps {

  private final FtpFiles files;
  private final FtpKnown known;
  private final Set<String> folders;

  private boolean broken;

  /**
   * A line that is open.
   *
   * @param files what can be asked there
   * @param known what other connections have found out
   */
  FtpConnection(FtpFiles files, FtpKnown known) {
    this.files = files;
    this.known = known;
    this.folders = known.folders();
  }

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    return watched(() -> files.read(path));
  }

  @Override
  public void write(Upload file) throws IOException {
    watched(
        () -> {
          String aside = Names.aside(file.path());
          store(aside, file);
          replace(aside, file.path());
          return true;
        });
  }

  @Override
  public boolean create(Upload file) throws IOException {
    return watched(
        () -> {
          needFolder(parent(file.path()));
          return Exclusive.create(this, file);
        });
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    Optional<byte[]> bytes = read(from);
    if (bytes.isPresent()) {
      write(Upload.of(to, bytes.get()));
    }
    return bytes.isPresent();
  }

  @Override
  public void delete(String path) throws IOException {
    watched(
        () -> {
          if (files.delete(path)) {
            return true;
          }
          IOException refused = files.refused(path);
          boolean forbidden =
              refused instanceof TargetException e
                  && e.problem().code() == ProblemCode.DICH_KHONG_DUOC_GHI;
          if (forbidden && files.size(path).isEmpty()) {
            return false; // there is none
          }
          throw refused;
        });
  }

  @Override
  public void deleteEmptyFolder(String path) throws IOException {
    watched(
        () -> {
          folders.remove(path);
          return files.removeFolder(path);
        });
  }

  @Override
  public void list(Consumer<Listed> file) throws IOException {
    watched(
        () -> {
          list("", file);
          return true;
        });
  }

  @Override
  public boolean makeFolder(String path) throws IOException {
    IOException refused = null;
    // it may come and go while we ask
    for (int tries = 0; tries < 5; tries++) {
      if (files.makeFolder(path)) {
        return true;
      }
      refused = files.refused(path);
      if (files.isFolder(path)) {
        return false;
      }
    }
    throw refused;
  }

  @Override
  public void removeFolder(String path) throws IOException {
    files.removeFolder(path);
  }

  @Override
  public boolean isThere(String path) throws IOException {
    return files.size(path).isPresent() || files.read(path).isPresent();
  }

  @Override
  public void close() throws IOException {
    files.close(broken);
  }

  private void list(String folder, Consumer<Listed> told) throws IOException {
    for (FTPFile file : files.list(folder)) {
      String path = folder.isEmpty() ? file.getName() : folder + "/" + file.getName();
      if (file.isDirectory()) {
        folders.add(path);
        list(path, told);
      } else {
        told.accept(new Listed(path, file.getSize(), Optional.empty()));
      }
    }
  }

  private void store(String aside, Upload file) throws IOException {
    String folder = parent(aside);
    needFolder(folder);
    if (known.broken().get()) {
      // who still writes to the old one writes into the void
      files.delete(aside);
    }
    if (files.store(aside, file)) {
      return;
    }
    IOException refused = files.refused(file.path());
    // the folder may have gone, or the server may not write over what another run left
    folders.clear();
    needFolder(folder);
    files.delete(aside);
    if (!files.store(aside, file)) {
      throw refused;
    }
  }

  private void replace(String aside, String path) throws IOException {
    if (files.rename(aside, path)) {
      return;
    }
    IOException refused = files.refused(path);
    if (files.isFolder(path)) {
      throw files.inTheWay(path);
    }
    if (!files.delete(path) || !files.rename(aside, path)) {
      throw refused;
    }
  }

  /** Makes a folder, and those that it is in, unless it is there. */
  private void needFolder(String folder) throws IOException {
    if (folder.isEmpty() || folders.contains(folder)) {
      return;
    }
    if (!files.isFolder(folder)) {
      needFolder(parent(folder));
      if (!files.makeFolder(folder)) {
        IOException refused = files.refused(folder);
        if (files.size(folder).isPresent()) {
          throw files.inTheWay(folder);
        }
        // another connection may have been faster
        if (!files.isFolder(folder)) {
          throw refused;
        }
      }
    }
    folders.add(folder);
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  private <T> T watched(Step<T> step) throws IOException {
    try {
      return step.take();
    } catch (TargetException e) {
      throw e;
    } catch (IOException e) {
      broken = true;
      known.broken().set(true);
      throw e;
    }
  }

  /** Something that may fail on its way. */
  private interface Step<T> {

    T take() throws IOException;
  }
}
