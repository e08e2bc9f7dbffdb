package vn.cachlamhay.cache;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import vn.cachlamhay.diag.Problem;

/**
 * What a bake was made of, and what it told.
 *
 * @param again whether it would come out the same: nothing was wrong, and nothing in it depends on
 *     more than its files and the day
 * @param inputs every file that was there, by path
 * @param manifest the manifest of the site
 * @param moment when it was made
 * @param articles published
 * @param pages made
 * @param problems that were told
 */
public record LastBake(
    boolean again,
    Map<String, FileStamp> inputs,
    FileStamp manifest,
    LocalDateTime moment,
    boolean drafts,
    int articles,
    int pages,
    List<Problem> problems) {}
