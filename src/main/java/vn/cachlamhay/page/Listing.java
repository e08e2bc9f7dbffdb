package vn.cachlamhay.page;

import java.util.List;

/**
 * A list of articles, or one page of it.
 *
 * @param count of articles in the whole list; 0 on older pages, which must not change when it grows
 * @param items on this page, newest first
 * @param children directory of what lies below
 * @param newer the page of newer articles, or null
 * @param older the page of older articles, or null
 * @param range months of the items of an older page
 */
public record Listing(
    String heading,
    String lead,
    String kindLabel,
    int count,
    List<Card> items,
    List<Entry> children,
    Link newer,
    Link older,
    String range) {}
