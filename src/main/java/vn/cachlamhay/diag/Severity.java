package vn.cachlamhay.diag;

/** How much a problem matters. */
public enum Severity {
  /** The article or the run is not right: the article is left out, the exit code is 1. */
  ERROR,
  /** Worth knowing; nothing is left out and the exit code stays 0. */
  NOTICE
}
