package vn.cachlamhay.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import vn.cachlamhay.model.Digest;

/**
 * A map that outlives the process in a file of its own: valid for one environment, and gone when
 * the environment is another one or the file is not as it was written. Thread-safe between {@link
 * #enter} and {@link #save}.
 *
 * @param <V> what is remembered, by key
 */
public final class Memory<V> {

  /** How entries follow each other in the file; the checksum of another form is another one. */
  private static final long FORM = 2;

  /** Of the checksum and of the environment. */
  private static final int HEAD = 8 + 16;

  /** The bytes of larger files are let go of, and their entries written anew. */
  private static final int KEPT = 24 * 1024 * 1024;

  /** Entries that are written at a time. */
  private static final int BLOCK = 16 * 1024;

  private final Path file;
  private final Supplier<ValueWriter> writer;
  private final Function<ByteBuffer, ValueReader> reader;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Map<String, Attachment> asRead = new ConcurrentHashMap<>();
  private final Map<String, Attachment> attachments = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> companions = new ConcurrentHashMap<>();
  private volatile Optional<Digest> environment = Optional.empty();
  private volatile boolean changed;

  Memory(Path file, Supplier<ValueWriter> writer, Function<ByteBuffer, ValueReader> reader) {
    this.file = file;
    this.writer = writer;
    this.reader = reader;
  }

  private record Entry(String key, Object value) {}

  /** Makes this the memory of an environment: what is known of another one is forgotten. */
  void enter(Digest wanted) {
    if (environment.filter(wanted::equals).isEmpty()) {
      clear();
      load(wanted);
      environment = Optional.of(wanted);
    }
  }

  /** What is remembered under a key. */
  public Optional<V> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /**
   * What was made of a remembered value, for as long as the process and the value last.
   *
   * @param make makes it where it is not at hand
   */
  public <A> A attached(String key, V value, Class<A> type, Supplier<A> make) {
    Attachment known = attachments.get(key);
    if (known == null || known.value() != value) {
      known = new Attachment(value, make.get());
      attachments.put(key, known);
    }
    return type.cast(known.made());
  }

  /** Something that works with what is attached to the values, one of its kind in a process. */
  public <A> A companion(Class<A> type, Supplier<A> make) {
    return type.cast(companions.computeIfAbsent(type, t -> make.get()));
  }

  private record Attachment(Object value, Object made) {}

  /** Remembers a value under a key. */
  public void put(String key, V value) {
    V before = values.put(key, value);
    if (value != before && !value.equals(before)) {
      changed = true;
    }
  }

  /** Forgets a key. */
  public void remove(String key) {
    if (values.remove(key) != null) {
      attachments.remove(key);
      changed = true;
    }
  }

  /** Forgets every key but these. */
  public void retain(Set<String> keys) {
    if (values.keySet().retainAll(keys)) {
      changed = true;
      attachments.keySet().retainAll(values.keySet());
    }
  }

  /** Whether anything was asked of it in this process. */
  boolean isEntered() {
    return environment.isPresent();
  }

  /** How many keys are remembered. */
  public int size() {
    return values.size();
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** Forgets everything. */
  void clear() {
    values.clear();
    asRead.clear();
    attachments.clear();
    environment = Optional.empty();
    changed = true;
  }

  /** Goes through everything that is remembered. */
  public void forEach(BiConsumer<String, V> action) {
    values.forEach(action);
  }

  /** Everything that is remembered. */
  Iterable<V> values() {
    return values.values();
  }

  /**
   * Writes the file, unless it says all this already.
   *
   * @throws UncheckedIOException where that is impossible; the old file is as it was
   */
  void save() {
    if (!changed || environment.isEmpty()) {
      return;
    }
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      try (FileChannel out =
          FileChannel.open(
              aside,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        write(environment.get(), out);
      }
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changed = false;
  }

  private void write(Digest here, FileChannel out) throws IOException {
    ByteBuffer head = ByteBuffer.allocate(HEAD).putLong(0).putLong(here.high()).putLong(here.low());
    var sum = new Checksum();
    sum.update(head.array(), 8);
    writeFully(head.flip(), out);
    var entries = new ArrayList<>(values.entrySet());
    for (int from = 0; from < entries.size(); from += BLOCK) {
      List<ByteBuffer> block =
          entries.subList(from, Math.min(from + BLOCK, entries.size())).parallelStream()
              .flatMap(entry -> written(entry.getKey(), entry.getValue()).stream())
              .toList();
      int size = block.stream().mapToInt(entry -> 4 + entry.remaining()).sum();
      ByteBuffer bytes = ByteBuffer.allocate(size);
      block.forEach(entry -> bytes.putInt(entry.remaining()).put(entry));
      sum.update(bytes.array(), 0);
      writeFully(bytes.flip(), out);
    }
    out.position(0);
    writeFully(ByteBuffer.allocate(8).putLong(sum.value()).flip(), out);
  }

  private static void writeFully(ByteBuffer bytes, FileChannel out) throws IOException {
    while (bytes.hasRemaining()) {
      out.write(bytes);
    }
  }

  /**
   * An entry that is as it was read need not be written anew. Empty where a text in it cannot be
   * written: the next bake has to make it again.
   */
  private Optional<ByteBuffer> written(String key, V value) {
    Attachment bytes = asRead.get(key);
    if (bytes != null && bytes.value() == value) {
      return Optional.of(((ByteBuffer) bytes.made()).duplicate());
    }
    try {
      return Optional.of(ByteBuffer.wrap(writer.get().write(key).write(value).bytes()));
    } catch (ValueWriter.UnsupportedValueException e) {
      return Optional.empty();
    }
  }

  private void load(Digest wanted) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try {
      byte[] bytes = Files.readAllBytes(file);
      ByteBuffer in = ByteBuffer.wrap(bytes);
      if (bytes.length < HEAD
          || in.getLong() != checksum(bytes)
          || !new Digest(in.getLong(), in.getLong()).equals(wanted)) {
        return;
      }
      slices(in).parallelStream()
          .forEach(
              slice -> {
                Entry entry = entry(slice.duplicate());
                values.put(entry.key(), cast(entry.value()));
                if (bytes.length < KEPT) {
                  asRead.put(entry.key(), new Attachment(entry.value(), slice));
                }
              });
      changed = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ByteBuffer> slices(ByteBuffer in) {
    var slices = new ArrayList<ByteBuffer>();
    while (in.hasRemaining()) {
      int length = in.getInt();
      slices.add(in.slice(in.position(), length));
      in.position(in.position() + length);
    }
    return slices;
  }

  private Entry entry(ByteBuffer slice) {
    ValueReader values = reader.apply(slice);
    try {
      return new Entry((String) values.read(), values.read());
    } catch (ValueReader.BrokenValueException e) {
      // the digest was right, so another version of the program wrote this
      throw new StaleCacheException(String.valueOf(e.getMessage()));
    }
  }

  /** The writer was given values of this type and the digest says that these are they. */
  @SuppressWarnings("unchecked")
  private V cast(Object value) {
    return (V) value;
  }

  private static long checksum(byte[] file) {
    var sum = new Checksum();
    sum.update(file, 8);
    return sum.value();
  }

  /** Java computes these two faster than any other, even before its compiler is at work. */
  private static final class Checksum {
    private final CRC32 first = new CRC32();
    private final CRC32C second = new CRC32C();

    void update(byte[] bytes, int from) {
      first.update(bytes, from, bytes.length - from);
      second.update(bytes, from, bytes.length - from);
    }

    long value() {
      return (first.getValue() << 32 | second.getValue()) ^ FORM;
    }
  }
}
