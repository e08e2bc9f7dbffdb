package vn.cachlamhay.cache;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Digest;
import vn.cachlamhay.text.SharedTexts;

/** Reads what {@link ValueWriter} wrote. For one thread; the types may be shared. */
public class ValueReader {

  private final Types types;
  private final SharedTexts texts;
  private final ByteBuffer in;

  /** What was read is no value: the bytes were cut off or changed. */
  public static final class BrokenValueException extends Exception {
    private static final long serialVersionUID = 1;

    BrokenValueException(String what, Throwable cause) {
      super(what, cause);
    }
  }

  /** The records and enums that may be read, by their simple names. Immutable, thread-safe. */
  public static final class Types {

    /** Several times as many as there are types. */
    private static final int SLOTS = 512;

    private final Named[] records = new Named[SLOTS];
    private final Map<String, Map<String, Object>> enums = new HashMap<>();

    /** With these records and enums. */
    public Types(Class<?>... types) {
      for (Class<?> type : types) {
        if (type.isEnum()) {
          var constants = new HashMap<String, Object>();
          for (Object constant : type.getEnumConstants()) {
            constants.put(((Enum<?>) constant).name(), constant);
          }
          enums.put(type.getSimpleName(), constants);
        } else {
          add(new Named(type.getSimpleName().getBytes(StandardCharsets.UTF_8), constructor(type)));
        }
      }
    }

    private record Named(byte[] name, Constructor<?> constructor) {}

    private void add(Named type) {
      int slot = slot(type.name(), 0, type.name().length);
      while (records[slot] != null) {
        slot = (slot + 1) % SLOTS;
      }
      records[slot] = type;
    }

    /** The record of a name: found without a text made of it, for there are a million of them. */
    private Constructor<?> record(byte[] bytes, int from, int to) {
      int slot = slot(bytes, from, to);
      while (records[slot] != null) {
        byte[] name = records[slot].name();
        if (Arrays.equals(name, 0, name.length, bytes, from, to)) {
          return records[slot].constructor();
        }
        slot = (slot + 1) % SLOTS;
      }
      return null;
    }

    private static int slot(byte[] bytes, int from, int to) {
      int hash = 0;
      for (int i = from; i < to; i++) {
        hash = 31 * hash + bytes[i];
      }
      return Math.floorMod(hash, SLOTS);
    }

    private static Constructor<?> constructor(Class<?> type) {
      Class<?>[] components =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      try {
        Constructor<?> constructor = type.getDeclaredConstructor(components);
        constructor.setAccessible(true);
        return constructor;
      } catch (NoSuchMethodException e) {
        // every record has it
        throw new IllegalStateException(type.getName(), e);
      }
    }
  }

  /**
   * Reads some bytes.
   *
   * @param texts that many values have in common
   */
  ValueReader(Types types, SharedTexts texts, ByteBuffer in) {
    this.types = types;
    this.texts = texts;
    this.in = in;
  }

  /** What takes the place of a value that was read; the value itself, unless a subclass knows. */
  protected Object restore(Object value) throws BrokenValueException {
    return value;
  }

  /**
   * The next value.
   *
   * @throws BrokenValueException where there is none that makes sense
   */
  public final Object read() throws BrokenValueException {
    try {
      return restore(value());
    } catch (ReflectiveOperationException | RuntimeException e) {
      // whatever changed bytes lead to: an end too early, an impossible date, a wrong type
      throw new BrokenValueException("at byte " + in.position(), e);
    }
  }

  private Object value() throws ReflectiveOperationException, BrokenValueException {
    byte type = in.get();
    return switch (type) {
      case ValueWriter.NULL -> null;
      case ValueWriter.STRING -> text();
      case ValueWriter.TRUE -> true;
      case ValueWriter.FALSE -> false;
      case ValueWriter.INTEGER -> Math.toIntExact(number());
      case ValueWriter.LONG -> number();
      case ValueWriter.DOUBLE -> in.getDouble();
      case ValueWriter.EMPTY -> Optional.empty();
      case ValueWriter.PRESENT -> Optional.of(read());
      case ValueWriter.LIST -> elements();
      case ValueWriter.SET -> Set.copyOf(new LinkedHashSet<>(elements()));
      case ValueWriter.ARRAY -> elements().toArray();
      case ValueWriter.MAP -> map();
      case ValueWriter.RECORD -> record();
      case ValueWriter.ENUM -> constant();
      case ValueWriter.DAY -> LocalDate.ofEpochDay(number());
      case ValueWriter.MOMENT ->
          LocalDateTime.of(LocalDate.ofEpochDay(number()), LocalTime.ofNanoOfDay(number()));
      case ValueWriter.PATH -> Path.of(text());
      case ValueWriter.INSTANT -> Instant.ofEpochSecond(number(), number());
      case ValueWriter.BIG_INTEGER -> new BigInteger(text());
      case ValueWriter.BIG_DECIMAL -> new BigDecimal(text());
      case ValueWriter.DIGEST -> new Digest(in.getLong(), in.getLong());
      case ValueWriter.STAMP ->
          new FileStamp(
              number(), in.getLong(), in.getLong(), number(), in.get() == ValueWriter.TRUE);
      default -> throw new BrokenValueException("type " + type, null);
    };
  }

  private List<Object> elements() throws BrokenValueException {
    int count = length();
    var list = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      list.add(read());
    }
    return list;
  }

  private Map<Object, Object> map() throws BrokenValueException {
    int count = length();
    var map = new LinkedHashMap<>();
    for (int i = 0; i < count; i++) {
      map.put(read(), read());
    }
    return Collections.unmodifiableMap(map);
  }

  private Object record() throws ReflectiveOperationException, BrokenValueException {
    int length = length();
    int from = in.arrayOffset() + in.position();
    in.position(in.position() + length);
    Constructor<?> constructor = types.record(in.array(), from, from + length);
    if (constructor == null) {
      throw new BrokenValueException("record", null);
    }
    var components = new Object[constructor.getParameterCount()];
    for (int i = 0; i < components.length; i++) {
      components[i] = read();
    }
    return constructor.newInstance(components);
  }

  private Object constant() throws BrokenValueException {
    Object constant = types.enums.getOrDefault(text(), Map.of()).get(text());
    if (constant == null) {
      throw new BrokenValueException("enum", null);
    }
    return constant;
  }

  private String text() throws BrokenValueException {
    int length = length();
    var text =
        new String(in.array(), in.arrayOffset() + in.position(), length, StandardCharsets.UTF_8);
    in.position(in.position() + length);
    return texts.of(text);
  }

  /** A count of bytes or elements: there cannot be more of them than bytes are left. */
  private int length() throws BrokenValueException {
    long length = number();
    if (length < 0 || length > in.remaining()) {
      throw new BrokenValueException("length " + length, null);
    }
    return (int) length;
  }

  private long number() {
    long value = 0;
    int shift = 0;
    byte next;
    do {
      next = in.get();
      value |= (next & 0x7FL) << shift;
      shift += 7;
    } while (next < 0 && shift < 64);
    return (value >>> 1) ^ -(value & 1);
  }
}
