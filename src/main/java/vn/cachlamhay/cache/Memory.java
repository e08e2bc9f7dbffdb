package vn.cachlamhay.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
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

  /** Of the checksum and of the environment. */
  private static final int HEAD = 8 + 16;

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
    List<ByteBuffer> entries =
        values.entrySet().parallelStream()
            .flatMap(entry -> written(entry.getKey(), entry.getValue()).stream())
            .toList();
    int size = HEAD + 4;
    for (ByteBuffer entry : entries) {
      size = Math.addExact(size, 4 + entry.remaining());
    }
    ByteBuffer out = ByteBuffer.allocate(size).position(8);
    out.putLong(environment.get().high()).putLong(environment.get().low());
    out.putInt(entries.size());
    entries.forEach(entry -> out.putInt(entry.remaining()).put(entry));
    out.putLong(0, checksum(out.array()));
    Path aside = file.resolveSibling(file.getFileName() + ".new");
    try {
      Files.write(aside, out.array());
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    changed = false;
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
      if (bytes.length < HEAD + 4
          || in.getLong() != checksum(bytes)
          || !new Digest(in.getLong(), in.getLong()).equals(wanted)) {
        return;
      }
      slices(in).parallelStream()
          .forEach(
              slice -> {
                Entry entry = entry(slice.duplicate());
                values.put(entry.key(), cast(entry.value()));
                asRead.put(entry.key(), new Attachment(entry.value(), slice));
              });
      changed = false;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<ByteBuffer> slices(ByteBuffer in) {
    int count = in.getInt();
    var slices = new ArrayList<ByteBuffer>(count);
    for (int i = 0; i < count; i++) {
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

  /** Java computes these two faster than any other, even before its compiler is at work. */
  private static long checksum(byte[] file) {
    var first = new CRC32();
    var second = new CRC32C();
    first.update(file, 8, file.length - 8);
    second.update(file, 8, file.length - 8);
    return first.getValue() << 32 | second.getValue();
  }
}
