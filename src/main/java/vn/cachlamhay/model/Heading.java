package vn.cachlamhay.model;

/**
 * A heading inside an article.
 *
 * @param id the anchor
 * @param text without markup
 * @param level 2 to 6
 */
public record Heading(String id, String text, int level) {}
