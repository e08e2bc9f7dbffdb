package vn.cachlamhay.html;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import vn.cachlamhay.picture.PictureHeader;

/** Width and height of picture files, each read once. Thread-safe. */
public final class ImageSizes {

  private final Map<Path, Optional<Size>> known = new ConcurrentHashMap<>();

  /** In pixels, both more than 0. */
  public record Size(int width, int height) {

    /** In proportion, and no wider than this. */
    public Size within(int most) {
      return width <= most
          ? this
          : new Size(most, Math.max(1, (int) Math.round((double) height * most / width)));
    }
  }

  /**
   * The size of a PNG, JPEG, GIF, WebP, BMP or SVG file as it is looked at; empty where the file
   * does not tell it.
   */
  public Optional<Size> of(Path file) {
    return known.computeIfAbsent(file, ImageSizes::read);
  }

  private static Optional<Size> read(Path file) {
    try {
      return file.toString().toLowerCase(Locale.ROOT).endsWith(".svg") ? svg(file) : raster(file);
    } catch (IOException | RuntimeException e) {
      // ImageIO throws what it likes at a broken picture, which is shown without a size
      return Optional.empty();
    }
  }

  private static Optional<Size> raster(Path file) throws IOException {
    Optional<PictureHeader> header = PictureHeader.read(file);
    return header.isPresent()
        ? header.map(found -> new Size(found.shownWidth(), found.shownHeight()))
        : other(file);
  }

  private static Optional<Size> other(Path file) throws IOException {
    try (ImageInputStream in = ImageIO.createImageInputStream(file.toFile())) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        return Optional.empty();
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        return Optional.of(new Size(reader.getWidth(0), reader.getHeight(0)));
      } finally {
        reader.dispose();
      }
    }
  }

  private static Optional<Size> svg(Path file) throws IOException {
    Element root = Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).selectFirst("svg");
    if (root == null) {
      return Optional.empty();
    }
    Optional<Size> written = size(root.attr("width"), root.attr("height"));
    String[] box = root.attr("viewBox").strip().split("[\\s,]+");
    return written.isPresent() || box.length != 4 ? written : size(box[2], box[3]);
  }

  private static Optional<Size> size(String width, String height) {
    try {
      int w = Math.round(Float.parseFloat(width.replace("px", "")));
      int h = Math.round(Float.parseFloat(height.replace("px", "")));
      return w > 0 && h > 0 ? Optional.of(new Size(w, h)) : Optional.empty();
    } catch (NumberFormatException e) {
      // per cent, em or nothing: no size in pixels
      return Optional.empty();
    }
  }
}
