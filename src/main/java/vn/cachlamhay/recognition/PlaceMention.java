package vn.cachlamhay.recognition;

import java.util.List;
import vn.cachlamhay.model.Locality;

/**
 * A name of a place in a text. Immutable.
 *
 * @param candidates the units that have the name, of the kind that is written; none where the list
 *     has no such unit
 * @param kind as written before it, in full; empty where none is
 * @param name as written
 * @param row its line
 * @param start where it begins in the line, with its kind
 * @param end behind it
 * @param quote it with its kind
 */
record PlaceMention(
    List<Locality> candidates,
    String kind,
    String name,
    int row,
    int start,
    int end,
    String quote) {

  boolean hasKind() {
    return !kind.isEmpty();
  }
}
