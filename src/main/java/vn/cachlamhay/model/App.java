package vn.cachlamhay.model;

/**
 * How a site looks where a reader has installed it like a program. Immutable.
 *
 * @param shortName below its icon
 * @param themeColor of the bar above its pages, and behind its icon: {@code #rrggbb}
 * @param backgroundColor of its window while it starts, likewise
 */
public record App(String shortName, String themeColor, String backgroundColor) {}
