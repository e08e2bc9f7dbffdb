package vn.cachlamhay.model;

/**
 * A picture that an article shows.
 *
 * @param uri below the site root, or absolute when it lies elsewhere
 * @param width in pixels, 0 when not known
 * @param height in pixels, 0 when not known
 */
public record Media(String uri, int width, int height) {}
