package vn.cachlamhay.preview;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * Watches a site in the best way that there is: the system tells ({@link FileWatch}), or, where it
 * does not, the files are looked at ({@link PollingWatch}). Thread-safe.
 */
final class SafeWatch implements SiteWatch {

  private final Path site;
  private final Path output;
  private Optional<SiteWatch> watch = Optional.empty();
  private List<Path> folders = List.of();
  private boolean closed;

  SafeWatch(Path site, Path output) {
    this.site = site;
    this.output = output;
  }

  /** Begins. */
  synchronized void start(LiveLoop loop) {
    var told = new ToLoop(loop);
    boolean mac = System.getProperty("os.name").startsWith("Mac");
    try {
      watch = Optional.of(mac ? new PollingWatch(site, told) : new FileWatch(site, output, told));
    } catch (IOException e) {
      watch = Optional.of(new PollingWatch(site, told));
    }
    watch.get().follow(folders);
  }

  @Override
  public synchronized void follow(List<Path> wanted) {
    folders = List.copyOf(wanted);
    watch.ifPresent(found -> found.follow(wanted));
  }

  /** The system does not watch so many folders. */
  private synchronized void failed(ToLoop told) {
    if (!closed && watch.filter(PollingWatch.class::isInstance).isEmpty()) {
      watch.ifPresent(SiteWatch::close);
      watch = Optional.of(new PollingWatch(site, told));
      watch.get().follow(folders);
      told.changed();
    }
  }

  @Override
  public synchronized void close() {
    closed = true;
    watch.ifPresent(SiteWatch::close);
  }

  private final class ToLoop implements Told {

    private final LiveLoop loop;

    ToLoop(LiveLoop loop) {
      this.loop = loop;
    }

    @Override
    public void changed(Path file) {
      loop.changed(file);
    }

    @Override
    public void changed() {
      loop.changed();
    }

    @Override
    public void failed(IOException e) {
      SafeWatch.this.failed(this);
    }
  }
}
