package vn.cachlamhay.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Tells that files of a site change. Thread-safe. */
interface SiteWatch extends AutoCloseable {

  /** The file in the site folder that is watched beside the folders. */
  String CONFIGURATION = "jbake.properties";

  /** Who is told, from any thread. */
  interface Told {
    /** A file is new, another, or gone. */
    void changed(Path file);

    /** Something is new, another, or gone. */
    void changed();

    /** The system does not watch any more. */
    void failed(IOException e);
  }

  /** Watches these folders, with all below them, and those of before. */
  void follow(List<Path> wanted);

  @Override
  void close();
}
