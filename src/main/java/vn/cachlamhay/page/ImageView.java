package vn.cachlamhay.page;

/**
 * A picture as templates print it.
 *
 * @param uri below the site root, or absolute
 * @param width in pixels, 0 when not known
 * @param height in pixels, 0 when not known
 * @param alt for those who do not see it
 */
public record ImageView(String uri, int width, int height, String alt) {}
