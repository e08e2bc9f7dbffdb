package vn.cachlamhay.search;

/**
 * A part of an article that is searched.
 *
 * @param text NFC
 * @param place what a word counts there: {@link #TITLE} most
 */
record Field(String text, int place) {

  /** Once in the body. */
  static final int BODY = 0;

  /** Several times in the body. */
  static final int BODY_OFTEN = 1;

  /** Lead, headings, caption, places, topics, tags, authors. */
  static final int LEAD = 2;

  static final int TITLE = 3;
}
