package vn.cachlamhay.preview;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import vn.cachlamhay.build.Progress;

/**
 * A site that is shown while it is being written: baked with drafts into a folder of its own,
 * served, watched. Thread-safe.
 */
public final class SitePreview implements AutoCloseable {

  /** Where previews go, unless somebody wants them elsewhere: never where the finished site is. */
  public static final String FOLDER = ".portal-preview";

  private static final int PORTS = 50;

  private final Events events = new Events();
  private final LiveLoop loop;
  private final SafeWatch watch;
  private final PreviewServer server;
  private final String address;
  private final int port;
  private final Gate gate;

  /**
   * What to show, and to whom.
   *
   * @param site the site folder
   * @param output where the pages go instead of {@link #FOLDER}
   * @param host name or address that is listened on
   * @param port the first that is tried; 0 for any
   * @param password that other machines have to know; needed where they can reach the host
   */
  public record Options(
      Path site, Optional<Path> output, String host, int port, Optional<String> password) {

    /**
     * Whether other machines can reach the host.
     *
     * @throws java.net.UnknownHostException there is no such host
     */
    public boolean isOpen() throws IOException {
      return !InetAddress.getByName(host).isLoopbackAddress();
    }
  }

  /**
   * Takes a port, and answers from now on; nothing has been baked yet.
   *
   * @param editor made for this preview
   * @param listener told what happens
   * @throws IOException no port is free, or the host is not one of this machine
   * @throws IllegalArgumentException other machines could reach it, and there is no password
   */
  public SitePreview(Options options, Editor.Factory editor, PreviewListener listener)
      throws IOException {
    if (options.isOpen() && options.password().isEmpty()) {
      throw new IllegalArgumentException("a password is needed for " + options.host());
    }
    Path site = options.site().toAbsolutePath().normalize();
    Path output =
        options.output().map(Path::toAbsolutePath).orElse(site.resolve(FOLDER)).normalize();
    PreviewServer.Bound bound = PreviewServer.bind(options.host(), options.port(), PORTS);
    this.port = bound.address().getPort();
    this.address = address(options.host(), port);
    this.watch = new SafeWatch(site, output);
    var bakes = new SiteBakes(site, output, events, watch::follow);
    this.loop = new LiveLoop(bakes, events, new Announcer(site, events, listener));
    this.gate = new Gate(Hosts.of(options.host(), bound.address()), Secret.fresh(), Secret.fresh());
    this.server =
        bound.start(
            gate,
            options.password().map(word -> new Login(new Secret(word), port, Clock.systemUTC())),
            new PreviewServer.Parts(
                new SitePages(output, events, loop::bake),
                editor.of(site, loop, events),
                events,
                listener::failed));
  }

  private static String address(String host, int port) {
    boolean local = List.of("127.0.0.1", "0.0.0.0", "::", "::1").contains(host);
    String name = local ? "localhost" : host;
    return "http://" + (name.contains(":") ? "[" + name + "]" : name) + ":" + port + "/";
  }

  /**
   * Bakes for the first time, and watches from then on.
   *
   * @param progress told of the steps of this bake
   * @return what it came to
   */
  public LiveLoop.State start(Progress progress) {
    watch.start(loop);
    loop.start(progress);
    return loop.state();
  }

  /** Where the site is shown, with a slash at its end. */
  public String address() {
    return address;
  }

  /** The port that was free. */
  public int port() {
    return port;
  }

  /** What the last bake said. */
  public LiveLoop.State state() {
    return loop.state();
  }

  /** What bakes the site. */
  LiveLoop loop() {
    return loop;
  }

  /** What lets the editor in. */
  Gate gate() {
    return gate;
  }

  /** Ends: the port is free, and what is known of the site is kept for the next time. */
  @Override
  public void close() {
    server.close();
    watch.close();
    loop.close();
  }
}
