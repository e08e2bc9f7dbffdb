package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import vn.cachlamhay.cache.Made;
import vn.cachlamhay.cache.Memory;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.host.Brotli;
import vn.cachlamhay.host.Compressor;
import vn.cachlamhay.host.Gzip;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.Hosting;
import vn.cachlamhay.model.MediaTypes;

/**
 * Puts a compressed copy beside each text on its way, for hosts that send such copies as they are;
 * only of texts that have changed, and only where the copy is worth it. Thread-safe.
 *
 * @param sink takes the files and their copies
 * @param compressors one for each kind of copy
 * @param memory what the copies were made from; of a copy not worth it, without a hash
 * @param own addresses of the site's own files, which stay
 * @param seen takes the addresses of all copies that there could be
 */
record CompressedCopies(
    PageSink sink,
    List<Compressor> compressors,
    Memory<Made> memory,
    Set<String> own,
    Set<String> seen)
    implements Sink.Through {

  /** Below this, what surrounds an answer weighs more than what is saved. */
  private static final int SMALLEST = 1024;

  /** A copy that is only a little smaller is not worth a file. */
  private static final double LESS = 0.9;

  /** What a site wants; where somebody watches, nothing: no host will send these files. */
  static CompressedCopies into(PageSink sink, BuildRun run, Set<String> own) {
    List<String> wanted = run.isWatched() ? List.of() : run.site().config().hosting().encodings();
    var compressors = new ArrayList<Compressor>();
    if (wanted.contains(Hosting.GZIP)) {
      compressors.add(new Gzip());
    }
    if (wanted.contains(Hosting.BROTLI)) {
      SourcePos pos = SourcePos.ofFile("jbake.properties");
      Brotli.find()
          .ifPresentOrElse(
              compressors::add, () -> run.problems().add(ProblemCode.MAY_CHU_THIEU_BROTLI, pos));
    }
    return new CompressedCopies(
        sink, compressors, run.cache().copies(), own, ConcurrentHashMap.newKeySet());
  }

  /** Whether a bake made all copies that it should: once the program is there, the others come. */
  static boolean areAllIn(BuildReport report) {
    return report.problems().stream()
        .noneMatch(problem -> problem.code() == ProblemCode.MAY_CHU_THIEU_BROTLI);
  }

  @Override
  public String put(String uri, byte[] bytes) {
    String hash = sink.put(uri, bytes);
    copies(uri, hash, () -> Optional.of(bytes));
    return hash;
  }

  @Override
  public boolean keep(String uri, String hash) {
    boolean kept = sink.keep(uri, hash);
    if (kept) {
      copies(uri, hash, () -> sink.read(uri, hash));
    }
    return kept;
  }

  @Override
  public void copy(String uri, Path source) {
    sink.copy(uri, source);
    if (isText(uri)) {
      try {
        byte[] bytes = Files.readAllBytes(source);
        copies(uri, Digest.of(bytes).toString(), () -> Optional.of(bytes));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Forgets the copies of files that there are no more. */
  void end() {
    memory.retain(seen);
  }

  private void copies(String uri, String hash, Supplier<Optional<byte[]>> bytes) {
    if (isText(uri)) {
      for (Compressor compressor : compressors) {
        String copy = uri + compressor.ending();
        if (!own.contains(copy)) {
          seen.add(copy);
          if (!isKept(copy, hash)) {
            bytes.get().ifPresent(text -> make(copy, hash, text, compressor));
          }
        }
      }
    }
  }

  private boolean isKept(String copy, String hash) {
    return memory
        .get(copy)
        .filter(made -> made.own().equals(Digest.of(hash)))
        .filter(made -> made.hash().isEmpty() || sink.keep(copy, made.hash()))
        .isPresent();
  }

  private void make(String copy, String hash, byte[] text, Compressor compressor) {
    byte[] packed = text.length < SMALLEST ? text : compressor.compress(text);
    boolean worth = packed.length <= text.length * LESS;
    String made = worth ? sink.put(copy, packed) : "";
    memory.put(copy, new Made(Digest.of(hash), made));
  }

  private static boolean isText(String uri) {
    return MediaTypes.isText(MediaTypes.of(uri));
  }
}
