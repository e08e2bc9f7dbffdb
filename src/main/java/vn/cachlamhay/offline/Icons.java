package vn.cachlamhay.offline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import vn.cachlamhay.diag.Problem;
import vn.cachlamhay.diag.ProblemCode;
import vn.cachlamhay.diag.SiteException;
import vn.cachlamhay.diag.SourcePos;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.SiteConfig;
import vn.cachlamhay.page.AppIcon;

/**
 * The icons of a site, drawn from its {@code favicon.svg}. Immutable and thread-safe.
 *
 * @param source the drawing
 * @param svg its bytes
 */
public record Icons(SiteConfig config, Path source, byte[] svg) {

  /** The icons of a drawing, which is read at once. */
  public static Icons of(SiteConfig config, Path source) {
    try {
      return new Icons(config, source, Files.readAllBytes(source));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** All that an icon is made from. */
  public Object inputs(AppIcon icon) {
    return List.of(Digest.of(svg), icon.size(), icon.shape().name(), config.app().themeColor());
  }

  /**
   * A PNG.
   *
   * @throws SiteException where the drawing is none
   */
  public byte[] png(AppIcon icon) {
    return IconDrawing.png(svg, icon, config.app().themeColor())
        .orElseThrow(
            () ->
                new SiteException(
                    Problem.of(
                        ProblemCode.BIEU_TUONG_HONG, SourcePos.ofFile(config.relative(source)))));
  }
}
