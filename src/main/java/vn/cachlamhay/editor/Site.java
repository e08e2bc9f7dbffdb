package vn.cachlamhay.editor;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import vn.cachlamhay.build.Catalog;
import vn.cachlamhay.diag.Messages;
import vn.cachlamhay.jbake.Preview;
import vn.cachlamhay.preview.LiveLoop;
import vn.cachlamhay.preview.RefusedException;
import vn.cachlamhay.text.VietnameseDates;

/**
 * What all parts of the editor know of the site. What the last bake found out is kept, so that
 * nobody waits for a bake that is running to be told of the one before. Thread-safe.
 */
final class Site {

  private final LiveLoop live;
  private final Messages messages;
  private volatile Known known;

  private volatile Offer offer;

  private record Known(long bake, Catalog catalog) {}

  /** Names are collected when somebody asks for one. */
  private record Offer(Catalog catalog, Words words) {}

  /**
   * @param messages words of problems
   */
  Site(LiveLoop live, Messages messages) {
    this.live = live;
    this.messages = messages;
  }

  LiveLoop live() {
    return live;
  }

  Messages messages() {
    return messages;
  }

  /**
   * What the last bake found.
   *
   * @throws RefusedException before there is one
   */
  Catalog catalog() throws RefusedException {
    return known().catalog();
  }

  /** Names on offer, as {@link #catalog}. */
  Words words() throws RefusedException {
    Catalog catalog = catalog();
    Offer now = offer;
    if (now == null || now.catalog() != catalog) {
      now = new Offer(catalog, new Words(catalog, today()));
      offer = now;
    }
    return now.words();
  }

  /** What a text would look like; see {@link LiveLoop#look}. */
  Optional<Preview.Look> look(Path file, byte[] content) {
    return live.look(file, content);
  }

  static LocalDate today() {
    return LocalDate.now(VietnameseDates.ZONE);
  }

  private Known known() throws RefusedException {
    Known now = known;
    long bake = live.state().bake();
    if (now == null || now.bake() != bake) {
      // where bakes fail, what is typed can still be saved
      Optional<Catalog> catalog = live.catalog();
      if (catalog.isEmpty() && now != null) {
        return now;
      }
      now = new Known(bake, catalog.orElseThrow(Wrong.NOT_READY::refused));
      known = now;
    }
    return now;
  }
}
