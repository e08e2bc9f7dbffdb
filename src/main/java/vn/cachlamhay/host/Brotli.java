package vn.cachlamhay.host;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Brotli by the program of that name, one run for each file: no library compresses to it without
 * native code. Thread-safe.
 *
 * @param program the program
 */
public record Brotli(Path program) implements Compressor {

  /** The program, where it is installed; the first that the system would find. */
  public static Optional<Brotli> find() {
    return find(Optional.ofNullable(System.getenv("PATH")).orElse(""));
  }

  static Optional<Brotli> find(String path) {
    return Pattern.compile(Pattern.quote(File.pathSeparator))
        .splitAsStream(path)
        .filter(folder -> !folder.isBlank())
        .flatMap(folder -> Stream.of("brotli", "brotli.exe").map(name -> Path.of(folder, name)))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
        .findFirst()
        .map(Brotli::new);
  }

  @Override
  public String ending() {
    return ".br";
  }

  @Override
  public byte[] compress(byte[] bytes) {
    try {
      // the program may answer before it has read all, and neither side would go on
      Path in = Files.createTempFile("portal", ".txt");
      try {
        Files.write(in, bytes);
        return run(in);
      } finally {
        Files.delete(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private byte[] run(Path in) throws IOException {
    Process process =
        new ProcessBuilder(program.toString(), "--quality=11", "--lgwin=22", "--stdout")
            .redirectInput(in.toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    try (InputStream out = process.getInputStream()) {
      byte[] packed = out.readAllBytes();
      int code = process.waitFor();
      if (code != 0) {
        throw new IOException(program + ": " + code);
      }
      return packed;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    } finally {
      process.destroy();
    }
  }
}
