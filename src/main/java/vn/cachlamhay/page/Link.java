package vn.cachlamhay.page;

/**
 * A link as templates print it.
 *
 * @param title as readers see it
 * @param uri below the site root
 */
public record Link(String title, String uri) {}
