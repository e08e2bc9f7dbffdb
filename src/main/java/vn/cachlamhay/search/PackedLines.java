package vn.cachlamhay.search;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** The lines of a shard in a twentieth of the room, until they are wanted. Immutable. */
final class PackedLines implements Supplier<List<Line>> {

  private final byte[] bytes;
  private final int length;

  PackedLines(List<Line> lines) {
    byte[] text = Line.write(lines).getBytes(StandardCharsets.UTF_8);
    length = text.length;
    var deflater = new Deflater(Deflater.BEST_SPEED);
    try {
      deflater.setInput(text);
      deflater.finish();
      // what cannot be compressed grows a little
      var packed = new byte[text.length + text.length / 8 + 64];
      int size = deflater.deflate(packed);
      bytes = Arrays.copyOf(packed, size);
    } finally {
      deflater.end();
    }
  }

  @Override
  public List<Line> get() {
    var inflater = new Inflater();
    try {
      inflater.setInput(bytes);
      var text = new byte[length];
      inflater.inflate(text);
      return Line.read(text);
    } catch (DataFormatException e) {
      // these are our own bytes
      throw new IllegalStateException(e);
    } finally {
      inflater.end();
    }
  }
}
