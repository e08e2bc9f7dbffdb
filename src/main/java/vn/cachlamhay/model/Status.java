package vn.cachlamhay.model;

import java.util.Optional;

/** JBake's document statuses. */
public enum Status {
  PUBLISHED("published"),
  DRAFT("draft"),
  /** A draft that is ready for somebody's look; the portal's own. */
  REVIEW("review"),
  /** Published from the article's own date on. */
  PUBLISHED_DATE("published-date");

  private final String key;

  Status(String key) {
    this.key = key;
  }

  /** As written in front matter. */
  public String key() {
    return key;
  }

  /** The status that is written so. */
  public static Optional<Status> ofKey(String key) {
    for (Status status : values()) {
      if (status.key.equals(key)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }
}
