package vn.cachlamhay.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import vn.cachlamhay.model.Digest;

/**
 * A map that outlives the process in a file of its own: valid for one environment, and gone when
 * the environment is another one or the file is not as it was written. Thread-safe between {@link
 * #enter} and {@link #save}.
 *
 * @param <V> what is remembered, by key
 */
public final class Memory<V> {

  /** Entries that are written at a time. */
  private static final int CHAPTER = 16 * 1024;

  private final MemoryFile file;
  private final Supplier<ValueWriter> writer;
  private final Function<ByteBuffer, ValueReader> reader;
  private final Map<String, V> values = new ConcurrentHashMap<>();
  private final Map<String, Attachment> attachments = new ConcurrentHashMap<>();
  private final Map<Class<?>, Object> companions = new ConcurrentHashMap<>();
  private final Set<String> changed = ConcurrentHashMap.newKeySet();
  private volatile Optional<Digest> environment = Optional.empty();
  private volatile boolean anew;

  Memory(Path file, Supplier<ValueWriter> writer, Function<ByteBuffer, ValueReader> reader) {
    this.file = new MemoryFile(file);
    this.writer = writer;
    this.reader = reader;
  }

  /** Without a value where the key is forgotten. */
  private record Entry(String key, Optional<Object> value) {}

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
      changed.add(key);
    }
  }

  /** Forgets a key. */
  public void remove(String key) {
    if (values.remove(key) != null) {
      attachments.remove(key);
      changed.add(key);
    }
  }

  /** Forgets every key but these. */
  public void retain(Set<String> keys) {
    for (String key : values.keySet()) {
      if (!keys.contains(key)) {
        remove(key);
      }
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
    attachments.clear();
    changed.clear();
    environment = Optional.empty();
    anew = true;
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
   * Writes what the file does not say already.
   *
   * @throws UncheckedIOException where that is impossible; the file says the same as before
   */
  void save() {
    if (environment.isEmpty() || !anew && changed.isEmpty()) {
      return;
    }
    try {
      if (anew || changed.size() > values.size() / 2 || !file.add(written(changed))) {
        file.write(environment.get(), chapters());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    anew = false;
    changed.clear();
  }

  private Iterator<List<byte[]>> chapters() {
    var keys = new ArrayList<>(values.keySet());
    return IntStream.range(0, (keys.size() + CHAPTER - 1) / CHAPTER)
        .map(chapter -> chapter * CHAPTER)
        .mapToObj(from -> written(keys.subList(from, Math.min(from + CHAPTER, keys.size()))))
        .iterator();
  }

  private List<byte[]> written(Collection<String> keys) {
    // Windows lets names of files end with half a character
    return keys.parallelStream().filter(ValueWriter::canWrite).map(this::written).toList();
  }

  /** What cannot be written the next bake has to make again. */
  private byte[] written(String key) {
    V value = values.get(key);
    try {
      return value == null ? forgotten(key) : writer.get().write(key).write(value).bytes();
    } catch (ValueWriter.UnsupportedValueException e) {
      return forgotten(key);
    }
  }

  private byte[] forgotten(String key) {
    return writer.get().write(key).bytes();
  }

  private void load(Digest wanted) {
    try {
      for (List<ByteBuffer> chapter : file.read(wanted)) {
        chapter.parallelStream().map(this::entry).forEach(this::restore);
      }
      anew = !file.isThere();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void restore(Entry entry) {
    entry
        .value()
        .ifPresentOrElse(
            value -> values.put(entry.key(), cast(value)), () -> values.remove(entry.key()));
  }

  private Entry entry(ByteBuffer bytes) {
    ValueReader in = reader.apply(bytes);
    try {
      var key = (String) in.read();
      return new Entry(key, bytes.hasRemaining() ? Optional.of(in.read()) : Optional.empty());
    } catch (ValueReader.BrokenValueException e) {
      // the checksum was right, so another version of the program wrote this
      throw new StaleCacheException(String.valueOf(e.getMessage()));
    }
  }

  /** The writer was given values of this type and the checksum says that these are they. */
  @SuppressWarnings("unchecked")
  private V cast(Object value) {
    return (V) value;
  }
}
