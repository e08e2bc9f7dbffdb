package vn.cachlamhay.picture;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import vn.cachlamhay.model.PictureSizes;

/**
 * A JPEG or PNG file on its way to the site: upright, without what its camera wrote about place and
 * time, in several sizes. The same bytes come out each time. For one thread.
 */
public final class Photo {

  private static final float JPEG_QUALITY = 0.8f;

  /** The least that Java's writer takes time for: 0 is the smallest file. */
  private static final float PNG_QUALITY = 0.2f;

  /** Bits a pixel of a JPEG beyond which nobody sees a difference. */
  private static final int GENEROUS = 3;

  private final byte[] bytes;
  private final PictureHeader header;
  private Optional<Pixels> largest = Optional.empty();

  /**
   * @param bytes of the file
   * @param header JPEG or PNG
   */
  public Photo(byte[] bytes, PictureHeader header) {
    this.bytes = bytes.clone();
    this.header = header;
  }

  /** Whether a picture can be made smaller; GIF may move, and Java does not read WebP. */
  public static boolean isScalable(PictureHeader header) {
    return header.format() == PictureHeader.Format.JPEG
        || header.format() == PictureHeader.Format.PNG;
  }

  /** The file as it is, without what its maker wrote into it. */
  public byte[] stripped() {
    return isJpeg() ? JpegFile.stripped(bytes, header.orientation()) : PngFile.stripped(bytes);
  }

  /**
   * The picture in the largest size that pages show.
   *
   * @throws IOException where the file is broken
   */
  public byte[] own() throws IOException {
    if (isMoving()) {
      return stripped();
    }
    int width = PictureSizes.largest(header.shownWidth());
    if (width < header.shownWidth()
        || header.orientation() != 1
        || isJpeg() && JpegFile.components(bytes) == 4) {
      return encoded(width);
    }
    byte[] stripped = stripped();
    if (!isJpeg() || 8L * stripped.length <= (long) GENEROUS * header.width() * header.height()) {
      return stripped;
    }
    byte[] made = encoded(width);
    return made.length < stripped.length ? made : stripped;
  }

  /**
   * The picture in a smaller size, or in its own where that is the smaller file.
   *
   * @param own what {@link #own} gave
   * @throws IOException where the file is broken
   */
  public byte[] smaller(int width, byte[] own) throws IOException {
    if (isMoving()) {
      return own;
    }
    byte[] made = encoded(width);
    return made.length < own.length ? made : own;
  }

  private boolean isJpeg() {
    return header.format() == PictureHeader.Format.JPEG;
  }

  private boolean isMoving() {
    return !isJpeg() && PngFile.isMoving(bytes);
  }

  private byte[] encoded(int width) throws IOException {
    if (isJpeg() && !JpegFile.isWhole(bytes)) {
      throw new IOException("cut off");
    }
    int height = PictureSizes.height(header.shownWidth(), header.shownHeight(), width);
    return encoded(largest().scaled(width, height).image());
  }

  /** The largest size, of which the smaller ones are made. */
  private Pixels largest() throws IOException {
    if (largest.isEmpty()) {
      int width = PictureSizes.largest(header.shownWidth());
      int height = PictureSizes.height(header.shownWidth(), header.shownHeight(), width);
      boolean sideways = header.orientation() > 4;
      int across = sideways ? height : width;
      int down = sideways ? width : height;
      DecodedPicture picture = DecodedPicture.of(bytes, across, down);
      Pixels pixels =
          Scaler.scaled(picture, picture.bands(), picture.width(), picture.height(), across, down);
      largest = Optional.of(pixels.turned(header.orientation()));
    }
    return largest.get();
  }

  private byte[] encoded(BufferedImage image) throws IOException {
    String format = isJpeg() ? "jpeg" : "png";
    ImageWriter writer = ImageIO.getImageWritersByFormatName(format).next();
    var out = new ByteArrayOutputStream();
    try (ImageOutputStream stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(isJpeg() ? JPEG_QUALITY : PNG_QUALITY);
      if (isJpeg()) {
        param.setProgressiveMode(ImageWriteParam.MODE_DEFAULT);
      }
      writer.setOutput(stream);
      writer.write(null, new IIOImage(image, null, null), param);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }
}
