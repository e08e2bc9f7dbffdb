package vn.cachlamhay.model;

/**
 * An entry of the main menu.
 *
 * @param title as readers see it
 * @param uri below the site root
 */
public record MenuItem(String title, String uri) {}
