package vn.cachlamhay.page;

import java.util.List;

/** A directory page: entries in groups. */
public record Groups(String heading, String lead, List<Group> groups) {

  /**
   * Entries under one heading.
   *
   * @param title may be empty
   */
  public record Group(String title, List<Entry> entries) {}
}
