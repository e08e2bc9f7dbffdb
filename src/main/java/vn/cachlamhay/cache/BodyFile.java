package vn.cachlamhay.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.atomic.AtomicLong;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.model.LongText;

/**
 * Texts of articles on disk, one behind the other, so that memory holds none but those at work. A
 * text once stored never moves. Thread-safe.
 */
public final class BodyFile implements AutoCloseable {

  private final FileChannel channel;
  private final AtomicLong end;

  private BodyFile(FileChannel channel, long end) {
    this.channel = channel;
    this.end = new AtomicLong(end);
  }

  /**
   * Opens or makes a file; new texts go behind those that are there.
   *
   * @throws IOException where it cannot be written
   */
  public static BodyFile open(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    return new BodyFile(channel, channel.size());
  }

  /** Forgets all texts. */
  void clear() throws IOException {
    channel.truncate(0);
    end.set(0);
  }

  /** Bytes in the file, those of forgotten texts too. */
  public long size() {
    return end.get();
  }

  /** Where a text lies; what the cache remembers of it. */
  record Place(long offset, int length, Digest digest) {}

  /** Stores a text. */
  public LongText store(String text) {
    if (text.isEmpty()) {
      return LongText.EMPTY;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    long offset = end.getAndAdd(bytes.length);
    try {
      ByteBuffer out = ByteBuffer.wrap(bytes);
      while (out.hasRemaining()) {
        channel.write(out, offset + out.position());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return at(new Place(offset, bytes.length, Digest.of(bytes)));
  }

  /** The text at a place. */
  LongText at(Place place) {
    return new Stored(this, place);
  }

  private String read(Place place) {
    var bytes = new byte[place.length()];
    try {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      while (in.hasRemaining()) {
        if (channel.read(in, place.offset() + in.position()) < 0) {
          throw new StaleCacheException("cut off");
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    if (!Digest.of(bytes).equals(place.digest())) {
      throw new StaleCacheException("changed");
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  /** A text in the file. */
  record Stored(BodyFile file, Place place) implements LongText {
    @Override
    public String read() {
      return file.read(place);
    }

    @Override
    public Digest digest() {
      return place.digest();
    }
  }
}
