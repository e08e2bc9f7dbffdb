package vn.cachlamhay.encoding;

/** How sure it is that bytes were read as they were written. */
public enum Certainty {
  /** They say so themselves: a mark at the beginning, or letters that nothing else makes. */
  SURE,
  /** Nearly all words come out as Vietnamese. */
  LIKELY,
  /** Few words to go by, or many that are not Vietnamese. */
  UNSURE
}
