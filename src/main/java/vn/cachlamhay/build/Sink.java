package vn.cachlamhay.build;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import vn.cachlamhay.check.PageCheck;
import vn.cachlamhay.jbake.PageSink;
import vn.cachlamhay.model.StaticFile;
import vn.cachlamhay.output.OutputWriter;

/** Where finished files go, from any thread. */
interface Sink extends PageSink {

  /** Takes a file that goes to the site as it is. */
  void copy(StaticFile file);

  /** Into the output folder. */
  record Folder(OutputWriter writer) implements Sink {
    @Override
    public String put(String uri, byte[] bytes) {
      return writer.put(uri, bytes);
    }

    @Override
    public boolean keep(String uri, String hash) {
      return writer.keep(uri, hash);
    }

    @Override
    public void copy(StaticFile file) {
      writer.copy(file.uri(), file.source());
    }
  }

  /** Only to be looked at. */
  record Checked(PageCheck check) implements Sink {
    @Override
    public String put(String uri, byte[] bytes) {
      check.add(uri, bytes);
      return "";
    }

    @Override
    public boolean keep(String uri, String hash) {
      return false;
    }

    @Override
    public void copy(StaticFile file) {
      try {
        check.add(file.uri(), Files.readAllBytes(file.source()));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
