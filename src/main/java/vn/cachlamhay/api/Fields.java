package vn.cachlamhay.api;

import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The fields of an object in their order. What is not known is left out: texts that are empty,
 * numbers and dates that there are not. Lists stand there, be they empty or not. For one thread.
 */
final class Fields {

  private final Map<String, Object> map = new LinkedHashMap<>();

  /** A value that there is: a list, an object, a number, a truth. */
  Fields with(String name, Object value) {
    map.put(name, value);
    return this;
  }

  /** A text that may be empty. */
  Fields text(String name, String text) {
    return text.isEmpty() ? this : with(name, text);
  }

  /** A value that there may be. */
  Fields maybe(String name, Optional<?> value) {
    return value.isPresent() ? with(name, value.get()) : this;
  }

  /** A day that may be known. */
  Fields day(String name, Optional<LocalDate> day) {
    return maybe(name, day.map(LocalDate::toString));
  }

  Map<String, Object> map() {
    return Collections.unmodifiableMap(map);
  }
}
