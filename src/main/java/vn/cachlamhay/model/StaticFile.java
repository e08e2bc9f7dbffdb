package vn.cachlamhay.model;

import java.nio.file.Path;

/**
 * A file that goes to the site as it is.
 *
 * @param uri its address below the site root
 * @param source where it lies
 * @param size in bytes
 */
public record StaticFile(String uri, Path source, long size) {}
