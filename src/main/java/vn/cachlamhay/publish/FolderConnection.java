package vn.cachlamhay.publish;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Optional;
import java.util.function.Consumer;
import vn.cachlamhay.diag.ProblemCode;

/** Files of a {@link FolderTarget}. */
record FolderConnection(TargetConfig config, Path folder) implements Connection {

  /** What a disk needs beside the file itself. */
  private static final long MARGIN = 65_536;

  @Override
  public Optional<byte[]> read(String path) throws IOException {
    try {
      return Optional.of(Files.readAllBytes(file(path)));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (AccessDeniedException e) {
      throw config.refused(ProblemCode.DICH_KHONG_DUOC_DOC, e, path);
    }
  }

  @Override
  public void write(Upload upload) throws IOException {
    put(upload.path(), upload.size(), aside -> copy(upload, aside));
  }

  @Override
  public boolean create(Upload upload) throws IOException {
    Path file = file(upload.path());
    try {
      Files.createDirectories(file.getParent());
      try (InputStream in = upload.open()) {
        Files.copy(in, file);
      }
      return true;
    } catch (FileAlreadyExistsException e) {
      return false;
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw refused(upload.path(), upload.size(), e);
    }
  }

  @Override
  public boolean copy(String from, String to) throws IOException {
    Path source = file(from);
    if (!Files.exists(source)) {
      return false;
    }
    put(
        to,
        Files.size(source),
        aside -> Files.copy(source, aside, StandardCopyOption.REPLACE_EXISTING));
    return true;
  }

  /** Makes a file of the given name. */
  private interface Making {
    void at(Path aside) throws IOException;
  }

  private void put(String path, long size, Making making) throws IOException {
    Path file = file(path);
    Path aside = file(Names.aside(path));
    try {
      Files.createDirectories(file.getParent());
      making.at(aside);
      replace(aside, file);
    } catch (IOException | ReadOnlyFileSystemException e) {
      // it takes room that may be missing
      deleteQuietly(aside, e);
      if (Files.isDirectory(file)) {
        throw config.refused(ProblemCode.DICH_VUONG_TEP, e, path);
      }
      throw refused(path, size, e);
    }
  }

  private static void copy(Upload upload, Path aside) throws IOException {
    try (InputStream in = upload.open()) {
      Files.copy(in, aside, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void replace(Path from, Path to) throws IOException {
    try {
      Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (AtomicMoveNotSupportedException e) {
      // some network folders and memory sticks
      Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static void deleteQuietly(Path file, Exception failure) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException | ReadOnlyFileSystemException e) {
      failure.addSuppressed(e);
    }
  }

  @Override
  public void delete(String path) throws IOException {
    try {
      Files.deleteIfExists(file(path));
    } catch (IOException | ReadOnlyFileSystemException e) {
      throw refused(path, 0, e);
    }
  }

  @Override
  public void deleteEmptyFolder(String path) throws IOException {
    try {
      Path place = file(path);
      if (Files.isDirectory(place)) {
        Files.delete(place);
      }
    } catch (DirectoryNotEmptyException | NoSuchFileException e) {
      // somebody needs it, or was faster
      return;
    }
  }

  @Override
  public void list(Consumer<Listed> each) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = folder.relativize(file).toString().replace('\\', '/');
            each.accept(new Listed(path, attributes.size(), Optional.empty()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  @Override
  public void close() {
    // nothing is kept open
  }

  private Path file(String path) {
    return folder.resolve(path);
  }

  /** What is to be told of a failure; the same failure where it may pass. */
  private IOException refused(String path, long size, Exception failure) throws IOException {
    if (failure instanceof AccessDeniedException
        || failure instanceof ReadOnlyFileSystemException
        || String.valueOf(failure.getMessage()).contains("Read-only file system")) {
      return config.refused(ProblemCode.DICH_KHONG_DUOC_GHI, failure, path);
    }
    if (failure instanceof IOException && Files.isDirectory(folder)) {
      boolean full = Files.getFileStore(folder).getUsableSpace() < size + MARGIN;
      if (full || String.valueOf(failure.getMessage()).contains("quota")) {
        return config.refused(ProblemCode.DICH_HET_CHO, failure, path);
      }
    }
    return failure instanceof IOException io ? io : new IOException(failure);
  }
}
