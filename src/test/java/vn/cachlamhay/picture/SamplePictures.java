package vn.cachlamhay.picture;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Point;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** Pictures as cameras and scanners make them. */
public final class SamplePictures {

  /** Stands where a camera writes where it was. */
  public static final String SECRET = "GPS 21.0285 N 105.8542 E";

  /** Of the quarters of a picture, in the order of reading. */
  static final Color[] QUARTERS = {Color.RED, Color.GREEN, Color.BLUE, Color.WHITE};

  private SamplePictures() {}

  /** Four colours in four quarters, as they are to be looked at. */
  static BufferedImage quarters(int width, int height, int type) {
    var image = new BufferedImage(width, height, type);
    Graphics2D graphics = image.createGraphics();
    for (int i = 0; i < QUARTERS.length; i++) {
      graphics.setColor(QUARTERS[i]);
      graphics.fillRect(i % 2 * (width / 2), i / 2 * (height / 2), width / 2, height / 2);
    }
    graphics.dispose();
    return image;
  }

  /** A JPEG with four quarters. */
  public static byte[] jpeg(int width, int height) {
    return jpeg(quarters(width, height, BufferedImage.TYPE_INT_RGB), 0.9f);
  }

  static byte[] jpeg(BufferedImage image, float quality) {
    return jpeg(new IIOImage(image, null, null), quality);
  }

  private static byte[] jpeg(IIOImage image, float quality) {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
    var out = new ByteArrayOutputStream();
    try (var stream = new MemoryCacheImageOutputStream(out)) {
      ImageWriteParam param = writer.getDefaultWriteParam();
      param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      param.setCompressionQuality(quality);
      writer.setOutput(stream);
      writer.write(null, image, param);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      writer.dispose();
    }
    return out.toByteArray();
  }

  /** Cyan, magenta, yellow and black ink, without the mark of Adobe's programs. */
  static byte[] inInks(int width, int height, int... inks) {
    WritableRaster raster = Raster.createInterleavedRaster(0, width, height, 4, new Point(0, 0));
    for (int y = 0; y < height; y++) {
      for (int x = 0; x < width; x++) {
        raster.setPixel(x, y, inks);
      }
    }
    return jpeg(new IIOImage(raster, null, null), 0.95f);
  }

  /** What a camera adds to a JPEG: how it was held, where it was, and a comment. */
  public static byte[] fromCamera(byte[] jpeg, int orientation, ByteOrder order) {
    byte[] secret = SECRET.getBytes(StandardCharsets.US_ASCII);
    ByteBuffer tiff = ByteBuffer.allocate(8 + 2 + 24 + 4 + secret.length).order(order);
    tiff.put((order == ByteOrder.LITTLE_ENDIAN ? "II" : "MM").getBytes(StandardCharsets.US_ASCII));
    tiff.putShort((short) 42).putInt(8).putShort((short) 2);
    tiff.putShort((short) 0x010E).putShort((short) 2).putInt(secret.length).putInt(38);
    tiff.putShort((short) 0x0112).putShort((short) 3).putInt(1);
    tiff.putShort((short) orientation).putShort((short) 0).putInt(0).put(secret);
    var out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    segment(0xE1, ("Exif\0\0").getBytes(StandardCharsets.US_ASCII), tiff.array(), out);
    segment(0xFE, new byte[0], secret, out);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  private static void segment(int marker, byte[] name, byte[] body, ByteArrayOutputStream out) {
    int length = 2 + name.length + body.length;
    out.writeBytes(new byte[] {(byte) 0xFF, (byte) marker, (byte) (length >> 8), (byte) length});
    out.writeBytes(name);
    out.writeBytes(body);
  }

  /** A PNG of an image. */
  public static byte[] png(BufferedImage image) {
    var out = new ByteArrayOutputStream();
    try {
      ImageIO.write(image, "png", out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  /** A PNG that says it is so large, and has no pixels. */
  public static byte[] hugePng(int width, int height) {
    byte[] png = png(new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB));
    ByteBuffer.wrap(png).putInt(16, width).putInt(20, height);
    return png;
  }
}
