package vn.cachlamhay.cache;

import java.time.LocalDateTime;
import java.util.Map;

/**
 * A bake that would come out the same again: nothing was to be said, and nothing in it depends on
 * more than its files and the day.
 *
 * @param inputs every file that was there, by path
 * @param manifest the manifest of the site
 * @param moment when it was made
 * @param articles published
 * @param pages made
 */
public record LastBake(
    Map<String, FileStamp> inputs,
    FileStamp manifest,
    LocalDateTime moment,
    boolean drafts,
    int articles,
    int pages) {}
