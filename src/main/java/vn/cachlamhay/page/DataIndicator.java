package vn.cachlamhay.page;

import java.util.List;

/**
 * An indicator, and where programs of others find its figures. Immutable.
 *
 * @param slug what it is known by; never another one's
 * @param name as it was first written
 * @param unit may be empty
 * @param page its page
 * @param files of its figures without their extension: first the one that new figures go to, then
 *     those that are full, newest first
 */
public record DataIndicator(
    String slug, String name, String unit, String page, List<String> files) {

  static DataIndicator of(Indicator indicator) {
    return new DataIndicator(
        indicator.slug(),
        indicator.name(),
        indicator.unit(),
        indicator.uri(),
        indicator.parts().stream().map(part -> indicator.file(part, "")).toList());
  }
}
