package vn.cachlamhay.recognition;

import java.util.Locale;

/** A field of the front matter that is looked for in a text, in the order of the report. */
public enum Field {
  TITLE,
  DATE,
  AUTHOR,
  AGENCY,
  SUMMARY,
  LOCALITY,
  TOPIC,
  TAGS,
  SOURCE,
  CAPTION;

  /** Its name in front matter. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }
}
