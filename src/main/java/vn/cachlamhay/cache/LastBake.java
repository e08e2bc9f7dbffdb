package vn.cachlamhay.cache;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.Problem;

/**
 * A bake that would come out the same again: nothing was wrong, and nothing in it depends on more
 * than its files and the day.
 *
 * @param inputs every file that was there, by path
 * @param manifest the manifest of the site
 * @param moment when it was made
 * @param articles published
 * @param pages made
 * @param notices to be told again
 */
public record LastBake(
    Map<String, FileStamp> inputs,
    FileStamp manifest,
    LocalDateTime moment,
    boolean drafts,
    int articles,
    int pages,
    List<Problem> notices) {}
