package vn.cachlamhay.page;

import java.util.List;

/**
 * A picture that stands for the site on the screen of a reader who has installed it. Immutable.
 *
 * @param uri below the site root
 * @param size width and height in pixels
 * @param shape what is around the drawing
 */
public record AppIcon(String uri, int size, Shape shape) {

  /** All that are made of the site's drawing. */
  public static final List<AppIcon> ALL =
      List.of(
          new AppIcon(Uris.icon("192"), 192, Shape.FREE),
          new AppIcon(Uris.icon("512"), 512, Shape.FREE),
          new AppIcon(Uris.icon("tron-192"), 192, Shape.MASKABLE),
          new AppIcon(Uris.icon("tron-512"), 512, Shape.MASKABLE),
          new AppIcon(Uris.icon("180"), 180, Shape.FILLED));

  /** What is around the drawing. */
  public enum Shape {
    /** Nothing. */
    FREE,
    /** Colour without drawing, as screens may cut off all beyond the circle in the middle. */
    MASKABLE,
    /** Colour where the drawing leaves something free: iOS would make it black. */
    FILLED
  }
}
