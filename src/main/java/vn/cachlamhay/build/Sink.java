package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.output.OutputWriter;

/** The places where finished files go. */
interface Sink {

  /**
   * Into the output folder.
   *
   * @param watched whether somebody looks at the folder while it is made
   */
  record Folder(OutputWriter writer, boolean watched) implements PageSink {
    @Override
    public String put(String uri, byte[] bytes) {
      return writer.put(uri, bytes);
    }

    @Override
    public boolean keep(String uri, String hash) {
      return writer.keep(uri, hash);
    }

    @Override
    public Optional<byte[]> read(String uri, String hash) {
      return writer.read(uri, hash);
    }

    @Override
    public void show() {
      if (watched) {
        writer.show();
      }
    }

    @Override
    public void copy(String uri, Path source) {
      writer.copy(uri, source);
    }
  }

  /** Only to be looked at. */
  record Checked(PageCheck check) implements PageSink {
    @Override
    public String put(String uri, byte[] bytes) {
      check.add(uri, bytes);
      return "";
    }

    @Override
    public void copy(String uri, Path source) {
      try {
        check.add(uri, Files.readAllBytes(source));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  /** Hands everything on, save what it does itself. */
  interface Through extends PageSink {
    PageSink sink();

    @Override
    default String put(String uri, byte[] bytes) {
      return sink().put(uri, bytes);
    }

    @Override
    default boolean keep(String uri, String hash) {
      return sink().keep(uri, hash);
    }

    @Override
    default Optional<byte[]> read(String uri, String hash) {
      return sink().read(uri, hash);
    }

    @Override
    default void show() {
      sink().show();
    }

    @Override
    default void copy(String uri, Path source) {
      sink().copy(uri, source);
    }
  }

  /**
   * Notes the hashes of some files on their way, and one of them as a whole.
   *
   * @param noted addresses of these files
   * @param hashes takes them, from any thread
   * @param read address of the one
   * @param text takes it, from any thread
   */
  record Noted(
      PageSink sink,
      Set<String> noted,
      ConcurrentMap<String, String> hashes,
      String read,
      AtomicReference<String> text)
      implements Through {
    @Override
    public String put(String uri, byte[] bytes) {
      String hash = sink.put(uri, bytes);
      note(uri, hash);
      if (uri.equals(read)) {
        text.set(new String(bytes, StandardCharsets.UTF_8));
      }
      return hash;
    }

    @Override
    public boolean keep(String uri, String hash) {
      boolean kept = sink.keep(uri, hash);
      if (kept) {
        note(uri, hash);
        if (uri.equals(read)) {
          sink.read(uri, hash)
              .ifPresent(bytes -> text.set(new String(bytes, StandardCharsets.UTF_8)));
        }
      }
      return kept;
    }

    private void note(String uri, String hash) {
      if (noted.contains(uri)) {
        hashes.put(uri, hash);
      }
    }
  }
}
