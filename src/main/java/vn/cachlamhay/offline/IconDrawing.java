package vn.cachlamhay.offline;

import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.parser.resources.ResourcePolicy;
import com.github.weisj.jsvg.renderer.NullPlatformSupport;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.cachlamhay.page.AppIcon;

/** Draws the site's icon. Loads AWT, so only where an icon has to be made. Stateless. */
final class IconDrawing {

  /** As wide as the circle that every screen shows: only corners of a drawing stick out of it. */
  private static final float MASKABLE = .8f;

  private IconDrawing() {}

  /**
   * A PNG of an SVG.
   *
   * @param background {@code #rrggbb}
   * @return empty where it cannot be drawn
   */
  static Optional<byte[]> png(byte[] svg, AppIcon icon, String background) {
    SVGDocument drawing =
        new SVGLoader()
            .load(
                new ByteArrayInputStream(svg),
                null,
                LoaderContext.builder().externalResourcePolicy(ResourcePolicy.DENY_ALL).build());
    if (drawing == null) {
      return Optional.empty();
    }
    var image = new BufferedImage(icon.size(), icon.size(), BufferedImage.TYPE_INT_ARGB);
    Graphics2D graphics = image.createGraphics();
    try {
      graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
      graphics.setRenderingHint(
          RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
      if (icon.shape() != AppIcon.Shape.FREE) {
        graphics.setColor(Color.decode(background));
        graphics.fillRect(0, 0, icon.size(), icon.size());
      }
      float side = icon.size() * (icon.shape() == AppIcon.Shape.MASKABLE ? MASKABLE : 1);
      float margin = (icon.size() - side) / 2;
      drawing.renderWithPlatform(
          NullPlatformSupport.INSTANCE, graphics, new ViewBox(margin, margin, side, side));
    } finally {
      graphics.dispose();
    }
    return Optional.of(encoded(image));
  }

  private static byte[] encoded(BufferedImage image) {
    var bytes = new ByteArrayOutputStream();
    try (var out = new MemoryCacheImageOutputStream(bytes)) {
      if (!ImageIO.write(image, "png", out)) {
        throw new IllegalStateException("no PNG writer in this Java");
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
