package vn.cachlamhay.site;

import java.awt.image.BufferedImage;
import java.awt.image.IndexColorModel;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;

/**
 * Writes pictures of a screen as small PNG files: 255 of their colours, and for all other pixels
 * the nearest of these. Letters stay as sharp as they were. Stateless.
 */
public final class FewColours {

  private static final int COLOURS = 255;
  private static final int AREAS = 64;
  private static final int KIND = 0xF0F0F0;

  private FewColours() {}

  /** Writes a screenshot. */
  public static void write(byte[] screenshot, Path file) throws IOException {
    BufferedImage image = ImageIO.read(new ByteArrayInputStream(screenshot));
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    var counts = new HashMap<Integer, Integer>();
    for (int pixel : pixels) {
      counts.merge(pixel, 1, Integer::sum);
    }
    List<Integer> often =
        counts.entrySet().stream()
            .sorted(
                Map.Entry.<Integer, Integer>comparingByValue(Comparator.reverseOrder())
                    .thenComparing(Map.Entry.comparingByKey()))
            .map(Map.Entry::getKey)
            .toList();
    // those of areas as they are, and of the rest one for each kind, so that rare ones have a place
    var palette = new ArrayList<>(often.subList(0, Math.min(AREAS, often.size())));
    var kinds = new HashSet<Integer>();
    palette.forEach(colour -> kinds.add(colour & KIND));
    for (int colour : often) {
      if (palette.size() < COLOURS && kinds.add(colour & KIND)) {
        palette.add(colour);
      }
    }
    var indexes = new HashMap<Integer, Integer>();
    counts.keySet().forEach(colour -> indexes.put(colour, nearest(colour, palette)));
    int[] colours = palette.stream().mapToInt(Integer::intValue).toArray();
    var model = new IndexColorModel(8, colours.length, colours, 0, false, -1, 0);
    var small =
        new BufferedImage(
            image.getWidth(), image.getHeight(), BufferedImage.TYPE_BYTE_INDEXED, model);
    for (int at = 0; at < pixels.length; at++) {
      small
          .getRaster()
          .setSample(at % image.getWidth(), at / image.getWidth(), 0, indexes.get(pixels[at]));
    }
    save(small, file);
  }

  private static int nearest(int colour, List<Integer> palette) {
    int best = 0;
    int distance = Integer.MAX_VALUE;
    for (int i = 0; i < palette.size(); i++) {
      int other = palette.get(i);
      int red = (colour >> 16 & 255) - (other >> 16 & 255);
      int green = (colour >> 8 & 255) - (other >> 8 & 255);
      int blue = (colour & 255) - (other & 255);
      int now = 2 * red * red + 4 * green * green + blue * blue;
      if (now < distance) {
        distance = now;
        best = i;
      }
    }
    return best;
  }

  private static void save(BufferedImage image, Path file) throws IOException {
    ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
    try (OutputStream out = Files.newOutputStream(file);
        var stream = ImageIO.createImageOutputStream(out)) {
      writer.setOutput(stream);
      ImageWriteParam hardest = writer.getDefaultWriteParam();
      hardest.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
      hardest.setCompressionQuality(0);
      writer.write(null, new IIOImage(image, null, null), hardest);
    } finally {
      writer.dispose();
    }
  }
}
