package vn.cachlamhay.model;

/**
 * A region of the country by which lists of provinces are grouped.
 *
 * @param key as {@code data/localities.yaml} names it
 * @param name as readers see it
 */
public record Region(String key, String name) {}
