package vn.cachlamhay.model;

import vn.cachlamhay.diag.SourcePos;

/**
 * An address under which an article was known before.
 *
 * @param uri below the site root
 * @param pos where the editor wrote it
 */
public record Alias(String uri, SourcePos pos) {}
