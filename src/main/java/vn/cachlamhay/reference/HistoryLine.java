package vn.cachlamhay.reference;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import vn.cachlamhay.model.Locality;

/**
 * A sentence on the history of a unit, without a full stop. Immutable.
 *
 * @param parts words and names, in their order
 */
public record HistoryLine(List<Part> parts) {

  /**
   * Some words.
   *
   * @param unit that the words name; empty where they name none
   */
  public record Part(String text, Optional<Locality> unit) {}

  public HistoryLine {
    parts = List.copyOf(parts);
  }

  /** The whole sentence. */
  public String text() {
    return parts.stream().map(Part::text).collect(Collectors.joining());
  }

  /** Puts a sentence together. For one sentence. */
  static final class Builder {

    private final List<Part> parts = new ArrayList<>();

    /** Adds words. */
    Builder words(String text) {
      if (!text.isEmpty()) {
        parts.add(new Part(text, Optional.empty()));
      }
      return this;
    }

    /** Adds the name of a unit. */
    Builder name(String text, Locality unit) {
      parts.add(new Part(text, Optional.of(unit)));
      return this;
    }

    HistoryLine build() {
      return new HistoryLine(parts);
    }
  }
}
