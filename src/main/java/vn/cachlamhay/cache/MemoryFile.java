package vn.cachlamhay.cache;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import vn.cachlamhay.model.Digest;

/**
 * A file of entries in chapters, each with a checksum of its own. What changes is added as a
 * further chapter, so that little has to be written; an entry goes before those of its key in
 * chapters before. When chapters were added that make up half of what was there, the file is
 * written anew. What follows a broken chapter is as if it had not been written. For one thread at a
 * time.
 */
final class MemoryFile {

  /** How entries follow each other; a file of another form begins with another number. */
  private static final long FORM = 3;

  /** The form, the environment, and how many bytes of chapters were not added. */
  private static final int HEAD = 8 + 16 + 8;

  /** Of a chapter: its checksum and its length. */
  private static final int CHAPTER = 8 + 4;

  private final Path file;
  private long first;
  private long end;

  MemoryFile(Path file) {
    this.file = file;
  }

  /**
   * The chapters of the file, each with the bytes of its entries; none where there is no file, or
   * one of another environment.
   */
  List<List<ByteBuffer>> read(Digest environment) throws IOException {
    first = 0;
    end = 0;
    var chapters = new ArrayList<List<ByteBuffer>>();
    if (!Files.isRegularFile(file)) {
      return chapters;
    }
    ByteBuffer in = ByteBuffer.wrap(Files.readAllBytes(file));
    if (in.remaining() < HEAD
        || in.getLong() != FORM
        || !new Digest(in.getLong(), in.getLong()).equals(environment)) {
      return chapters;
    }
    first = in.getLong();
    end = in.position();
    while (in.remaining() >= CHAPTER) {
      long sum = in.getLong();
      int length = in.getInt();
      if (length < 0 || length > in.remaining() || sum != checksum(in, length)) {
        break;
      }
      chapters.add(entries(in.slice(in.position(), length)));
      in.position(in.position() + length);
      end = in.position();
    }
    return chapters;
  }

  /** Whether there was a file of the environment. */
  boolean isThere() {
    return end > 0;
  }

  private static List<ByteBuffer> entries(ByteBuffer chapter) {
    var entries = new ArrayList<ByteBuffer>();
    while (chapter.hasRemaining()) {
      int length = chapter.getInt();
      entries.add(chapter.slice(chapter.position(), length));
      chapter.position(chapter.position() + length);
    }
    return entries;
  }

  /** Writes the file anew, in these chapters; until all is written the old file stays. */
  void write(Digest environment, Iterator<List<byte[]>> chapters) throws IOException {
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    long size;
    try (FileChannel out =
        FileChannel.open(
            aside,
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      out.position(HEAD);
      while (chapters.hasNext()) {
        writeFully(chapter(chapters.next()), out);
      }
      size = out.position();
      ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(FORM);
      head.putLong(environment.high()).putLong(environment.low()).putLong(size - HEAD);
      out.position(0);
      writeFully(head.flip(), out);
    }
    Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    first = size - HEAD;
    end = size;
  }

  /**
   * Adds a chapter; false where the file should be written anew.
   *
   * @throws IOException where that is impossible; the file says the same as before
   */
  boolean add(List<byte[]> entries) throws IOException {
    ByteBuffer chapter = chapter(entries);
    long added = end - HEAD - first + chapter.remaining();
    if (added > first / 2 || !Files.isRegularFile(file) || Files.size(file) < end) {
      return false;
    }
    try (FileChannel out = FileChannel.open(file, StandardOpenOption.WRITE)) {
      out.truncate(end).position(end);
      writeFully(chapter, out);
      end = out.position();
    }
    return true;
  }

  private static ByteBuffer chapter(List<byte[]> entries) {
    int length = entries.stream().mapToInt(entry -> 4 + entry.length).sum();
    ByteBuffer chapter = ByteBuffer.allocate(CHAPTER + length).putLong(0).putInt(length);
    entries.forEach(entry -> chapter.putInt(entry.length).put(entry));
    chapter.flip().position(CHAPTER);
    long sum = checksum(chapter, length);
    return chapter.rewind().putLong(0, sum);
  }

  private static void writeFully(ByteBuffer bytes, FileChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /** Of the next bytes. Java computes these two faster than any other, even without a compiler. */
  private static long checksum(ByteBuffer in, int length) {
    var first = new CRC32();
    var second = new CRC32C();
    first.update(in.array(), in.arrayOffset() + in.position(), length);
    second.update(in.array(), in.arrayOffset() + in.position(), length);
    return (first.getValue() << 32 | second.getValue()) ^ FORM;
  }
}
