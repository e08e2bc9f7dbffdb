package vn.cachlamhay.model;

import vn.cachlamhay.diag.SourcePos;

/**
 * A link or picture as an editor wrote it.
 *
 * @param target the address
 * @param image whether it is a picture
 * @param pos where it stands
 */
public record LinkRef(String target, boolean image, SourcePos pos) {}
