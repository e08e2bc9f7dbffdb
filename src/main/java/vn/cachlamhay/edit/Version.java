package vn.cachlamhay.edit;

import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * A state in which an article was once. Immutable.
 *
 * @param id by which it is read again
 * @param time when it was kept, in the time of Việt Nam
 * @param who as the editor calls himself; may be empty
 * @param note what it was kept for; may be empty
 * @param digest the SHA-256 of its bytes; empty for commits
 */
public record Version(
    String id, OffsetDateTime time, Kind kind, String who, String note, String digest) {

  /** Where a version comes from. */
  public enum Kind {
    /** What an editor saved. */
    SAVE,
    /** What was there before an editor saved, and had not been saved by one. */
    BEFORE_CHANGE,
    /** A commit. */
    GIT;

    /** As the editor's page and the journal of versions call it. */
    public String key() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> ofKey(String key) {
      return Arrays.stream(values()).filter(kind -> kind.key().equals(key)).findFirst();
    }
  }
}
