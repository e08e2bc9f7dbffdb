package vn.cachlamhay.picture;

import java.awt.color.ColorSpace;
import java.awt.image.BufferedImage;
import java.awt.image.ColorConvertOp;
import java.awt.image.IndexColorModel;
import java.awt.image.Raster;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * A picture as Java reads it, whose rows are handed out in sRGB. Java's own conversion makes grey
 * pictures too light and refuses those in the colours of printing, so that these are done here. For
 * one thread.
 */
final class DecodedPicture implements Scaler.Rows {

  /** Of a picture that is much wider than wanted only each second or third pixel is read. */
  private static final int ENOUGH = 3;

  private static final int NO_ADOBE = -1;
  private static final int LUMA_AND_CHROMA = 2;

  private final Raster raster;
  private final Kind kind;
  private final int[] palette;
  private final int adobe;
  private final int[] pixels;

  private enum Kind {
    GREY,
    GREY_ALPHA,
    RGB,
    RGB_ALPHA,
    PALETTE,
    INKS
  }

  private DecodedPicture(Raster raster, Kind kind, int[] palette, int adobe) {
    this.raster = raster;
    this.kind = kind;
    this.palette = palette;
    this.adobe = adobe;
    this.pixels = new int[raster.getWidth() * raster.getNumBands()];
  }

  /**
   * Reads a picture.
   *
   * @param width wanted, of the pixels as they are stored
   * @param height likewise
   * @throws IOException where the file is broken
   */
  static DecodedPicture of(byte[] bytes, int width, int height) throws IOException {
    try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(bytes))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new IOException("no reader");
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in, true, true);
        ImageReadParam param = reader.getDefaultReadParam();
        int times = Math.min(reader.getWidth(0) / width, reader.getHeight(0) / height);
        int step = Math.max(1, times / ENOUGH);
        param.setSourceSubsampling(step, step, 0, 0);
        if (reader.canReadRaster() && JpegFile.components(bytes) == 4) {
          Raster inks = reader.readRaster(0, param);
          return new DecodedPicture(inks, Kind.INKS, new int[0], JpegFile.adobeTransform(bytes));
        }
        return of(reader.read(0, param));
      } catch (RuntimeException e) {
        // Java's readers throw what they like at a broken picture
        throw new IOException(e.toString(), e);
      } finally {
        reader.dispose();
      }
    }
  }

  private static DecodedPicture of(BufferedImage read) {
    if (read.getColorModel() instanceof IndexColorModel model) {
      int[] palette = new int[model.getMapSize()];
      model.getRGBs(palette);
      return new DecodedPicture(read.getRaster(), Kind.PALETTE, palette, NO_ADOBE);
    }
    ColorSpace colours = read.getColorModel().getColorSpace();
    boolean alpha = read.getColorModel().hasAlpha();
    if (colours.getType() == ColorSpace.TYPE_GRAY) {
      Kind grey = alpha ? Kind.GREY_ALPHA : Kind.GREY;
      return new DecodedPicture(read.getRaster(), grey, new int[0], NO_ADOBE);
    }
    BufferedImage image =
        colours.isCS_sRGB()
            ? read
            : new ColorConvertOp(ColorSpace.getInstance(ColorSpace.CS_sRGB), null)
                .filter(read, null);
    return new DecodedPicture(
        image.getRaster(), alpha ? Kind.RGB_ALPHA : Kind.RGB, new int[0], NO_ADOBE);
  }

  int width() {
    return raster.getWidth();
  }

  int height() {
    return raster.getHeight();
  }

  /** 4 where something may shine through. */
  int bands() {
    boolean clear = Arrays.stream(palette).anyMatch(colour -> colour >>> 24 < 255);
    return kind == Kind.RGB_ALPHA || kind == Kind.GREY_ALPHA || clear ? 4 : 3;
  }

  @Override
  public void read(int y, int[] samples) {
    raster.getPixels(0, y, raster.getWidth(), 1, pixels);
    int shift = Math.max(0, raster.getSampleModel().getSampleSize(0) - 8);
    int from = raster.getNumBands();
    int to = bands();
    for (int x = 0; x < raster.getWidth(); x++) {
      int at = x * from;
      int out = x * to;
      if (kind == Kind.PALETTE) {
        put(samples, out, to, palette[Math.min(pixels[at], palette.length - 1)]);
      } else if (kind == Kind.INKS) {
        inks(at, samples, out);
      } else {
        boolean grey = kind == Kind.GREY || kind == Kind.GREY_ALPHA;
        int opaque = to == 4 ? pixels[at + from - 1] >> shift : 255;
        for (int band = 0; band < 3; band++) {
          int sample = pixels[at + (grey ? 0 : band)] >> shift;
          samples[out + band] = to == 4 ? (sample * opaque + 127) / 255 : sample;
        }
        if (to == 4) {
          samples[out + 3] = opaque;
        }
      }
    }
  }

  private static void put(int[] samples, int out, int bands, int colour) {
    int opaque = bands == 4 ? colour >>> 24 : 255;
    for (int band = 0; band < 3; band++) {
      samples[out + band] = ((colour >> 16 - 8 * band & 0xFF) * opaque + 127) / 255;
    }
    if (bands == 4) {
      samples[out + 3] = opaque;
    }
  }

  /**
   * Without the profile of the printing press: near enough for a screen. Adobe's programs store how
   * much light is left instead of how much ink there is.
   */
  private void inks(int at, int[] samples, int out) {
    int light = adobe == NO_ADOBE ? 255 - pixels[at + 3] : pixels[at + 3];
    for (int band = 0; band < 3; band++) {
      int stored = adobe == LUMA_AND_CHROMA ? 255 - colour(at, band) : pixels[at + band];
      int left = adobe == NO_ADOBE ? 255 - stored : stored;
      samples[out + band] = (left * light + 127) / 255;
    }
  }

  /** Red, green or blue from luma and chroma (JFIF 1.02), in 65536ths. */
  private int colour(int at, int band) {
    int blue = pixels[at + 1] - 128;
    int red = pixels[at + 2] - 128;
    int chroma =
        band == 0 ? 91_881 * red : band == 1 ? -22_554 * blue - 46_802 * red : 116_130 * blue;
    return Math.max(0, Math.min(255, pixels[at] + (chroma + 32_768 >> 16)));
  }
}
