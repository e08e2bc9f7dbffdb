package vn.cachlamhay.page;

import java.util.List;

/**
 * The page of all places: the map, and the same as a list.
 *
 * @param groups provinces and cities of today by region
 * @param past those that are no more
 * @param more other ways to find a place
 */
public record Places(
    String heading,
    String lead,
    PlaceMap map,
    List<Groups.Group> groups,
    List<Entry> past,
    List<Link> more) {

  public Places {
    groups = List.copyOf(groups);
    past = List.copyOf(past);
    more = List.copyOf(more);
  }
}
