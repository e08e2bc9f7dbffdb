package vn.cachlamhay.cache;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import vn.cachlamhay.model.Digest;

/**
 * Writes a value of records, lists, maps, texts, numbers and dates as bytes, such that equal values
 * give equal bytes: for {@link ValueReader} to read again, and for digests. Records are written
 * component by component, so that none is ever forgotten. For one thread.
 */
public class ValueWriter {

  static final byte NULL = 0;
  static final byte STRING = 1;
  static final byte TRUE = 2;
  static final byte FALSE = 3;
  static final byte INTEGER = 4;
  static final byte LONG = 5;
  static final byte DOUBLE = 6;
  static final byte EMPTY = 7;
  static final byte PRESENT = 8;
  static final byte LIST = 9;
  static final byte SET = 10;
  static final byte MAP = 11;
  static final byte RECORD = 12;
  static final byte ENUM = 13;
  static final byte DAY = 14;
  static final byte MOMENT = 15;
  static final byte PATH = 16;
  static final byte ARRAY = 17;
  static final byte BIG_INTEGER = 18;
  static final byte INSTANT = 19;
  static final byte BIG_DECIMAL = 20;
  static final byte DIGEST = 21;
  static final byte STAMP = 22;

  private static final ClassValue<Method[]> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected Method[] computeValue(Class<?> type) {
          return Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getAccessor)
              .peek(accessor -> accessor.setAccessible(true))
              .toArray(Method[]::new);
        }
      };

  private byte[] buffer = new byte[1024];
  private int size;

  /** A value holds something that cannot be written. */
  public static final class UnsupportedValueException extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnsupportedValueException(Class<?> type) {
      super(type.getName());
    }
  }

  /** What is written in place of a value; the value itself, unless a subclass knows better. */
  protected Object substitute(Object value) {
    return value;
  }

  /**
   * Appends a value.
   *
   * @throws UnsupportedValueException where it holds anything but the types named above
   */
  public final ValueWriter write(Object written) {
    Object value = substitute(written);
    if (value instanceof String text) {
      put(STRING);
      text(text);
    } else if (value == null) {
      put(NULL);
    } else if (value instanceof Digest digest) {
      put(DIGEST);
      fixed(digest.high());
      fixed(digest.low());
    } else if (value instanceof FileStamp stamp) {
      put(STAMP);
      stamp(stamp);
    } else if (value instanceof Record composite) {
      put(RECORD);
      record(composite);
    } else if (value instanceof Set<?> set) {
      put(SET);
      elements(isUnordered(set) ? sorted(set) : set);
    } else if (value instanceof Collection<?> list) {
      put(LIST);
      elements(list);
    } else if (value instanceof Map<?, ?> map) {
      put(MAP);
      map(map);
    } else if (value instanceof Optional<?> optional) {
      put(optional.isPresent() ? PRESENT : EMPTY);
      optional.ifPresent(this::write);
    } else if (value instanceof Enum<?> constant) {
      put(ENUM);
      text(constant.getDeclaringClass().getSimpleName());
      text(constant.name());
    } else if (value instanceof Object[] array) {
      put(ARRAY);
      elements(Arrays.asList(array));
    } else {
      scalar(value);
    }
    return this;
  }

  private void scalar(Object value) {
    if (value instanceof Boolean flag) {
      put(flag ? TRUE : FALSE);
    } else if (value instanceof Integer number) {
      put(INTEGER);
      number(number);
    } else if (value instanceof Long number) {
      put(LONG);
      number(number);
    } else if (value instanceof Double number) {
      put(DOUBLE);
      fixed(Double.doubleToLongBits(number));
    } else if (value instanceof BigInteger number) {
      put(BIG_INTEGER);
      text(number.toString());
    } else if (value instanceof BigDecimal number) {
      put(BIG_DECIMAL);
      text(number.toString());
    } else if (value instanceof Instant instant) {
      put(INSTANT);
      number(instant.getEpochSecond());
      number(instant.getNano());
    } else if (value instanceof LocalDate day) {
      put(DAY);
      number(day.toEpochDay());
    } else if (value instanceof LocalDateTime moment) {
      put(MOMENT);
      number(moment.toLocalDate().toEpochDay());
      number(moment.toLocalTime().toNanoOfDay());
    } else if (value instanceof Path path) {
      put(PATH);
      text(path.toString());
    } else {
      throw new UnsupportedValueException(value.getClass());
    }
  }

  /** All that was written. */
  public final byte[] bytes() {
    return Arrays.copyOf(buffer, size);
  }

  /** The digest of all that was written. */
  public final Digest digest() {
    return Digest.of(buffer, 0, size);
  }

  /** Whether a value holds nothing but what can be written. */
  public static boolean canWrite(Object value) {
    try {
      new ValueWriter().write(value);
      return true;
    } catch (UnsupportedValueException e) {
      return false;
    }
  }

  /** The digest of one value. */
  public static Digest digestOf(Object value) {
    return new ValueWriter().write(value).digest();
  }

  private void stamp(FileStamp stamp) {
    number(stamp.size());
    fixed(stamp.modified());
    fixed(stamp.changed());
    number(stamp.file());
    put(stamp.settled() ? TRUE : FALSE);
  }

  private void record(Record composite) {
    Method[] components = COMPONENTS.get(composite.getClass());
    text(composite.getClass().getSimpleName());
    try {
      for (Method component : components) {
        write(component.invoke(composite));
      }
    } catch (IllegalAccessException | InvocationTargetException e) {
      throw new IllegalStateException(composite.getClass().getName(), e);
    }
  }

  private void elements(Collection<?> elements) {
    number(elements.size());
    elements.forEach(this::write);
  }

  private void map(Map<?, ?> map) {
    number(map.size());
    if (isUnordered(map)) {
      sorted(map.keySet()).forEach(key -> write(key).write(map.get(key)));
    } else {
      map.forEach((key, value) -> write(key).write(value));
    }
  }

  /** {@code Set.of} and {@code Map.of} come in another order in every process. */
  private static boolean isUnordered(Object collection) {
    return collection.getClass().getName().startsWith("java.util.ImmutableCollections");
  }

  private static List<?> sorted(Collection<?> elements) {
    return elements.stream().sorted().toList();
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    for (byte b : bytes) {
      // half a character, which UTF-8 cannot say, has become a question mark
      if (b == '?' && !StandardCharsets.UTF_8.newEncoder().canEncode(text)) {
        throw new UnsupportedValueException(String.class);
      }
    }
    number(bytes.length);
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, size, bytes.length);
    size += bytes.length;
  }

  private void put(byte value) {
    ensure(1);
    buffer[size++] = value;
  }

  /** In groups of seven bits, small numbers of either sign in one byte. */
  private void number(long value) {
    ensure(10);
    long rest = (value << 1) ^ (value >> 63);
    while ((rest & ~0x7FL) != 0) {
      buffer[size++] = (byte) (rest | 0x80);
      rest >>>= 7;
    }
    buffer[size++] = (byte) rest;
  }

  private void fixed(long value) {
    ensure(8);
    for (int shift = 56; shift >= 0; shift -= 8) {
      buffer[size++] = (byte) (value >>> shift);
    }
  }

  private void ensure(int more) {
    if (size + more > buffer.length) {
      buffer = Arrays.copyOf(buffer, Math.max(buffer.length * 2, size + more));
    }
  }
}
