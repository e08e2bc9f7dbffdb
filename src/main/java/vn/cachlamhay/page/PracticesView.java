package vn.cachlamhay.page;

import java.util.List;

/**
 * The page of all best practices.
 *
 * @param listing the newest of them
 * @param rows the same with what is known of each
 * @param kinds pages of the kinds of places
 * @param topics that have articles
 * @param provinces of today that have articles
 * @param years that have articles
 */
public record PracticesView(
    Listing listing,
    List<PracticeRow> rows,
    List<Entry> kinds,
    List<Entry> topics,
    List<Entry> provinces,
    List<Entry> years) {}
