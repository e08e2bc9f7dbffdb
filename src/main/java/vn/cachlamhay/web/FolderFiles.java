package vn.cachlamhay.web;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import vn.cachlamhay.richtext.FileSource;

/**
 * The files beside a saved page, and below its folder only.
 *
 * @param folder where the page lies
 */
record FolderFiles(Path folder) implements FileSource {

  private static final long LARGEST = 50L * 1024 * 1024;

  @Override
  public Optional<byte[]> open(String address) throws IOException {
    String path = address.strip().replaceFirst("[?#].*", "");
    if (path.isEmpty() || path.matches("(?is)[a-z][a-z0-9+.-]*:.*|[/\\\\].*")) {
      return Optional.empty();
    }
    // browsers escape most names; some names have a per cent sign of their own
    Optional<byte[]> plain = read(path);
    return plain.isPresent() ? plain : read(unescaped(path));
  }

  private Optional<byte[]> read(String path) throws IOException {
    Path file;
    try {
      file = folder.resolve(path).normalize();
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
    if (!file.startsWith(folder.normalize()) || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    // a symbolic link may lead out of the folder
    Path real = file.toRealPath();
    if (!real.startsWith(folder.toRealPath()) || Files.size(real) > LARGEST) {
      return Optional.empty();
    }
    return Optional.of(Files.readAllBytes(real));
  }

  private static String unescaped(String path) {
    try {
      return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a per cent sign that means nothing stands for itself
      return path;
    }
  }
}
