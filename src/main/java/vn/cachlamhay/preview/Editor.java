package vn.cachlamhay.preview;

import java.nio.file.Path;

/**
 * What answers below {@code /bien-tap/} besides files. Both get the whole path of the request; its
 * session and token have been looked at.
 *
 * @param api {@code /bien-tap/api/…}
 * @param look {@code /bien-tap/xem/…}
 */
public record Editor(Handler api, Handler look) {

  /** Makes the editor of a site. */
  @FunctionalInterface
  public interface Factory {

    /** A preview without an editor. */
    Factory NONE =
        (site, live, events) ->
            new Editor(request -> Response.notFound(), request -> Response.notFound());

    /**
     * @param site the site folder
     * @param live bakes it
     * @param events reach the browsers
     */
    Editor of(Path site, LiveLoop live, Events events);
  }
}
