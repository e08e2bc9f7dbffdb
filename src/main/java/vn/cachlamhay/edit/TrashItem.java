package vn.cachlamhay.edit;

import java.time.OffsetDateTime;

/**
 * A deleted article. Immutable.
 *
 * @param id by which it is restored
 * @param path below the content folder, as it was
 * @param title its path where it has none
 * @param time when it was deleted, in the time of Việt Nam
 */
public record TrashItem(String id, String path, String title, OffsetDateTime time) {}
